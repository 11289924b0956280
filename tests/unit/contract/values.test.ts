import { expect, test } from 'vitest'
import { line } from '../../../domain/contract/values.ts'

test.each(['\u200B', ' \u2060\u00AD ', '\u3164', '\u2800\u2800', '\u0301', '', '  '])(
  '%j is no line: there is nothing to see',
  (text) => {
    const read = line(80).safeParse(text)
    expect(read.success).toBe(false)
    expect(read.error!.issues.map((issue) => issue.message)).toEqual(['required'])
  },
)

test.each(['Ä', 'Sääʹm', 'e\u0301', '1', '–', 'Näkkäläjärvi-O’Brien', 'नि'])('%j is a line', (text) => {
  expect(line(80).safeParse(text).success).toBe(true)
})
