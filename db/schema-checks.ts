// Tables of health checks, assessments and referrals.

export type ChecksSchema = Record<never, never>
