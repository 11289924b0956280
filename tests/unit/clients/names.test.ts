import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { queryKey, searchKeys } from '../../../domain/clients/names.ts'
import { parseSearch } from '../../../domain/clients/search.ts'

const finds = (query: string, family: string, given: string): boolean => {
  const keys = searchKeys(family, given)
  return queryKey(query).every(({ column, prefix }) => keys.some((key) => key[column].startsWith(prefix)))
}

describe('names', () => {
  test('plain letters find marked ones, marked letters find only themselves', () => {
    expect(finds('maki', 'Mäki', 'Åke')).toBe(true)
    expect(finds('ake', 'Mäki', 'Åke')).toBe(true)
    expect(finds('mäki', 'Mäki', 'Åke')).toBe(true)
    expect(finds('mäki', 'Maki', 'Ake')).toBe(false)
    expect(finds('öst', 'Ostman', 'A')).toBe(false)
    expect(finds('Jarvi ä', 'Järvinen', 'Äijä')).toBe(true)
  })

  test.each([
    ['Magga', 'Áilu', 'ailu'],
    ['Čáppat', 'Máret', 'cappat'],
    ['Šaŋŋá', 'Đurra', 'sanna durra'],
    ['Ŧuru', 'Ánte', 'turu'],
    ['Žáhko', 'Inga', 'zahko'],
    ['Âikku', 'Õlli', 'aikku olli'],
    ['Suäʹđjel', 'Ǩeäšš', 'suadjel keass'],
    ['Ǯukǥa', 'Ʒor', 'zukga zor'],
  ])('Sámi letters of %s %s are found by %s', (family, given, query) => {
    expect(finds(query, family, given)).toBe(true)
  })

  test('double names and apostrophes', () => {
    expect(finds('virtanen', 'Korhonen-Virtanen', 'Anna-Liisa')).toBe(true)
    expect(finds('anna-liisa korh', 'Korhonen-Virtanen', 'Anna-Liisa')).toBe(true)
    expect(finds("o'br", "O'Brien", 'Pat')).toBe(true)
    expect(finds('obr', 'O’Brien', 'Pat')).toBe(true)
  })

  test('a decomposed name gives the same keys as a composed one', () => {
    expect(searchKeys('Mäki'.normalize('NFD'), 'Ánte'.normalize('NFD'))).toEqual(searchKeys('Mäki', 'Ánte'))
  })

  test('every name finds itself by any prefix of its words, in any case', () => {
    const letters = fc.string({
      unit: fc.constantFrom(...'aäåöbčdđeiáŋšŧžâõǥǩʒǯøæ'),
      minLength: 1,
      maxLength: 8,
    })
    fc.assert(
      fc.property(letters, letters, fc.integer({ min: 1, max: 8 }), (family, given, length) => {
        expect(finds([...family].slice(0, length).join('').toUpperCase(), family, given)).toBe(true)
      }),
    )
  })
})

describe('parseSearch', () => {
  const TODAY = '2026-11-24'
  test.each([
    ['010190-900p', { kind: 'hetu', value: '010190-900P' }],
    ['010190', { kind: 'birthDate', dates: ['1890-01-01', '1990-01-01'] }],
    ['010107', { kind: 'birthDate', dates: ['1807-01-01', '1907-01-01', '2007-01-01'] }],
    ['010107A', { kind: 'birthDate', dates: ['2007-01-01'] }],
    ['1.1.1990', { kind: 'birthDate', dates: ['1990-01-01'] }],
    ['1990-01-01', { kind: 'birthDate', dates: ['1990-01-01'] }],
    ['31.4.1990', { kind: 'unreadable' }],
    ['010190-900R', { kind: 'unreadable' }],
    ['m', { kind: 'tooShort' }],
    ['', { kind: 'tooShort' }],
    ['Mä', { kind: 'name', words: [{ column: 'kept', prefix: 'mä' }] }],
  ])('%s', (text, expected) => {
    expect(parseSearch(text, TODAY)).toEqual(expected)
  })
})
