// The one check of every new password, wherever it is set.
import { Refusal } from '../../domain/contract/errors.ts'
import { passwordProblem } from '../../domain/users/password.ts'

/** Refuses a weak password at the field `path`. */
export const mustBeGoodPassword = (password: string, username: string, path: string): void => {
  const problem = passwordProblem(password, username)
  if (problem) throw new Refusal('weak-password', { fields: [{ path, code: problem }] })
}
