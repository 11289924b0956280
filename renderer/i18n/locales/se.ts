// A first, unapproved draft: what is missing is shown in Finnish. Not for use before a reviewer has approved it.
import type { PartialShape } from '../shape.ts'
import type { fi } from './fi.ts'
import { app } from './se/app.ts'
import { check } from './se/check.ts'
import { clients } from './se/clients.ts'
import { session } from './se/session.ts'

export const se: PartialShape<typeof fi> = { app, check, clients, session }
