// The texts of this language by topic. Each topic has its own file in ./en/.
import type { Shape } from '../shape.ts'
import { app } from './en/app.ts'
import { audit } from './en/audit.ts'
import { check } from './en/check.ts'
import { clients } from './en/clients.ts'
import { errors } from './en/errors.ts'
import { retention } from './en/retention.ts'
import { session } from './en/session.ts'
import { ui } from './en/ui.ts'
import { users } from './en/users.ts'
import { worklist } from './en/worklist.ts'
import type { fi } from './fi.ts'

export const en: Shape<typeof fi> = {
  app,
  audit,
  worklist,
  check,
  clients,
  errors,
  retention,
  session,
  ui,
  users,
}
