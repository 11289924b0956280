// What a client gets on request: everything the station knows, under the names the tables use.

type Json = Record<string, unknown>

export type PlanItem = {
  id: string
  kind: string
  title: string
  instructions: string
  contact: string
  responsible: string
  due_date: string | null
  state: string
  created_at: string
  changed_at: string
}

/** Times are ISO UTC, dates YYYY-MM-DD. Staff are named; internal ids of staff are left out. */
export type DataRequestDocument = {
  format: { name: 'tyokykypolku-data-request'; version: 1 }
  made_at: string
  client: {
    id: string
    family_name: string
    given_names: string
    birth_date: string
    sex: string
    municipality: string
    labour_status: string
    unemployed_since: string | null
    language: string
    interpreter: 0 | 1
    phone: string | null
    email: string | null
    protected_address: 0 | 1
    registered_at: string
  }
  identifiers: { value: string; kind: string; valid_from: string; valid_to: string | null }[]
  corrections: { version: number; before: unknown; reason: string; changed_at: string }[]
  participation: {
    entry_date: string
    labour_status: string
    exit_date: string | null
    exit_status: string | null
  } | null
  participation_changes: {
    version: number
    kind: string
    before: unknown
    reason: string | null
    changed_at: string
    changed_by: string
  }[]
  consents: {
    kind: string
    given: boolean
    method: string
    receiver: string | null
    recorded_at: string
    recorded_by: string
    withdrawn_at: string | null
  }[]
  health_checks: {
    id: string
    check_date: string
    state: string
    /** Day agreed, when it was carried out, and who marked it. */
    follow_ups_done: { follow_up: string; done_at: string; done_by: string }[]
    draft: { saved_at: string; reason: string | null; answers: Json } | null
    versions: {
      version: number
      state: string
      reason: string | null
      signed_at: string
      signed_by: string
      answers: Json
    }[]
  }[]
  referrals: {
    id: string
    state: string
    created_at: string
    sent_at: string | null
    receiver: string | null
    content: Json
    steps: { at: string; by: string; from: string; to: string; note: string; details: Json }[]
  }[]
  plan: PlanItem[]
  plan_changes: { item_id: string; revision: number; before: PlanItem; replaced_at: string }[]
  /** Aggregates that counted this person, with the classes as they were frozen then. */
  releases: {
    quarter: string
    released_at: string
    kind: 'participant' | 'check' | 'referral' | 'result'
    area: string
    sex: string
    age_band: string
    labour_status: string
    education: string
    /** Codes; results in releases that counted them. */
    background: string[]
    special: string[]
    result: string[]
  }[]
  erasure: { rule: string; proposed_at: string; proposed_by: string } | null
  log: { at: string; who: string; role: string; event: string }[]
}
