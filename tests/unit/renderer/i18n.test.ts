// Texts: the same keys and the same blanks in Finnish, Swedish and English; every code of a refusal has a sentence.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ERROR_CODES } from '../../../domain/contract/errors.ts'
import { CALL_NAMES, findCall } from '../../../domain/contract/table.ts'
import { en } from '../../../renderer/i18n/locales/en.ts'
import { fi } from '../../../renderer/i18n/locales/fi.ts'
import { se } from '../../../renderer/i18n/locales/se.ts'
import { sv } from '../../../renderer/i18n/locales/sv.ts'

type Tree = { [key: string]: string | Tree }

const leaves = (tree: Tree, path = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[`${path}${key}`, value] as [string, string]]
      : leaves(value, `${path}${key}.`),
  )

const blanks = (text: string): string[] => (text.match(/\{\{\w+\}\}/g) ?? []).sort()

const finnish = new Map(leaves(fi))

describe.each([
  ['sv', sv],
  ['en', en],
] as const)('%s', (_language, texts) => {
  const other = new Map(leaves(texts))

  test('has exactly the keys of Finnish', () => {
    expect([...other.keys()].sort()).toEqual([...finnish.keys()].sort())
  })

  test('has the same blanks as Finnish, and no empty text', () => {
    const different = [...finnish].filter(
      ([key, text]) => blanks(other.get(key) ?? '').join() !== blanks(text).join(),
    )
    expect(different.map(([key]) => key)).toEqual([])
    expect([...other].filter(([, text]) => text.trim() === '').map(([key]) => key)).toEqual([])
  })
})

test('Finnish has no empty text, and plurals come in pairs', () => {
  expect([...finnish].filter(([, text]) => text.trim() === '').map(([key]) => key)).toEqual([])
  const ones = [...finnish.keys()].filter((key) => key.endsWith('#one'))
  expect(ones.length).toBeGreaterThan(3)
  for (const key of ones) expect(finnish.has(key.replace('#one', '#other')), key).toBe(true)
})

test('the Northern Sami draft has no key that Finnish lacks', () => {
  expect(leaves(se as Tree).filter(([key]) => !finnish.has(key))).toEqual([])
})

test.each([...ERROR_CODES])('refusal %s has a sentence', (code) => {
  expect(finnish.get(`errors.code.${code}`)).toMatch(/\.$/)
})

/** Codes that the rules and the server put at fields, as they are written in the sources. */
const problemCodes = (): string[] => {
  const patterns = [
    /path: [^,{}]+, code: '([a-z][a-z0-9-]+)'/g,
    /code: '([a-z][a-z0-9-]+)', path:/g,
    /invalidField\('[\w.]+', '([a-z][a-z0-9-]+)'\)/g,
    /\.(?:min|max|length|regex|refine|email)\([^\n]*?'([a-z][a-z0-9-]+)'\)/g,
  ]
  const found = new Set<string>()
  for (const folder of [
    'domain/contract',
    'domain/clients',
    'domain/users',
    'domain/consents',
    'domain/assessments',
    'domain/paths',
    'main/server',
  ])
    for (const name of readdirSync(folder).filter((file) => file.endsWith('.ts')))
      for (const pattern of patterns)
        for (const match of readFileSync(join(folder, name), 'utf8').matchAll(pattern)) found.add(match[1]!)
  found.delete('custom')
  return [...found].sort()
}

test('every problem code at a field has a sentence', () => {
  const codes = problemCodes()
  expect(codes).toContain('birth-date-differs')
  expect(codes).toContain('too-long')
  expect(codes.filter((code) => !finnish.has(`errors.problem.${code}`))).toEqual([])
  for (const why of ['format', 'date', 'future', 'number', 'check'])
    expect(finnish.has(`errors.problem.hetu-${why}`)).toBe(true)
})

test('every audit event of the contract has a name', () => {
  const events = CALL_NAMES.flatMap((name) => findCall(name)!.audit?.event ?? [])
  expect(events.length).toBeGreaterThan(10)
  expect(events.filter((event) => !Object.hasOwn(fi.audit.event, event))).toEqual([])
})

test('a third-country national is told apart by the EU alone, each education level by its ISCED levels', () => {
  for (const { clients } of [fi, sv, en]) {
    const { thirdCountry, thirdCountryHelp } = clients.background
    expect(`${thirdCountry} ${thirdCountryHelp}`).not.toMatch(/\b(ETA|EES|EEA)\b/)
    expect(thirdCountryHelp).toMatch(/Nor(ja|ge|way)/)
    for (const level of ['0-2', '3-4', '5-8'] as const)
      expect(clients.education[`isced${level}`]).toContain(level.replace('-', '–'))
  }
})
