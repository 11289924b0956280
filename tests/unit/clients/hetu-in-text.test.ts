// A henkilötunnus in free text is found however it was typed; telephone numbers, dates and amounts are left alone.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkCharacter } from '../../../domain/clients/hetu.ts'
import { holdsHetu } from '../../../domain/clients/hetu-in-text.ts'

const two = (n: number) => String(n).padStart(2, '0')
const parts = fc.record({
  day: fc.integer({ min: 1, max: 28 }).map(two),
  month: fc.integer({ min: 1, max: 12 }).map(two),
  year: fc.integer({ min: 0, max: 99 }).map(two),
  number: fc.integer({ min: 900, max: 999 }).map(String),
  sign: fc.constantFrom('-', '+', 'A', 'F', 'U', 'Y'),
})
const around = fc.constantFrom(['', ''], ['Tunnus ', '.'], ['hetu', ''], ['(', ')'], ['\n', '\n'], ['', ':n'])

test('found with gaps, with dashes of any kind, in wide letters and with signs nobody sees', () => {
  const gap = fc.constantFrom('', ' ', '\u00A0', '\u200B', '\u00AD', '\u2060')
  fc.assert(
    fc.property(
      parts,
      around,
      gap,
      gap,
      fc.boolean(),
      fc.boolean(),
      (p, [before, after], a, b, wide, small) => {
        const check = checkCharacter(`${p.day}${p.month}${p.year}${p.number}`)
        const sign = p.sign === '-' && wide ? '\u2013' : p.sign
        let code = `${p.day}${a}${p.month}${p.year}${b}${sign}${b}${p.number}${check}`
        if (wide) code = code.replace(/[0-9]/g, (c) => String.fromCodePoint(c.codePointAt(0)! + 0xfee0))
        if (small) code = code.toLowerCase()
        expect(holdsHetu(`${before}${code}${after}`), code).toBe(true)
      },
    ),
  )
})

test.each([
  '010190-900P',
  '010190 900P',
  '0101 90-900P',
  '010190900P',
  '010190 - 900P',
  '010190-900\u00adP',
  '010190-900P\u200b',
  '010190-900Pn',
  '01.01.90-900P',
  'soita 040 123 4567, tunnus 010190900p',
  // A code with a typing error is still somebody's.
  '010190-900X',
])('%j is found', (text) => expect(holdsHetu(text)).toBe(true))

const digits = (length: number) =>
  fc.integer({ min: 0, max: 10 ** length - 1 }).map((n) => String(n).padStart(length, '0'))
const phone = fc
  .tuple(
    fc.constantFrom('040', '041', '044', '045', '046', '050', '016', '010', '020'),
    digits(3),
    digits(4),
    fc.constantFrom(
      (a: string, b: string, c: string) => `${a} ${b} ${c}`,
      (a: string, b: string, c: string) => `${a}${b}${c}`,
      (a: string, b: string, c: string) => `${a}-${b}${c}`,
      (a: string, b: string, c: string) => `${a}-${b} ${c}`,
      (a: string, b: string, c: string) => `${a} ${b}-${c}`,
      (a: string, b: string, c: string) => `(${a}) ${b} ${c}`,
      (a: string, b: string, c: string) => `+358 ${a.slice(1)} ${b} ${c}`,
      (a: string, b: string, c: string) => `+358${a.slice(1)}${b}${c}`,
    ),
  )
  .map(([a, b, c, write]) => write(a, b, c))
const date = fc
  .tuple(
    fc.integer({ min: 1, max: 31 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1900, max: 2099 }),
  )
  .chain(([d, m, y]) =>
    fc.constantFrom(
      `${d}.${m}.${y}`,
      `${two(d)}.${two(m)}.${y}`,
      `${two(d)}${two(m)}${String(y).slice(2)}`,
      `${y}-${two(m)}-${two(d)}`,
      `${d}.${m}.–${d}.${m}.${y}`,
      `${two(d)}.${two(m)}.${String(y).slice(2)} klo 9.30`,
    ),
  )

test('telephone numbers, dates and what stands beside them are no henkilötunnus', () => {
  const word = fc.constantFrom(' ', ', ', ' ja ', '\n', ' tai ', '; ')
  fc.assert(
    fc.property(fc.array(fc.oneof(phone, date), { minLength: 1, maxLength: 4 }), word, (all, between) => {
      const text = `Soita ${all.join(between)} ennen kello 12`
      expect(holdsHetu(text), text).toBe(false)
    }),
    { numRuns: 2000 },
  )
})

test.each([
  '',
  '1010190-900P',
  'FI21 1234 5600 0007 85',
  'Y-tunnus 1234567-8',
  '99700',
  '120/80, paino 72,3 kg',
])('%j is none', (text) => expect(holdsHetu(text)).toBe(false))
