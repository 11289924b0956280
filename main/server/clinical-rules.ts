// Limits and advice that clinicians set at the station. An administrator may write them, approving is a doctor's.

import {
  EARLY_RISK_SETTINGS,
  type EarlyRiskSettings,
  earlyRiskSettings,
} from '../../domain/assessments/early-risk.ts'
import type { clinicalRulesCalls } from '../../domain/contract/clinical-rules.calls.ts'
import { invalidField } from '../../domain/contract/errors.ts'
import { CLOSING_ADVICE, closingAdviceSchema } from '../../domain/health-checks/advice.ts'
import { mayApproveRules } from '../../domain/policies.ts'
import type { Context, Handlers } from './handler.ts'
import { stationData } from './station-data.ts'

const earlyRisk = stationData<EarlyRiskSettings>('earlyRisk', earlyRiskSettings, EARLY_RISK_SETTINGS)
const closingAdvice = stationData('closingAdvice', closingAdviceSchema, CLOSING_ADVICE)

const mustApprove = (ctx: Context<'write'>, rule: { approved: boolean }, path: string): void => {
  if (rule.approved && !mayApproveRules(ctx.session.user.role))
    throw invalidField(`${path}.approved`, 'doctor-approves')
  ctx.note({ approved: rule.approved })
}

export const clinicalRulesHandlers: Handlers<typeof clinicalRulesCalls> = {
  'rules.earlyRisk': async ({ db }) => {
    const { version, value } = await earlyRisk.read(db)
    return { version, settings: { ...value, rules: [...value.rules] } }
  },

  'rules.saveEarlyRisk': async (ctx, { version, settings }) => {
    mustApprove(ctx, settings, 'settings')
    return { version: await earlyRisk.save(ctx, version, () => settings) }
  },

  'rules.closingAdvice': async ({ db }) => {
    const { version, value } = await closingAdvice.read(db)
    return { version, advice: value }
  },

  'rules.saveClosingAdvice': async (ctx, { version, advice }) => {
    mustApprove(ctx, advice, 'advice')
    return { version: await closingAdvice.save(ctx, version, () => advice) }
  },
}
