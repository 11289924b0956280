// Education, work history and unemployment.
import { UNEMPLOYED_STATUSES } from '../../clients/labour-status.ts'
import { choice, decimal, line, many, month, type Section, year, yesNo } from '../fields.ts'

const base = {
  approved: false,
  reviewedOn: null,
  source: 'THL and county descriptions of the check; practice',
  heading: 'esitiedot',
  preVisit: true,
  instruments: [],
} as const

export const WORK_SECTIONS: readonly Section[] = [
  {
    ...base,
    id: 'education',
    fields: [
      choice('highestEducation', [
        'less_than_basic',
        'basic',
        'upper_secondary',
        'vocational',
        'specialist_vocational',
        'applied_sciences',
        'university',
        'interrupted',
      ]),
      line('trade', 200),
      year('graduationYear', 1950),
      yesNo('learningDifficulties'),
    ],
  },
  {
    ...base,
    id: 'workHistory',
    fields: [
      line('lastOccupation', 200),
      month('lastJobEnded', { notAfterToday: true }),
      decimal('workYearsTotal', 1, [0, 55], { unit: 'years' }),
      choice('jobEndReason', [
        'fixed_term_ended',
        'redundancy',
        'health',
        'own_request',
        'studies_ended',
        'family',
        'business_ended',
        'other',
      ]),
      many('exposures', ['noise', 'vibration', 'dust', 'chemicals', 'shift_work', 'heavy_lifting', 'cold']),
    ],
  },
  {
    ...base,
    id: 'unemployment',
    source: 'Long-term: 12 months without interruption; benefit names of 2026 to be verified',
    fields: [
      month('unemployedSince', {
        mandatory: { when: { client: 'labourStatus', in: UNEMPLOYED_STATUSES } },
        notAfterToday: true,
        fromClient: 'unemployedSince',
      }),
      choice('benefit', [
        'earnings_related',
        'basic_allowance',
        'labour_market_support',
        'general_support',
        'social_assistance',
        'sickness_allowance',
        'rehabilitation_subsidy',
        'none',
        'other',
      ]),
      many('currentService', [
        'rehabilitative_work',
        'work_trial',
        'coaching',
        'wage_subsidy',
        'studies',
        'none',
      ]),
    ],
  },
]
