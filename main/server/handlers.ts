// Every call of the contract has its handler; the type makes a missing one an error.
import type { Contract } from '../../domain/contract/table.ts'
import { auditHandlers } from './audit.ts'
import { clientsHandlers } from './clients.ts'
import type { Handlers } from './handler.ts'
import { sessionHandlers } from './session.ts'
import { usersHandlers } from './users.ts'

const all: Handlers<Contract> = { ...sessionHandlers, ...usersHandlers, ...clientsHandlers, ...auditHandlers }

/** As a map, so that a name from outside never reaches a prototype. */
export const HANDLERS: ReadonlyMap<string, (context: never, input: never) => Promise<unknown>> = new Map(
  Object.entries(all) as [string, (context: never, input: never) => Promise<unknown>][],
)
