// Wellbeing referrals and their steps.
import type { Reader, Writer } from '../kysely.ts'
import type { ReferralEventTable, ReferralTable } from '../schema-checks.ts'

/** Whatever its state; undefined when there is none. */
export const referralById = (db: Reader, id: string): Promise<ReferralTable | undefined> =>
  db.selectFrom('referral').selectAll().where('id', '=', id).executeTakeFirst()

/** Newest first. */
export const referralsOfClient = (db: Reader, clientId: string): Promise<ReferralTable[]> =>
  db
    .selectFrom('referral')
    .selectAll()
    .where('client_id', '=', clientId)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute()

/** The steps in order, with the name of who took them. */
export const referralSteps = (
  db: Reader,
  id: string,
): Promise<(ReferralEventTable & { display_name: string })[]> =>
  db
    .selectFrom('referral_event')
    .innerJoin('app_user', 'app_user.id', 'referral_event.by')
    .selectAll('referral_event')
    .select('app_user.display_name')
    .where('referral_id', '=', id)
    .orderBy('step')
    .execute()

/** Writes the referral as it begins: no step tells of that, only of what comes after (`insertStep`). */
export const insertReferral = async (db: Writer, referral: ReferralTable): Promise<void> => {
  await db.insertInto('referral').values(referral).execute()
}

type Change = Partial<Pick<ReferralTable, 'state' | 'state_at' | 'content' | 'receiver' | 'sent_at'>>

/** Changes the referral if its revision is still `revision`; false otherwise. */
export const updateReferral = async (
  db: Writer,
  id: string,
  revision: number,
  change: Change,
): Promise<boolean> => {
  const done = await db
    .updateTable('referral')
    .set({ ...change, revision: revision + 1 })
    .where('id', '=', id)
    .where('revision', '=', revision)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

/**
 * Adds a step, for good, with the next number from 1. The referral itself is moved with `updateReferral`, in the same
 * transaction.
 */
export const insertStep = async (db: Writer, step: Omit<ReferralEventTable, 'step'>): Promise<void> => {
  const { last } = await db
    .selectFrom('referral_event')
    .select((e) => e.fn.max('step').as('last'))
    .where('referral_id', '=', step.referral_id)
    .executeTakeFirstOrThrow()
  await db
    .insertInto('referral_event')
    .values({ ...step, step: (last ?? 0) + 1 })
    .execute()
}
