// The rules by which releases are protected; kept with every release.
import { type ReleaseRules, STANDARD_RULES } from '../disclosure/tables.ts'

export type Rules = {
  threshold: number
  lowerBound: 0 | 1
  minUpper: number
  minWidth: number
  singleRespondents: boolean
}

/** The project's rules; never under a threshold of 3. */
export const RULES: Rules & { source: string } = {
  threshold: 5,
  lowerBound: 1,
  minUpper: 5,
  minWidth: 1,
  singleRespondents: true,
  source:
    'Project rule: counts 1–4 are sensitive (practice of Findata and THL), zeros are shown but for special categories',
}

/** The same rules as the engine takes them. */
export const engineRules = (rules: Rules, seconds: number): ReleaseRules => ({
  threshold: rules.threshold,
  minUpper: rules.minUpper,
  minWidth: rules.minWidth,
  singleRespondents: rules.singleRespondents,
  colluding: STANDARD_RULES.colluding,
  groupSlack: STANDARD_RULES.groupSlack,
  timeLimit: seconds,
})
