// What is guessed first is refused, however long it has been made; sentences of words are not.
import { expect, test } from 'vitest'
import { sameDisplayName } from '../../../domain/users/display-name.ts'
import { passwordProblem } from '../../../domain/users/password.ts'

test.each([
  'koirakoirakoira',
  'koira1koira2koira3',
  'koirakoirakoirax',
  'aurinkoaurinko1',
  'abcdefghijklmnop',
  'ponmlkjihgfedcba',
  'passw0rdpassw0rd',
  'P@ssw0rd P@$$word 1',
  's4l4s4n4 s4l4s4n4',
  '1q2w3e4r5t6y7u8i',
  '1qaz2wsx3edc4rfv',
  'qwertyuiopåasdf',
  'Qwertyuiop123456',
  'salasana1salasana2abcde',
  'tyokykypolku2026!',
  'aaaaaaaaaaaaaaa',
  '123456789012345',
  'Rovaniemi-2026-Lapha',
])('%s is too easy to guess', (password) => {
  expect(passwordProblem(password, 'hilla')).toBe('password-common')
})

test.each(['hillahillahilla', 'h1lla h1lla h1lla 2026'])('%s is the user name', (password) => {
  expect(passwordProblem(password, 'hilla')).toBe('password-is-name')
})

test.each([
  'tunturipuro solisee yöllä',
  'kaamos kestää kauan täällä',
  'lumihiutale putoaa hiljaa',
  'maa suu puu tee kuu',
  '8f#2kQ9z!4Lm1x7',
  'kettu hiipii lumessa koordi1',
  'renar springer över fjället',
  'the reindeer sleeps late',
  'revontulet palavat taivaalla',
])('%s may be used', (password) => {
  expect(passwordProblem(password, 'hilla')).toBeNull()
})

test('names that look the same are the same', () => {
  expect(sameDisplayName('Hilla Hoitaja', 'hilla  HOITAJA ')).toBe(true)
  expect(sameDisplayName('Hilla Hoitaja', 'Hilla\u200b Hoitaja')).toBe(true)
  expect(sameDisplayName('Hilla Hoitaja', 'Hilla Hoitaja, lääkäri')).toBe(false)
})
