// A referral and whether its client agrees to its being sent: what writing and sending both ask.
import type { Reader } from '../../db/kysely.ts'
import { consentsOf } from '../../db/repositories/participation.ts'
import { referralById } from '../../db/repositories/referrals.ts'
import type { ReferralTable } from '../../db/schema-checks.ts'
import { type Consent, consentInForce } from '../../domain/consents/kinds.ts'
import { Refusal } from '../../domain/contract/errors.ts'

/** The referral, or the refusal that there is none. */
export const existingReferral = async (db: Reader, id: string): Promise<ReferralTable> => {
  const referral = await referralById(db, id)
  if (!referral) throw new Refusal('not-found')
  return referral
}

/** The client's consents as the rules read them. */
export const consentsOfClient = async (db: Reader, clientId: string): Promise<Consent[]> =>
  (await consentsOf(db, clientId)).map((c) => ({
    kind: c.kind as Consent['kind'],
    given: c.given === 1,
    receiver: c.receiver,
    recordedAt: c.recorded_at,
    withdrawnAt: c.withdrawn_at,
  }))

/** A consent to send to exactly this receiver, given and not withdrawn. */
export const maySend = (consents: readonly Consent[], receiver: string | null): boolean =>
  receiver !== null && consentInForce(consents, 'sendReferral', receiver)
