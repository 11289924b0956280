// What the types promise. The compiler is the judge: an expected error that does not come is itself an error.
import { expect, expectTypeOf, test } from 'vitest'
import { z } from 'zod'
import type { Reader, Writer } from '../../../db/kysely.ts'
import { call } from '../../../domain/contract/call.ts'
import { nothing } from '../../../domain/contract/values.ts'
import type { Context } from '../../../main/server/handler.ts'

test('a reader has no way to write', () => {
  expectTypeOf<Reader>().not.toHaveProperty('insertInto')
  expectTypeOf<Reader>().not.toHaveProperty('updateTable')
  expectTypeOf<Reader>().not.toHaveProperty('deleteFrom')
  expectTypeOf<Reader>().not.toHaveProperty('executeQuery')
  expectTypeOf<Reader>().not.toHaveProperty('transaction')
  expectTypeOf<Reader>().not.toHaveProperty('schema')
  expectTypeOf<Writer>().toHaveProperty('insertInto')
})

test('read and read-person handlers get a reader, write handlers a writer', () => {
  expectTypeOf<Context<'read'>['db']>().toEqualTypeOf<Reader>()
  expectTypeOf<Context<'read-person'>['db']>().toEqualTypeOf<Reader>()
  expectTypeOf<Context<'write'>['db']>().toEqualTypeOf<Writer>()
})

test('a write or a look at a person without an event does not compile', () => {
  const common = { workplace: 'any', callers: ['nurse'], input: nothing, output: nothing } as const
  // @ts-expect-error audit is missing
  call({ kind: 'write', ...common })
  // @ts-expect-error audit is missing
  call({ kind: 'read-person', ...common })
  // @ts-expect-error a plain read is not audited
  call({ kind: 'read', ...common, audit: { event: 'x' } })
  const row = call({ kind: 'write', ...common, audit: { event: 'x' } })
  expect(row.audit.event).toBe('x')
})

test('the client of an event comes from typed input and output', () => {
  call({
    kind: 'write',
    workplace: 'any',
    callers: ['nurse'],
    input: z.strictObject({ clientId: z.string() }),
    output: nothing,
    // @ts-expect-error there is no such field in the input
    audit: { event: 'x', client: (input) => input.client },
  })
})
