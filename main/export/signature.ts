// Ed25519 over the manifest, and the fingerprint by which people compare keys.
import { createHash, createPrivateKey, createPublicKey, sign, verify } from 'node:crypto'

/** The signature of bytes as base64 text. */
export const signText = (bytes: Uint8Array, privatePem: string): string =>
  sign(null, bytes, createPrivateKey(privatePem)).toString('base64')

/** False for a wrong signature, a key that is not Ed25519, or text that is neither. */
export const signatureHolds = (bytes: Uint8Array, signature: string, publicPem: string): boolean => {
  try {
    const key = createPublicKey(publicPem)
    if (key.asymmetricKeyType !== 'ed25519') return false
    if (!/^[A-Za-z0-9+/]{86}==$/.test(signature)) return false
    return verify(null, bytes, key, Buffer.from(signature, 'base64'))
  } catch {
    return false
  }
}

/** Whether a key is written as a station writes it: the same key in other words would pass for another one. */
export const isPlainKey = (publicPem: string): boolean => {
  try {
    return createPublicKey(publicPem).export({ type: 'spki', format: 'pem' }) === publicPem
  } catch {
    return false
  }
}

/** SHA-256 of the public key in 16 groups of four; null when the text is no public key. */
export const fingerprintOf = (publicPem: string): string | null => {
  try {
    const der = createPublicKey(publicPem).export({ type: 'spki', format: 'der' })
    const hex = createHash('sha256').update(der).digest('hex').toUpperCase()
    return hex.match(/.{4}/g)!.join(' ')
  } catch {
    return null
  }
}
