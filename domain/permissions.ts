// "May this person?" — one answer for the server that refuses and the screen that disables.
import type { AnyCall } from './contract/call.ts'
import type { Role } from './users/roles.ts'

/**
 * Why a call is refused for this role at this workplace, or null when it may be made.
 * @param role null when nobody is signed in
 */
export const mayCall = (
  call: Pick<AnyCall, 'callers' | 'workplace'>,
  role: Role | null,
  workplace: 'clinical' | 'office' | null,
): 'not-signed-in' | 'forbidden' | 'wrong-workplace' | null => {
  if (call.callers.includes('nobody')) return null
  if (role === null || workplace === null) return 'not-signed-in'
  if (call.workplace !== 'any' && call.workplace !== workplace) return 'wrong-workplace'
  return call.callers.includes(role) ? null : 'forbidden'
}
