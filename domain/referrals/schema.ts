// Reads the content of a referral strictly, says what it still lacks, and starts one from the register.

import { holdsHetu } from '../clients/hetu-in-text.ts'
import { type Consent, consentInForce } from '../consents/kinds.ts'
import { isEmpty } from '../contract/empty.ts'
import { emptyAnswers } from '../health-checks/answers.ts'
import { visible } from '../health-checks/conditions.ts'
import { hardProblems, type Params } from '../health-checks/limits.ts'
import { REFERRAL_FIELDS } from './fields.ts'

export type ReferralContent = Record<string, unknown>
export type ContentProblem = { field: string; code: string; params?: Params }
export type ContentResult = { ok: true; content: ReferralContent } | { ok: false; problems: ContentProblem[] }

/** Reads stored or received content: unknown fields and wrong values are problems; it may be incomplete. */
export const parseReferralContent = (json: unknown): ContentResult => {
  if (typeof json !== 'object' || json === null || Array.isArray(json))
    return { ok: false, problems: [{ field: '', code: 'type' }] }
  const problems = Object.entries(json).flatMap(([key, value]): ContentProblem[] => {
    const field = REFERRAL_FIELDS.get(key)
    if (!field) return [{ field: key, code: 'unknown-field' }]
    return hardProblems(field, value).map(({ path, code, params }) => ({
      field: [key, path].filter((part) => part !== '').join('.'),
      code,
      ...(params ? { params } : {}),
    }))
  })
  return problems.length > 0 ? { ok: false, problems } : { ok: true, content: { ...json } }
}

/** A referral's conditions ask nothing of a check or of the register. */
export const NO_CONTEXT = { checkDate: '2000-01-01', sex: 'unknown', labourStatus: 'unknown' }

/**
 * What keeps a referral from being consented to and sent: mandatory fields, a way to reach the client, a safety
 * note that the client has not approved, a henkilötunnus in any text, and the municipality of a client whose
 * address is protected.
 */
export const referralProblems = (
  content: ReferralContent,
  { protectedAddress }: { protectedAddress: boolean },
): ContentProblem[] => {
  const answers = { ...emptyAnswers(), fields: content }
  const problems: ContentProblem[] = []
  for (const field of REFERRAL_FIELDS.values()) {
    const value = content[field.key]
    if (field.mandatory && isEmpty(value) && visible(field, answers, NO_CONTEXT))
      problems.push({ field: field.key, code: 'required' })
    if (typeof value === 'string' && holdsHetu(value))
      problems.push({ field: field.key, code: 'contains-hetu' })
  }
  const reach = content.contactPreference
  if ((reach === 'phone' || reach === 'text_message') && isEmpty(content.clientPhone))
    problems.push({ field: 'clientPhone', code: 'required' })
  if (reach === 'email' && isEmpty(content.clientEmail))
    problems.push({ field: 'clientEmail', code: 'required' })
  if (!isEmpty(content.safetyNote) && content.safetyNoteApproved !== true)
    problems.push({ field: 'safetyNoteApproved', code: 'client-approval' })
  if (protectedAddress && !isEmpty(content.municipality))
    problems.push({ field: 'municipality', code: 'protected-address' })
  return problems
}

/** How the client may be reached, by the client's own wish. */
const REACHED_BY: Readonly<Record<string, readonly unknown[]>> = {
  clientPhone: ['phone', 'text_message'],
  clientEmail: ['email'],
}

/**
 * Whether a field goes on the referral's paper. Of a client whose address is protected the municipality never does,
 * and of phone and e-mail only the one by which the client wants to be reached.
 */
export const mayPrint = (key: string, content: ReferralContent, protectedAddress: boolean): boolean => {
  if (!protectedAddress) return true
  return key !== 'municipality' && (REACHED_BY[key]?.includes(content.contactPreference) ?? true)
}

export type ReferralStart = {
  client: {
    name: string
    phone: string | null
    email: string | null
    municipality: string
    language: string
    birthDate: string
    protectedAddress: boolean
  }
  writer: { name: string; unit: string; phone: string | null }
  /** YYYY-MM-DD */
  today: string
  /** The client's own first goal in the check, if the client wants it said. */
  ownGoal: string | null
}

const given = (entries: readonly (readonly [string, unknown])[]): ReferralContent =>
  Object.fromEntries(entries.filter(([, value]) => !isEmpty(value)))

/**
 * A new referral filled from the register and the writer only. Nothing of the check comes along but the own
 * goal that is handed in; a protected address keeps the municipality out.
 */
export const startingReferral = ({ client, writer, today, ownGoal }: ReferralStart): ReferralContent =>
  given([
    ['clientName', client.name],
    ['clientPhone', client.phone],
    ['clientEmail', client.email],
    ['municipality', client.protectedAddress ? null : client.municipality],
    ['language', client.language],
    ['birthYear', Number(client.birthDate.slice(0, 4))],
    ['contactPreference', client.phone ? 'phone' : null],
    ['writerName', writer.name],
    ['writerUnit', writer.unit],
    ['writerPhone', writer.phone],
    ['writtenOn', today],
    ['goal', ownGoal?.slice(0, 500)],
    ['feedbackConsent', 'not_asked'],
  ])

/**
 * Feedback goes to the writer only when the client said yes; not asked means no. A consent to feedback that was
 * recorded or withdrawn apart from the referral counts before what the referral says.
 */
export const mayGetFeedback = (content: ReferralContent, consents: readonly Consent[]): boolean =>
  consents.some(({ kind }) => kind === 'feedbackToReferrer')
    ? consentInForce(consents, 'feedbackToReferrer')
    : content.feedbackConsent === 'yes'
