// The texts of this language by topic. Each topic has its own file in ./fi/.
import { aggregates } from './fi/aggregates.ts'
import { app } from './fi/app.ts'
import { audit } from './fi/audit.ts'
import { backup } from './fi/backup.ts'
import { check } from './fi/check.ts'
import { checkScreen } from './fi/check-screen.ts'
import { clients } from './fi/clients.ts'
import { dataRequest } from './fi/data-request.ts'
import { errors } from './fi/errors.ts'
import { office } from './fi/office.ts'
import { plans } from './fi/plans.ts'
import { referrals } from './fi/referrals.ts'
import { retention } from './fi/retention.ts'
import { rules } from './fi/rules.ts'
import { services } from './fi/services.ts'
import { session } from './fi/session.ts'
import { station } from './fi/station.ts'
import { timeline } from './fi/timeline.ts'
import { ui } from './fi/ui.ts'
import { users } from './fi/users.ts'
import { worklist } from './fi/worklist.ts'

export const fi = {
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
