// The roles of DESIGN: what a person at the station is. The administrator sees no client data.

export const ROLES = ['nurse', 'doctor', 'coordinator', 'counsellor', 'administrator', 'officer'] as const
export type Role = (typeof ROLES)[number]

/** Professionals who handle client records on a clinical workstation. */
export const CLINICAL_ROLES = [
  'nurse',
  'doctor',
  'coordinator',
  'counsellor',
] as const satisfies readonly Role[]

/** Professionals who make and sign health checks. */
export const CHECK_ROLES = ['nurse', 'doctor'] as const satisfies readonly Role[]

/** Roles that exist at each workplace. */
export const ROLES_OF_WORKPLACE = {
  clinical: ['nurse', 'doctor', 'coordinator', 'counsellor', 'administrator'],
  office: ['officer', 'administrator'],
} as const satisfies Record<'clinical' | 'office', readonly Role[]>
