import { describe, expect, test } from 'vitest'
import { MUNICIPALITIES } from '../../../domain/reference/municipalities.ts'
import { check as en } from '../../../renderer/i18n/locales/en/check.ts'
import { check as fi } from '../../../renderer/i18n/locales/fi/check.ts'
import { check as se } from '../../../renderer/i18n/locales/se/check.ts'
import { check as sv } from '../../../renderer/i18n/locales/sv/check.ts'
import { REQUIRED_KEYS } from './keys.ts'

/** Every text with its dotted key. */
const texts = (node: object, prefix = ''): [string, string][] =>
  Object.entries(node).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[`${prefix}${key}`, value]] : texts(value as object, `${prefix}${key}.`),
  )

const LANGUAGES = [
  ['fi', new Map(texts(fi))],
  ['sv', new Map(texts(sv))],
  ['en', new Map(texts(en))],
] as const

describe.each(LANGUAGES)('%s', (_language, all) => {
  test('has a text for every section, field, option, band, flag, state and code of the domain', () => {
    expect(REQUIRED_KEYS.length).toBeGreaterThan(600)
    expect(REQUIRED_KEYS.filter((key) => !all.get(key)?.trim())).toEqual([])
  })

  test('has exactly the keys and placeholders of the Finnish texts', () => {
    const finnish = LANGUAGES[0][1]
    expect([...all.keys()].sort()).toEqual([...finnish.keys()].sort())
    const holes = (text: string) => (text.match(/\{\{\w+\}\}/g) ?? []).sort()
    for (const [key, text] of all) expect(holes(text), key).toEqual(holes(finnish.get(key)!))
  })

  test('names classes without judging, and a limit that counts from its very value as met', () => {
    expect(all.get('band.bmi.obesity_3')).toMatch(/III$/)
    for (const key of ['band.lab.diabetes_limit', 'flag.glucose_diabetes'])
      expect(all.get(key)).not.toMatch(/ylittä|ylittyy|överskrid|over the/i)
  })
})

test('keys can be looked up by dots: no part of a key has one', () => {
  for (const key of LANGUAGES[0][1].keys()) expect(key.split('.').every((part) => part !== '')).toBe(true)
})

test('no text of the tables is left over', () => {
  const tables = [
    'section',
    'field',
    'column',
    'option',
    'unit',
    'band',
    'derived',
    'flag',
    'flagAction',
    'instrument',
  ]
  const required = new Set(REQUIRED_KEYS)
  const left = [...LANGUAGES[0][1].keys()].filter(
    (key) => tables.includes(key.split('.')[0]!) && !required.has(key),
  )
  expect(left).toEqual([])
})

test('the Northern Sámi draft has no key of its own, and names municipalities as the register does', () => {
  const sami = new Map(texts(se))
  for (const key of sami.keys()) expect(LANGUAGES[0][1].has(key), key).toBe(true)
  for (const { code, se: name, fi: finnish } of MUNICIPALITIES)
    expect(sami.get(`option.municipality.${code}`) ?? finnish).toBe(name)
  for (const { code, fi: name, sv: swedish } of MUNICIPALITIES) {
    expect(LANGUAGES[0][1].get(`option.municipality.${code}`)).toBe(name)
    expect(LANGUAGES[1][1].get(`option.municipality.${code}`)).toBe(swedish)
  }
})
