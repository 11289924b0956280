// Every text that the clinical tables need, from the tables themselves.

import { EARLY_RISK_LEVELS, EARLY_RISK_REASONS } from '../../../domain/assessments/early-risk.ts'
import { CONSENT_KINDS, CONSENT_RULES } from '../../../domain/consents/kinds.ts'
import {
  FLAG_ACTIONS,
  INSTRUMENT_MODES,
  INSTRUMENT_ROUNDS,
  SKIP_REASONS,
} from '../../../domain/health-checks/answers.ts'
import { CHECK_BAND_TABLES } from '../../../domain/health-checks/band-tables.ts'
import { CLOSING_CODES } from '../../../domain/health-checks/closing.ts'
import { DERIVED_NAMES } from '../../../domain/health-checks/derived.ts'
import { type Field, RECORD_HEADINGS } from '../../../domain/health-checks/fields.ts'
import { VALUE_PROBLEM_CODES } from '../../../domain/health-checks/limits.ts'
import { RED_FLAGS } from '../../../domain/health-checks/red-flags.ts'
import { SECTIONS } from '../../../domain/health-checks/sections.ts'
import { CHECK_STATES } from '../../../domain/health-checks/states.ts'
import { bandTablesOf, INSTRUMENTS } from '../../../domain/instruments/registry.ts'
import { SERVICE_PROVIDERS } from '../../../domain/paths/services.ts'
import { REFERRAL_GROUPS } from '../../../domain/referrals/fields.ts'
import {
  END_REASONS,
  FORMER_END_REASONS,
  REFERRAL_DETAILS,
  REFERRAL_STATES,
  REMINDERS,
} from '../../../domain/referrals/states.ts'

const ofField = (field: Field): string[] => {
  if (field.type === 'list')
    return field.columns.flatMap((column) => [`column.${field.key}.${column.key}`, ...ofField(column)])
  const keys = 'unit' in field && field.unit ? [`unit.${field.unit}`] : []
  if ('options' in field)
    keys.push(...field.options.values.map((value) => `option.${field.options.id}.${value}`))
  return keys
}

const tables = [
  ...CHECK_BAND_TABLES.map(([, table]) => table),
  ...[...INSTRUMENTS.values()].flatMap((instrument) => bandTablesOf(instrument)),
]

const under = (prefix: string, names: readonly string[]): string[] => names.map((name) => `${prefix}.${name}`)

/** Dotted keys within the topic `check`. */
export const REQUIRED_KEYS: readonly string[] = [
  ...new Set([
    ...SECTIONS.flatMap(({ id, fields }) => [
      `section.${id}`,
      ...fields.flatMap((field) => [`field.${field.key}`, ...ofField(field)]),
    ]),
    ...tables.flatMap((table) => table.rows.map((row) => `band.${table.id}.${row.id}`)),
    ...under('derived', DERIVED_NAMES),
    ...under('ownLimits', ['low', 'normal', 'high']),
    ...under('resultNote', ['not_fasting', 'single_reading']),
    ...under('closing', CLOSING_CODES),
    ...under('problem', VALUE_PROBLEM_CODES),
    ...RED_FLAGS.flatMap(({ id, severity }) => [`flag.${id}`, `severity.${severity}`]),
    ...under('flagAction', FLAG_ACTIONS),
    ...under('skipReason', SKIP_REASONS),
    ...under('mode', INSTRUMENT_MODES),
    ...under('round', INSTRUMENT_ROUNDS),
    ...under('state', CHECK_STATES),
    ...under('heading', RECORD_HEADINGS),
    ...[...INSTRUMENTS.values()].flatMap(({ id, licence }) => [`instrument.${id}`, `licence.${licence}`]),
    ...REFERRAL_GROUPS.flatMap(({ id, fields }) => [
      `referral.group.${id}`,
      ...fields.flatMap((field) => [`referral.field.${field.key}`, ...ofField(field)]),
    ]),
    ...under('referral.state', REFERRAL_STATES),
    ...under('referral.endReason', [...END_REASONS, ...FORMER_END_REASONS]),
    ...under('referral.detail', Object.keys(REFERRAL_DETAILS)),
    ...under(
      'referral.reminder',
      REMINDERS.map(({ state }) => state),
    ),
    ...under('consent.kind', CONSENT_KINDS),
    ...under('serviceProvider', SERVICE_PROVIDERS),
    ...under(
      'consent.withdrawal',
      CONSENT_RULES.map(({ withdrawal }) => withdrawal),
    ),
    ...under('earlyRisk.reason', EARLY_RISK_REASONS),
    ...under('earlyRisk.level', EARLY_RISK_LEVELS),
    ...under('option.bool3', ['yes', 'no', 'unknown']),
    ...under('option.bool', ['true', 'false']),
  ]),
]
