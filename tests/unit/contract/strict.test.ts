// Every object in every input and output is strict, at any depth: an extra field is refused, a column added by
// mistake cannot leak.
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { CALL_NAMES, findCall } from '../../../domain/contract/table.ts'

type Def = { type: string } & Record<string, unknown>
const isSchema = (value: unknown): value is z.ZodType => value instanceof z.ZodType

/** Paths of the objects that would let unknown keys through. */
const looseObjects = (schema: z.ZodType, path: string, seen = new Set<z.ZodType>()): string[] => {
  if (seen.has(schema)) return []
  seen.add(schema)
  const def = schema._zod.def as unknown as Def
  const loose: string[] = []
  if (def.type === 'object') {
    const catchall = def.catchall as z.ZodType | undefined
    if (catchall?._zod.def.type !== 'never') loose.push(path)
  }
  if (def.type === 'any' || def.type === 'unknown') loose.push(path)
  const inner: [string, unknown][] =
    def.type === 'object'
      ? Object.entries(def.shape as object)
      : Object.entries(def).filter(([key]) => key !== 'catchall')
  for (const [key, value] of inner) {
    const parts = Array.isArray(value) ? value : [value]
    for (const part of parts) if (isSchema(part)) loose.push(...looseObjects(part, `${path}.${key}`, seen))
  }
  return loose
}

test('the walk finds a loose object', () => {
  expect(looseObjects(z.strictObject({ a: z.array(z.object({ b: z.string() })) }), 'x')).toEqual([
    'x.a.element',
  ])
  expect(looseObjects(z.strictObject({ a: z.string().nullable() }), 'x')).toEqual([])
})

describe.each(CALL_NAMES)('%s', (name) => {
  test('input and output are strict', () => {
    const row = findCall(name)!
    expect(looseObjects(row.input, 'input')).toEqual([])
    expect(looseObjects(row.output, 'output')).toEqual([])
  })
})
