import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { COST_FLOOR, calibrate, emptyBox, seal, unseal } from '../../../main/keys/box.ts'
import { newRecoveryKey, normaliseRecoveryKey } from '../../../main/keys/recovery-key.ts'

test('a box opens with its secret and label, and with nothing else', async () => {
  const key = randomBytes(32)
  const box = await seal(key, 'salaisuus', 'asema/a', COST_FLOOR)
  expect(await unseal(box, 'salaisuus', 'asema/a')).toEqual(key)
  expect(await unseal(box, 'salaisuuS', 'asema/a')).toBeNull()
  expect(await unseal(box, 'salaisuus', 'asema/b')).toBeNull()
  const bent = Buffer.from(box.sealed, 'base64')
  bent[3]! ^= 1
  expect(await unseal({ ...box, sealed: bent.toString('base64') }, 'salaisuus', 'asema/a')).toBeNull()
  expect(await unseal({ ...box, sealed: '' }, 'salaisuus', 'asema/a')).toBeNull()
  expect(await unseal(emptyBox(COST_FLOOR), 'salaisuus', 'asema/a')).toBeNull()
})

test('the same password typed on another keyboard layout opens', async () => {
  const key = randomBytes(32)
  const box = await seal(key, 'y\u00f6t\u00f6n y\u00f6', 'a', COST_FLOOR)
  expect(await unseal(box, 'yo\u0308to\u0308n yo\u0308', 'a')).toEqual(key)
})

test('calibration never goes below the floor, nor without end', async () => {
  expect(await calibrate(1)).toEqual(COST_FLOOR)
  const slow = await calibrate(1e9)
  expect(slow).toEqual({ ...COST_FLOOR, passes: 12 })
})

test('a recovery key read aloud and typed anyhow is the same key', () => {
  const key = newRecoveryKey()
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(' ', '-', '', '.'), { minLength: 40, maxLength: 40 }),
      fc.boolean(),
      (gaps, lower) => {
        const typed = [...key].map((c, i) => `${c}${gaps[i] ?? ''}`).join('')
        return normaliseRecoveryKey(lower ? typed.toLowerCase() : typed) === key.replaceAll('-', '')
      },
    ),
  )
  expect(normaliseRecoveryKey('oO iI lL')).toBe('001111')
  expect(new Set(Array.from({ length: 200 }, newRecoveryKey)).size).toBe(200)
})
