// The texts of this language by topic. Each topic has its own file in ./fi/.
import { app } from './fi/app.ts'
import { audit } from './fi/audit.ts'
import { check } from './fi/check.ts'
import { clients } from './fi/clients.ts'
import { errors } from './fi/errors.ts'
import { retention } from './fi/retention.ts'
import { session } from './fi/session.ts'
import { ui } from './fi/ui.ts'
import { users } from './fi/users.ts'
import { worklist } from './fi/worklist.ts'

export const fi = { app, audit, worklist, check, clients, errors, retention, session, ui, users }
