// Why a database cannot be used. The code is all that leaves: paths and messages stay here.

export type DatabaseProblem =
  | 'database-missing'
  | 'database-damaged'
  | 'database-newer'
  | 'database-not-encrypted'

export class DatabaseError extends Error {
  readonly code: DatabaseProblem
  constructor(code: DatabaseProblem) {
    super(code)
    this.name = 'DatabaseError'
    this.code = code
  }
}
