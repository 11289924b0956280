import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkCharacter, checkWhileTyping, normaliseHetu, parseHetu } from '../../../domain/clients/hetu.ts'

const TODAY = '2026-11-24'

const VALID: [string, string, 'female' | 'male'][] = [
  ['010190-900P', '1990-01-01', 'female'],
  ['010190Y999W', '1990-01-01', 'male'],
  ['010190-999W', '1990-01-01', 'male'],
  ['311299-9019', '1999-12-31', 'male'],
  ['010100A903K', '2000-01-01', 'male'],
  ['290200A902D', '2000-02-29', 'female'],
  ['290296-912H', '1996-02-29', 'female'],
  ['150785X944P', '1985-07-15', 'female'],
  ['240668W957R', '1968-06-24', 'male'],
  ['080875V910A', '1975-08-08', 'female'],
  ['121259U923D', '1959-12-12', 'male'],
  ['050504B936F', '2004-05-05', 'female'],
  ['170906C981D', '2006-09-17', 'male'],
  ['300408D968V', '2008-04-30', 'female'],
  ['231105E975E', '2005-11-23', 'male'],
  ['060602F9949', '2002-06-06', 'female'],
  ['010107A999F', '2007-01-01', 'male'],
]

const INVALID: [string, string][] = [
  ['010190-900R', 'check'],
  ['210376-925L', 'check'],
  ['310490-905M', 'date'],
  ['290290-906S', 'date'],
  ['290200-902D', 'date'],
  ['011390-907L', 'date'],
  ['010090-9085', 'date'],
  ['000190-909B', 'date'],
  ['320190-9112', 'date'],
  ['010150A9201', 'future'],
  ['010105G9136', 'format'],
  ['010190T9145', 'format'],
  ['010190-915I', 'format'],
  ['010190-916Z', 'format'],
  ['0101909178', 'format'],
  ['010190-91890', 'format'],
  ['010190-91L', 'format'],
  ['0101O0-927B', 'format'],
  ['010190\u2013926J', 'format'],
  ['010105a928n', 'format'],
]

describe('parseHetu', () => {
  test.each(VALID)('%s is accepted', (hetu, birthDate, sex) => {
    expect(parseHetu(hetu, TODAY)).toEqual({ ok: true, kind: 'temporary', birthDate, sex })
  })

  test.each(INVALID)('%s is refused: %s', (hetu, why) => {
    expect(parseHetu(hetu, TODAY)).toEqual({ ok: false, why })
  })

  test('normalising repairs dashes and small letters', () => {
    expect(parseHetu(normaliseHetu('010190\u2013926J'), TODAY).ok).toBe(true)
    expect(parseHetu(normaliseHetu(' 010105a928n '), TODAY).ok).toBe(true)
    expect(normaliseHetu('010190Y999w')).toBe('010190Y999W')
  })

  test('individual numbers 000 and 001 are refused', () => {
    for (const number of ['000', '001']) {
      const hetu = `010190-${number}${checkCharacter(`010190${number}`)}`
      expect(parseHetu(hetu, TODAY)).toEqual({ ok: false, why: 'number' })
    }
  })
})

const SIGNS: [number, string][] = [...'-YXWVU'].map((sign): [number, string] => [1900, sign])
for (const sign of 'ABCDEF') SIGNS.push([2000, sign])
SIGNS.push([1800, '+'])

const anyHetu = fc
  .record({
    century: fc.constantFrom(...SIGNS),
    yearDigits: fc.integer({ min: 0, max: 99 }),
    dayOfYear: fc.integer({ min: 0, max: 364 }),
    number: fc.integer({ min: 900, max: 999 }),
  })
  .map(({ century: [base, sign], yearDigits, dayOfYear, number }) => {
    const birth = new Date(Date.UTC(base + yearDigits, 0, 1 + dayOfYear)).toISOString().slice(0, 10)
    const digits = `${birth.slice(8, 10)}${birth.slice(5, 7)}${birth.slice(2, 4)}`
    return { birth, number, hetu: `${digits}${sign}${number}${checkCharacter(`${digits}${number}`)}` }
  })

describe('properties', () => {
  test('a made code parses to its own facts, unless it lies ahead', () => {
    fc.assert(
      fc.property(anyHetu, ({ birth, number, hetu }) => {
        const result = parseHetu(hetu, TODAY)
        if (birth > TODAY) expect(result).toEqual({ ok: false, why: 'future' })
        else
          expect(result).toEqual({
            ok: true,
            kind: 'temporary',
            birthDate: birth,
            sex: number % 2 ? 'male' : 'female',
          })
      }),
    )
  })

  test('one wrong digit never passes the check character', () => {
    fc.assert(
      fc.property(
        anyHetu,
        fc.constantFrom(0, 1, 2, 3, 4, 5, 7, 8, 9),
        fc.integer({ min: 1, max: 9 }),
        (made, at, shift) => {
          const digit = (Number(made.hetu[at]) + shift) % 10
          const changed = `${made.hetu.slice(0, at)}${digit}${made.hetu.slice(at + 1)}`
          expect(parseHetu(changed, TODAY).ok).toBe(false)
        },
      ),
    )
  })

  test('typing a valid code is incomplete until the last character', () => {
    fc.assert(
      fc.property(anyHetu, ({ birth, hetu }) => {
        fc.pre(birth <= TODAY)
        for (let length = 0; length < 11; length++)
          expect(checkWhileTyping(hetu.slice(0, length), TODAY)).toEqual({ state: 'incomplete' })
        expect(checkWhileTyping(hetu, TODAY).state).toBe('valid')
      }),
    )
  })

  test('typing never says invalid for a prefix of something valid, and ends like the parser', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789-+AYXKPW'), maxLength: 12 }), (text) => {
        const typed = checkWhileTyping(text, TODAY)
        const whole = parseHetu(text, TODAY)
        if (text.length >= 11) expect(typed.state === 'valid').toBe(whole.ok)
        if (whole.ok) expect(typed.state).toBe('valid')
      }),
    )
  })
})

test.each([
  ['4', 'date'],
  ['32', 'date'],
  ['00', 'date'],
  ['012', 'date'],
  ['0113', 'date'],
  ['3002', 'date'],
  ['290290-', 'date'],
  ['010150A', 'future'],
  ['010190-001', 'number'],
  ['0101901', 'format'],
  ['010190-900R', 'check'],
  ['010190-900PX', 'format'],
])('while typing, %s is refused at once: %s', (text, why) => {
  expect(checkWhileTyping(text, TODAY)).toEqual({ state: 'invalid', why })
})

test('a leap day stays open until the century sign tells the year', () => {
  expect(checkWhileTyping('290200', TODAY)).toEqual({ state: 'incomplete' })
  expect(checkWhileTyping('290200-', TODAY)).toEqual({ state: 'invalid', why: 'date' })
  expect(checkWhileTyping('290200a', TODAY)).toEqual({ state: 'incomplete' })
})
