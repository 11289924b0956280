// Tables of health checks and referrals. Signed content lives in version tables that nothing may change.

export type HealthCheckTable = {
  id: string
  client_id: string
  state: string
  check_date: string
  created_at: string
  created_by: string
  /** Newest signed version; 0 while nothing is signed. */
  version: number
  /** First closing: what aggregates count. */
  closed_at: string | null
  /** From the newest signed version, for the worklist. */
  follow_up: string | null
}

/** Append-only: an agreed follow-up that was carried out. */
export type FollowUpDoneTable = { check_id: string; follow_up: string; done_at: string; done_by: string }

/** Which plan items a check put into the plan, and the item's revision as the check left it. */
export type CheckPlanItemTable = { item_id: string; check_id: string; words: string; revision: number }

/** Append-only: one row for each signing or amendment. */
export type HealthCheckVersionTable = {
  check_id: string
  version: number
  state: string
  answers: string
  reason: string | null
  signed_at: string
  signed_by: string
  signed_role: string
}

/** What is being typed; deleted in the transaction of the signing. */
export type HealthCheckDraftTable = {
  check_id: string
  revision: number
  answers: string
  /** Why a closed check is being amended. */
  reason: string | null
  saved_at: string
  saved_by: string
}

export type ReferralTable = {
  id: string
  client_id: string
  check_id: string | null
  state: string
  revision: number
  content: string
  receiver: string | null
  created_at: string
  created_by: string
  sent_at: string | null
  /** When the present state was entered, for reminders. */
  state_at: string
}

/** Append-only: one row for each step; the step `sent` keeps the content as it was sent. */
export type ReferralEventTable = {
  referral_id: string
  step: number
  at: string
  by: string
  from_state: string
  to_state: string
  note: string
  details: string
}

/** Goals and steps; each change of an item leaves the one before in `plan_item_version`. */
export type PlanItemTable = {
  id: string
  client_id: string
  kind: string
  title: string
  instructions: string
  contact: string
  responsible: string
  due_date: string | null
  state: string
  revision: number
  created_at: string
  created_by: string
  changed_at: string
  changed_by: string
}

export type PlanItemVersionTable = { item_id: string; revision: number; data: string; replaced_at: string }

/** An erasure proposed by one person and confirmed by another; stays after the client's record is gone. */
export type ErasureTable = {
  client_id: string
  rule: string
  proposed_at: string
  proposed_by: string
  confirmed_at: string | null
  confirmed_by: string | null
}

export type ChecksSchema = {
  erasure: ErasureTable
  plan_item: PlanItemTable
  plan_item_version: PlanItemVersionTable
  health_check: HealthCheckTable
  follow_up_done: FollowUpDoneTable
  check_plan_item: CheckPlanItemTable
  health_check_version: HealthCheckVersionTable
  health_check_draft: HealthCheckDraftTable
  referral: ReferralTable
  referral_event: ReferralEventTable
}
