// The separate consents a client may give; each is dated, has its method and can be withdrawn alone.

export const CONSENT_KINDS = [
  'sendReferral',
  'feedbackToReferrer',
  'contactBy',
  'useInProjectStatistics',
  'projectParticipation',
] as const
export type ConsentKind = (typeof CONSENT_KINDS)[number]

export type ConsentRule = {
  kind: ConsentKind
  /** The receiver must be named exactly. */
  namesReceiver: boolean
  /** What stops when it is withdrawn; text `consent.withdrawal.<effect>`. */
  withdrawal:
    | 'stops_sending_ask_deletion'
    | 'stops_feedback'
    | 'stops_contact'
    | 'leaves_statistics'
    | 'ends_participation'
}

/** The legal basis of each is set by the county’s data protection officer (to be verified). */
export const CONSENT_RULES: readonly ConsentRule[] = [
  { kind: 'sendReferral', namesReceiver: true, withdrawal: 'stops_sending_ask_deletion' },
  { kind: 'feedbackToReferrer', namesReceiver: false, withdrawal: 'stops_feedback' },
  { kind: 'contactBy', namesReceiver: false, withdrawal: 'stops_contact' },
  { kind: 'useInProjectStatistics', namesReceiver: false, withdrawal: 'leaves_statistics' },
  { kind: 'projectParticipation', namesReceiver: false, withdrawal: 'ends_participation' },
]

export type Consent = {
  kind: ConsentKind
  given: boolean
  receiver: string | null
  /** ISO UTC */
  recordedAt: string
  /** ISO UTC, or null while it stands. */
  withdrawnAt: string | null
}

/** What a consent to be recorded still lacks. */
export const consentProblems = (
  consent: Pick<Consent, 'kind' | 'given' | 'receiver'>,
): { field: 'receiver'; code: 'required' }[] =>
  consent.given &&
  CONSENT_RULES.some(({ kind, namesReceiver }) => kind === consent.kind && namesReceiver) &&
  !consent.receiver?.trim()
    ? [{ field: 'receiver', code: 'required' }]
    : []

/**
 * Whether a consent is in force: the newest answer of that kind counts (of that receiver, where one is named), and it
 * must be a yes that has not been withdrawn. Nothing asked is a no. No clock is asked: one that was wrong once must not
 * bring a withdrawn consent back, nor hide the answer that was recorded after it.
 * @param consents newest first, in the order in which they were recorded
 */
export const consentInForce = (
  consents: readonly Consent[],
  kind: ConsentKind,
  receiver: string | null = null,
): boolean => {
  const named = CONSENT_RULES.some((rule) => rule.kind === kind && rule.namesReceiver)
  const newest = consents.find(
    (consent) => consent.kind === kind && (!named || consent.receiver === receiver),
  )
  return newest?.given === true && newest.withdrawnAt === null
}
