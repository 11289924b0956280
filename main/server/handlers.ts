// Every call of the contract has its handler; the type makes a missing one an error.
import type { Contract } from '../../domain/contract/table.ts'
import { adHocHandlers } from './ad-hoc.ts'
import { aggregatesHandlers } from './aggregates.ts'
import { auditHandlers } from './audit.ts'
import { backupHandlers } from './backup.ts'
import { clientsHandlers } from './clients.ts'
import { clinicalRulesHandlers } from './clinical-rules.ts'
import { dataRequestHandlers } from './data-request.ts'
import { documentsHandlers } from './documents.ts'
import type { Handlers } from './handler.ts'
import { healthChecksHandlers } from './health-checks.ts'
import { importsHandlers } from './imports.ts'
import { indicatorsHandlers } from './indicators.ts'
import { plansHandlers } from './plans.ts'
import { receiversHandlers } from './receivers.ts'
import { referralsHandlers } from './referrals.ts'
import { retentionHandlers } from './retention.ts'
import { servicesHandlers } from './services.ts'
import { sessionHandlers } from './session.ts'
import { usersHandlers } from './users.ts'
import { worklistHandlers } from './worklist.ts'

const all: Handlers<Contract> = {
  ...sessionHandlers,
  ...usersHandlers,
  ...clientsHandlers,
  ...healthChecksHandlers,
  ...referralsHandlers,
  ...receiversHandlers,
  ...plansHandlers,
  ...servicesHandlers,
  ...clinicalRulesHandlers,
  ...worklistHandlers,
  ...retentionHandlers,
  ...dataRequestHandlers,
  ...auditHandlers,
  ...aggregatesHandlers,
  ...adHocHandlers,
  ...importsHandlers,
  ...indicatorsHandlers,
  ...documentsHandlers,
  ...backupHandlers,
}

/** As a map, so that a name from outside never reaches a prototype. */
export const HANDLERS: ReadonlyMap<string, (context: never, input: never) => Promise<unknown>> = new Map(
  Object.entries(all) as [string, (context: never, input: never) => Promise<unknown>][],
)
