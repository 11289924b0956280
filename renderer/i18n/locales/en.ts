// The texts of this language by topic. Each topic has its own file in ./en/.
import type { Shape } from '../shape.ts'
import { aggregates } from './en/aggregates.ts'
import { app } from './en/app.ts'
import { audit } from './en/audit.ts'
import { backup } from './en/backup.ts'
import { check } from './en/check.ts'
import { checkScreen } from './en/check-screen.ts'
import { clients } from './en/clients.ts'
import { dataRequest } from './en/data-request.ts'
import { errors } from './en/errors.ts'
import { office } from './en/office.ts'
import { plans } from './en/plans.ts'
import { referrals } from './en/referrals.ts'
import { retention } from './en/retention.ts'
import { rules } from './en/rules.ts'
import { services } from './en/services.ts'
import { session } from './en/session.ts'
import { station } from './en/station.ts'
import { timeline } from './en/timeline.ts'
import { ui } from './en/ui.ts'
import { users } from './en/users.ts'
import { worklist } from './en/worklist.ts'
import type { fi } from './fi.ts'

export const en: Shape<typeof fi> = {
  app,
  aggregates,
  office,
  audit,
  backup,
  worklist,
  check,
  checkScreen,
  clients,
  dataRequest,
  errors,
  plans,
  referrals,
  retention,
  rules,
  services,
  session,
  station,
  timeline,
  ui,
  users,
}
