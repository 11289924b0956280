// Violence, social situation, economy, housing, motivation and digital skills.
import { choice, line, lines, list, many, type Section, scale10, tick, whole, yesNo } from '../fields.ts'

const base = { approved: false, reviewedOn: null, heading: 'nykytila', preVisit: true } as const
const violent = { field: 'violence', in: ['yes'] } as const

export const LIFE_SECTIONS: readonly Section[] = [
  {
    ...base,
    id: 'violence',
    source: 'Asked alone, never on the client’s print; Nollalinja number to be verified',
    preVisit: false,
    sensitive: 'violence',
    instruments: [],
    fields: [
      tick('violenceAsked'),
      yesNo('violence', { showIf: { field: 'violenceAsked', in: [true] } }),
      many(
        'violenceTypes',
        ['physical', 'psychological', 'sexual', 'economic', 'digital', 'honour', 'neglect', 'other'],
        { showIf: violent },
      ),
      yesNo('safeNow', { mandatory: { despiteSkip: true }, showIf: violent }),
      tick('nollalinjaInfoGiven', { showIf: violent }),
    ],
  },
  {
    ...base,
    id: 'social',
    source: 'Practice; UCLA-3, EUROHIS-8 as optional results',
    instruments: [{ id: 'ucla3' }, { id: 'eurohis8', optional: true }],
    fields: [
      choice('socialContacts', ['daily', 'weekly', 'monthly', 'less_than_monthly']),
      yesNo('caringDuty'),
      lines('peerSupport', 500),
      lines('hobbies', 500),
    ],
  },
  {
    ...base,
    id: 'economy',
    source: 'Practice',
    instruments: [],
    fields: [
      choice('moneyEnough', [
        'very_difficult',
        'difficult',
        'rather_difficult',
        'rather_easy',
        'easy',
        'very_easy',
      ]),
      choice('debts', ['none', 'under_control', 'enforcement', 'debt_arrangement']),
      tick('wantsDebtAdvice'),
    ],
  },
  {
    ...base,
    id: 'housing',
    source: 'Practice; distances of Lapland',
    instruments: [],
    fields: [
      choice('housing', ['own', 'rented', 'with_parents', 'supported', 'temporary', 'homeless']),
      yesNo('housingRisk'),
      whole('distanceToServicesKm', [0, 400], { soft: [0, 250], unit: 'km', locates: true }),
      many('transport', ['own_car', 'public', 'rides', 'none']),
    ],
  },
  {
    ...base,
    id: 'motivation',
    source: 'Work Ability Score from the Work Ability Index; motivation scales from practice',
    instruments: [{ id: 'was' }, { id: 'x3x10d', optional: true }],
    fields: [
      scale10('readiness'),
      scale10('importance'),
      scale10('confidence'),
      list('ownGoals', 5, [line('goal', 300)]),
      lines('whatMatters', 1000),
    ],
  },
  {
    ...base,
    id: 'digital',
    source: 'Practice',
    instruments: [],
    fields: [
      many('devices', ['smartphone', 'computer', 'none']),
      yesNo('electronicId'),
      scale10('digitalConfidence'),
      tick('wantsDigitalHelp'),
    ],
  },
]
