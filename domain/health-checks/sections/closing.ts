// Conclusion, plan, follow-up and onward referrals.
import {
  choice,
  day,
  line,
  lines,
  list,
  many,
  type OptionSet,
  type Section,
  type Sensitivity,
  tick,
  whole,
} from '../fields.ts'
import { WORK_ABILITY_CODES } from '../work-ability.ts'

const base = {
  approved: false,
  reviewedOn: null,
  source: 'Wording to be agreed with Lapha',
  preVisit: false,
  instruments: [],
} as const

const concluded = (...codes: string[]) => ({ field: 'workAbility', in: codes }) as const

export const RESPONSIBLE: OptionSet = { id: 'responsible', values: ['client', 'nurse', 'doctor', 'other'] }

export const ONWARD_TARGETS = [
  'doctor',
  'physiotherapist',
  'psychiatric_nurse',
  'substance_services',
  'dental_care',
  'social_work',
  'rehabilitation_team',
  'dietitian',
  'diabetes_nurse',
  'smoking_cessation',
  'optician_hearing',
  'work_ability_coordinator',
  'kela_rehabilitation',
  'employment_area',
  'multisector',
  'debt_advice',
  'wellbeing_referral',
  'vaccination',
  'crisis_help',
  'shelter',
] as const
export type OnwardTarget = (typeof ONWARD_TARGETS)[number]

/** Services that alone tell why someone was sent there. */
export const SENSITIVE_TARGETS = {
  substance_services: 'substances',
  smoking_cessation: 'substances',
  crisis_help: 'violence',
  shelter: 'violence',
} as const satisfies Partial<Record<OnwardTarget, Sensitivity>>

export const CLOSING_SECTIONS: readonly Section[] = [
  {
    ...base,
    id: 'conclusion',
    needed: true,
    heading: 'johtopaatos',
    fields: [
      choice('workAbility', { id: 'workAbility', values: WORK_ABILITY_CODES }, { mandatory: true }),
      choice('assessedByRole', ['nurse', 'doctor'], { mandatory: true }),
      lines('justification', 4000, { mandatory: true }),
      many(
        'restrictions',
        [
          'lifting',
          'standing',
          'shift_night_work',
          'heights',
          'driving',
          'noise',
          'precise_vision',
          'demanding_interaction',
          'cold',
          'handwork',
          'working_time',
          'other',
        ],
        { showIf: concluded('able_restricted', 'able_with_support', 'to_be_assessed') },
      ),
      whole('maxHoursPerWeek', [1, 40], {
        unit: 'h',
        showIf: { field: 'restrictions', includes: ['working_time'] },
        mandatory: true,
      }),
      line('restrictionsOther', 300, {
        showIf: { field: 'restrictions', includes: ['other'] },
        mandatory: true,
      }),
      lines('supportNeeds', 2000, { showIf: concluded('able_with_support', 'able_restricted') }),
      line('nextAssessment', 300, { showIf: concluded('to_be_assessed') }),
      day('nextAssessmentDate', { showIf: concluded('to_be_assessed'), notBeforeCheck: true }),
      day('unableUntil', { showIf: concluded('unable_temporary'), notBeforeCheck: true }),
      line('notAssessedReason', 300, { showIf: concluded('not_assessed') }),
      lines('strengths', 2000),
      choice('clientAgrees', ['agrees', 'partly', 'disagrees', 'not_asked']),
      lines('clientView', 2000),
      lines('doctorQuestion', 2000),
    ],
  },
  {
    ...base,
    id: 'plan',
    heading: 'suunnitelma',
    fields: [
      list('planItems', 20, [
        line('goal', 300),
        line('action', 300),
        choice('responsible', RESPONSIBLE),
        day('dueDate', { notBeforeCheck: true }),
        choice('status', { id: 'planStatus', values: ['open', 'done', 'dropped'] }),
      ]),
      choice('followUpType', ['call', 'visit', 'remote', 'message', 'none']),
      day('followUpDate', { notBeforeCheck: true, showIf: { field: 'followUpType', notIn: ['none'] } }),
      list('onward', 20, [
        choice('target', { id: 'onwardTarget', values: ONWARD_TARGETS, sensitive: SENSITIVE_TARGETS }),
        choice('urgency', {
          id: 'onwardUrgency',
          values: ['urgent', 'within_7_days', 'within_14_days', 'not_urgent'],
        }),
        line('consentId', 64),
        day('sentOn'),
        day('acknowledgedOn'),
        line('outcome', 300),
      ]),
      tick('clientGotPlan'),
    ],
  },
]
