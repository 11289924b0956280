// What a wellbeing referral may say: the least the receiver needs, in the client's own words where possible.
import { z } from 'zod'
import { text } from '../contract/values.ts'

export const REFERRAL_REASONS = [
  'loneliness',
  'meaningful_activity',
  'mild_low_mood',
  'lifestyle_change',
  'physical_activity',
  'daily_rhythm',
  'job_search_support',
  'money',
  'digital_skills',
  'life_change',
  'other',
] as const

/** Target categories (section 3.5 of the domain material; to be confirmed by the county). */
export const REFERRAL_INTERESTS = [
  'exercise_outdoors',
  'exercise_advice',
  'culture_arts',
  'crafts',
  'peer_support',
  'patient_organisations',
  'mental_health',
  'recovery_from_substances',
  'gambling_harm',
  'money_debt_advice',
  'digital_help',
  'volunteering',
  'nature_animals',
  'parish',
  'adult_education',
  'library',
  'youth',
  'immigrants',
  'sami_services',
  'carers',
  'unemployed_association',
  'food_aid',
  'meeting_place',
  'other',
] as const

export const CONTACT_PREFERENCES = ['phone', 'sms', 'email'] as const
export const WRITER_PROFESSIONS = [
  'nurse',
  'doctor',
  'social_worker',
  'social_counsellor',
  'service_guide',
  'coordinator',
  'counsellor',
] as const

/** Never in a referral, neither filled in nor offered: what the receiver does not need. */
export const NEVER_INCLUDED = [
  'hetu',
  'diagnoses',
  'medication',
  'instrument answers and scores',
  'violence',
  'substances',
  'laboratory',
  'work-ability conclusion',
] as const

const shape = {
  reasons: z.array(z.enum(REFERRAL_REASONS)).max(REFERRAL_REASONS.length),
  reasonOther: text(200),
  goal: text(500),
  interests: z.array(z.enum(REFERRAL_INTERESTS)).max(REFERRAL_INTERESTS.length),
  strengths: text(500),
  hopesForLinkPerson: text(300),
  accessibility: text(300),
  transport: text(300),
  /** Only wording that the client has seen and approved. */
  safetyNote: text(300),
  contactPreference: z.enum(CONTACT_PREFERENCES).nullable(),
  contactTime: text(120),
  phone: text(40),
  profession: z.enum(WRITER_PROFESSIONS).nullable(),
  unit: text(120),
  writerPhone: text(40),
  feedbackConsent: z.enum(['not_asked', 'yes', 'no']),
} as const

const content = z.strictObject(shape)
export type ReferralContent = z.output<typeof content>

export const emptyReferral = (): ReferralContent => ({
  reasons: [],
  reasonOther: '',
  goal: '',
  interests: [],
  strengths: '',
  hopesForLinkPerson: '',
  accessibility: '',
  transport: '',
  safetyNote: '',
  contactPreference: null,
  contactTime: '',
  phone: '',
  profession: null,
  unit: '',
  writerPhone: '',
  feedbackConsent: 'not_asked',
})

export type ReferralProblem = { field: string; code: string; params?: Record<string, string | number> }

/** Reads a stored or sent content; missing fields are the empty ones, unknown fields are refused. */
export const parseReferralContent = (
  json: unknown,
): { ok: true; content: ReferralContent } | { ok: false; problems: ReferralProblem[] } => {
  const given = typeof json === 'object' && json !== null ? json : {}
  const parsed = content.safeParse({ ...emptyReferral(), ...given })
  if (parsed.success) return { ok: true, content: parsed.data }
  return {
    ok: false,
    problems: parsed.error.issues.map((issue) => ({
      field: issue.path.map(String).join('.'),
      code: /^[a-z][a-z-]+$/.test(issue.message) ? issue.message : issue.code,
    })),
  }
}

/** What must be there before the client can consent to sending it. */
export const referralProblems = (json: unknown): ReferralProblem[] => {
  const parsed = parseReferralContent(json)
  if (!parsed.ok) return parsed.problems
  const { reasons, reasonOther, goal, contactPreference, phone, profession, unit } = parsed.content
  const required = (field: string, there: boolean): ReferralProblem[] =>
    there ? [] : [{ field, code: 'required' }]
  return [
    ...required('reasons', reasons.length > 0),
    ...required('reasonOther', !reasons.includes('other') || reasonOther.trim() !== ''),
    ...required('goal', goal.trim() !== ''),
    ...required('contactPreference', contactPreference !== null),
    ...required('phone', contactPreference === null || contactPreference === 'email' || phone.trim() !== ''),
    ...required('profession', profession !== null),
    ...required('unit', unit.trim() !== ''),
  ]
}
