// Texts of the health check, its instruments, referrals and consents, by the ids of the domain tables.
import type { Shape } from '../../shape.ts'
import type { check as finnish } from '../fi/check.ts'
import { column, field, section, unit } from './check-fields.ts'
import { option } from './check-options.ts'
import { consent, referral } from './check-referral.ts'
import {
  band,
  closing,
  derived,
  earlyRisk,
  flag,
  flagAction,
  heading,
  instrument,
  instrumentUi,
  licence,
  mode,
  ownLimits,
  problem,
  recordText,
  resultNote,
  round,
  serviceProvider,
  severity,
  skipReason,
  state,
} from './check-rules.ts'

export const check: Shape<typeof finnish> = {
  band,
  closing,
  column,
  consent,
  derived,
  earlyRisk,
  field,
  flag,
  flagAction,
  heading,
  instrument,
  instrumentUi,
  licence,
  mode,
  option,
  ownLimits,
  problem,
  recordText,
  resultNote,
  referral,
  round,
  section,
  serviceProvider,
  severity,
  skipReason,
  state,
  unit,
}
