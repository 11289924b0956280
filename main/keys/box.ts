// Wrapping the data key: Argon2id makes a key from what the person knows, AES-256-GCM seals the data key with it.
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { hashRaw } from '@node-rs/argon2'

/** Argon2id costs. The floor holds everywhere; a faster machine gets more passes. */
export type Cost = { memoryKiB: number; passes: number; lanes: number }
export const COST_FLOOR: Cost = { memoryKiB: 64 * 1024, passes: 3, lanes: 1 }
/** No key file may ask for more, or one that a stranger hands over could stop the machine. */
export const COST_CEILING: Cost = { memoryKiB: 256 * 1024, passes: 16, lanes: 4 }
const ARGON2ID = 2
const PASSES_MAX = 12

export type Box = { cost: Cost; salt: string; nonce: string; sealed: string }

const derive = (secret: string, salt: Uint8Array, cost: Cost): Promise<Buffer> =>
  hashRaw(secret.normalize('NFKC'), {
    algorithm: ARGON2ID,
    memoryCost: cost.memoryKiB,
    timeCost: cost.passes,
    parallelism: cost.lanes,
    outputLen: 32,
    salt,
  })

/** Raises the passes until one derivation takes about `targetMs` on this machine; never below the floor. */
export const calibrate = async (targetMs = 400): Promise<Cost> => {
  const from = performance.now()
  await derive('calibration', randomBytes(16), COST_FLOOR)
  const perPass = (performance.now() - from) / COST_FLOOR.passes
  const passes = Math.min(PASSES_MAX, Math.max(COST_FLOOR.passes, Math.floor(targetMs / perPass)))
  return { ...COST_FLOOR, passes }
}

/**
 * Seals 32 bytes for someone who knows `secret`; `label` binds the box to its slot.
 * The key is copied at once: its owner may wipe it while the wrapping key is made. A wiped key is refused.
 */
export const seal = async (dataKey: Uint8Array, secret: string, label: string, cost: Cost): Promise<Box> => {
  const key = Buffer.from(dataKey)
  if (key.length !== 32 || key.every((byte) => byte === 0)) throw new TypeError('no data key')
  const salt = randomBytes(16)
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', await derive(secret, salt, cost), nonce)
  cipher.setAAD(Buffer.from(label))
  const sealed = Buffer.concat([cipher.update(key), cipher.final(), cipher.getAuthTag()])
  key.fill(0)
  return {
    cost,
    salt: salt.toString('base64'),
    nonce: nonce.toString('base64'),
    sealed: sealed.toString('base64'),
  }
}

/** The key in the box, or null when the secret, the label or the box is not right. */
export const unseal = async (box: Box, secret: string, label: string): Promise<Buffer | null> => {
  const wrapping = await derive(secret, Buffer.from(box.salt, 'base64'), box.cost)
  const sealed = Buffer.from(box.sealed, 'base64')
  try {
    const cipher = createDecipheriv('aes-256-gcm', wrapping, Buffer.from(box.nonce, 'base64'))
    cipher.setAAD(Buffer.from(label))
    cipher.setAuthTag(sealed.subarray(-16))
    return Buffer.concat([cipher.update(sealed.subarray(0, -16)), cipher.final()])
  } catch {
    return null
  }
}

/** A box nobody can open, so that an unknown user costs the same time as a wrong password. */
export const emptyBox = (cost: Cost): Box => ({
  cost,
  salt: randomBytes(16).toString('base64'),
  nonce: randomBytes(12).toString('base64'),
  sealed: randomBytes(48).toString('base64'),
})
