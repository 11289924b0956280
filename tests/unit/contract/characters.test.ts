// Texts that would break the log or show something else than they say never get in.
import { expect, test } from 'vitest'
import { line, text } from '../../../domain/contract/values.ts'

test.each(['Pirjo \ud83d', '\udc00a', 'a\u0000b', 'a\u001bb', 'a\u007f', 'a\u202egnirts', 'a\u202d'])(
  'neither a line nor a text may hold %j',
  (typed) => {
    for (const schema of [line(80), text(80)])
      expect(schema.safeParse(typed).error?.issues[0]?.message).toBe('characters')
  },
)

test('emoji, other scripts and the line breaks of a text are as they were typed', () => {
  for (const typed of ['Pirjo 😀', 'Säämi Čoahkku', 'עברית', '\u202a+358 50 000 0000\u202c', 'a\u00adb'])
    for (const schema of [line(80), text(80)]) expect(schema.parse(typed)).toBe(typed)
  expect(text(80).parse('a\n\tb\r\nc\u000bd')).toBe('a\n\tb\r\nc\u000bd')
  expect(line(80).safeParse('a\nb').success).toBe(false)
})
