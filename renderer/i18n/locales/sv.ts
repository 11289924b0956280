// The texts of this language by topic. Each topic has its own file in ./sv/.
import type { Shape } from '../shape.ts'
import type { fi } from './fi.ts'
import { aggregates } from './sv/aggregates.ts'
import { app } from './sv/app.ts'
import { audit } from './sv/audit.ts'
import { backup } from './sv/backup.ts'
import { check } from './sv/check.ts'
import { checkScreen } from './sv/check-screen.ts'
import { clients } from './sv/clients.ts'
import { dataRequest } from './sv/data-request.ts'
import { errors } from './sv/errors.ts'
import { office } from './sv/office.ts'
import { plans } from './sv/plans.ts'
import { referrals } from './sv/referrals.ts'
import { retention } from './sv/retention.ts'
import { rules } from './sv/rules.ts'
import { services } from './sv/services.ts'
import { session } from './sv/session.ts'
import { station } from './sv/station.ts'
import { timeline } from './sv/timeline.ts'
import { ui } from './sv/ui.ts'
import { users } from './sv/users.ts'
import { worklist } from './sv/worklist.ts'

export const sv: Shape<typeof fi> = {
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
