// "May it be done as things stand?" beyond who may call: asked by the server that refuses and the screen that disables.
import type { Role } from './users/roles.ts'

/** Clinical limits are approved by a doctor; whoever else writes them leaves them unapproved. */
export const mayApproveRules = (role: Role | null): boolean => role === 'doctor'
