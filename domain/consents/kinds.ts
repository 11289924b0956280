// The separate consents a client may give; each is dated, has its method and can be withdrawn alone.

export const CONSENT_KINDS = [
  'sendReferral',
  'feedbackToReferrer',
  'contactBy',
  'useInProjectStatistics',
  'projectParticipation',
] as const
export type ConsentKind = (typeof CONSENT_KINDS)[number]
