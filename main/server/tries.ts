// Guessing is slow, whoever asks and where: at signing in, with the recovery key, and at one's own password.
import { Refusal } from '../../domain/contract/errors.ts'
import { secondsToWait, shortenWait } from '../keys/attempts.ts'
import type { Vault } from '../keys/vault.ts'

/** Refuses `wait` while this slot may not be tried. */
export const mayTry = ({ vault, nowMs }: { vault: Vault; nowMs: () => number }, slot: string): void => {
  const now = nowMs()
  const file = vault.readFile()
  if (shortenWait(file, slot, now)) vault.change((f) => void shortenWait(f, slot, now))
  const seconds = secondsToWait(file, slot, now)
  if (seconds > 0) throw new Refusal('wait', { params: { seconds } })
}
