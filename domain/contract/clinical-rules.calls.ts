// Clinical limits and advice that are kept at the station: read by whoever handles checks, written with a version.
import { z } from 'zod'
import { earlyRiskSettings } from '../assessments/early-risk.ts'
import { closingAdviceSchema } from '../health-checks/advice.ts'
import { CLINICAL_ROLES } from '../users/roles.ts'
import { call } from './call.ts'
import { nothing, version } from './values.ts'

const readers = [...CLINICAL_ROLES, 'administrator'] as const
const writers = ['doctor', 'administrator'] as const

export const clinicalRulesCalls = {
  'rules.earlyRisk': call({
    kind: 'read',
    workplace: 'clinical',
    callers: readers,
    input: nothing,
    output: z.strictObject({ version, settings: earlyRiskSettings }),
  }),
  'rules.saveEarlyRisk': call({
    kind: 'write',
    workplace: 'clinical',
    callers: writers,
    input: z.strictObject({ version, settings: earlyRiskSettings }),
    output: z.strictObject({ version }),
    audit: { event: 'rules.early-risk-saved' },
  }),
  'rules.closingAdvice': call({
    kind: 'read',
    workplace: 'clinical',
    callers: readers,
    input: nothing,
    output: z.strictObject({ version, advice: closingAdviceSchema }),
  }),
  'rules.saveClosingAdvice': call({
    kind: 'write',
    workplace: 'clinical',
    callers: writers,
    input: z.strictObject({ version, advice: closingAdviceSchema }),
    output: z.strictObject({ version }),
    audit: { event: 'rules.closing-advice-saved' },
  }),
} as const
