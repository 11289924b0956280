// The one table of everything a screen can ask. Types, validation, roles, audit and the test matrix come from it.
import type { z } from 'zod'
import { aggregatesCalls } from './aggregates.calls.ts'
import { auditCalls } from './audit.calls.ts'
import { backupCalls } from './backup.calls.ts'
import type { AnyCall } from './call.ts'
import { clientsCalls } from './clients.calls.ts'
import { clinicalRulesCalls } from './clinical-rules.calls.ts'
import { dataRequestCalls } from './data-request.calls.ts'
import { documentsCalls } from './documents.calls.ts'
import { healthChecksCalls } from './health-checks.calls.ts'
import { importsCalls } from './imports.calls.ts'
import { indicatorsCalls } from './indicators.calls.ts'
import { plansCalls } from './plans.calls.ts'
import { receiversCalls } from './receivers.calls.ts'
import { referralsCalls } from './referrals.calls.ts'
import { retentionCalls } from './retention.calls.ts'
import { servicesCalls } from './services.calls.ts'
import { sessionCalls } from './session.calls.ts'
import { usersCalls } from './users.calls.ts'
import { worklistCalls } from './worklist.calls.ts'

const rows = {
  ...sessionCalls,
  ...usersCalls,
  ...clientsCalls,
  ...healthChecksCalls,
  ...referralsCalls,
  ...receiversCalls,
  ...plansCalls,
  ...servicesCalls,
  ...clinicalRulesCalls,
  ...worklistCalls,
  ...retentionCalls,
  ...dataRequestCalls,
  ...auditCalls,
  ...aggregatesCalls,
  ...importsCalls,
  ...indicatorsCalls,
  ...documentsCalls,
  ...backupCalls,
} as const

export type Contract = typeof rows
export type CallName = keyof Contract
/** What the screen sends (before defaults and trimming). */
export type Input<N extends CallName> = z.input<Contract[N]['input']>
export type Output<N extends CallName> = z.output<Contract[N]['output']>
export type KindOf<N extends CallName> = Contract[N]['kind']

const table: ReadonlyMap<string, AnyCall> = new Map(Object.entries(rows))

export const CALL_NAMES = Object.keys(rows) as CallName[]

/** The row of a call, or undefined for a name that is not in the table (own names only). */
export const findCall = (name: string): AnyCall | undefined => table.get(name)
