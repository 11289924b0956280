// Substances and gambling, mood, memory, pain and oral health.
import { choice, lines, many, type Section, scale10, tick, whole, year, yesNo } from '../fields.ts'
import { USE_FREQUENCY } from './functioning.ts'

const base = { approved: false, reviewedOn: null, heading: 'nykytila', preVisit: true } as const

const smokes = { field: 'smoking', in: ['occasional', 'daily'] } as const
/** A positive PHQ-2, or wellbeing clearly reduced by WHO-5. */
const depressionScreened = {
  any: [
    { instrument: 'phq2', totalAtLeast: 3 },
    { instrument: 'who5', totalAtMost: 28 },
  ],
} as const
/** Any sign that thoughts of self-harm must be talked about. */
const selfHarmRaised = {
  any: [
    { instrument: 'phq9', item: 8, atLeast: 1 },
    { field: 'suicidalPlans', in: ['yes'] },
  ],
} as const

export const MIND_SECTIONS: readonly Section[] = [
  {
    ...base,
    id: 'substances',
    source: 'Practice; AUDIT (WHO), HSI, DUDIT',
    sensitive: 'substances',
    instruments: [
      { id: 'auditc' },
      { id: 'audit', showIf: { derived: 'auditcBand', in: ['risk'] }, atWill: true },
      { id: 'hsi', showIf: { field: 'smoking', in: ['daily'] } },
      { id: 'ftnd', optional: true, showIf: smokes },
      {
        id: 'dudit',
        showIf: { field: 'drugs', in: ['earlier', 'last_12_months', 'last_30_days'] },
        optional: true,
      },
    ],
    fields: [
      whole('drinksPerWeek', [0, 200], { soft: [0, 70] }),
      choice('smoking', ['never', 'quit', 'occasional', 'daily']),
      year('smokingQuitYear', 1950, { showIf: { field: 'smoking', in: ['quit'] } }),
      whole('cigarettesPerDay', [0, 100], { soft: [0, 60], showIf: smokes }),
      choice('snus', USE_FREQUENCY),
      choice('nicotinePouches', USE_FREQUENCY),
      choice('eCigarettes', USE_FREQUENCY),
      choice('drugs', ['never', 'earlier', 'last_12_months', 'last_30_days']),
      yesNo('gamblingConcern'),
    ],
  },
  {
    ...base,
    id: 'mood',
    source: 'PHQ-2/PHQ-9, GAD-7, WHO-5; crisis line number from mielenterveystalo.fi',
    instruments: [
      { id: 'phq2' },
      { id: 'phq9', showIf: depressionScreened, atWill: true, mandatory: true },
      { id: 'gad7', optional: true },
      { id: 'who5', optional: true },
    ],
    fields: [
      yesNo('suicidalPlans', { professional: true, sensitive: 'selfHarm', noDigits: true }),
      yesNo('selfHarmThoughts', {
        professional: true,
        mandatory: { despiteSkip: true },
        sensitive: 'selfHarm',
        showIf: selfHarmRaised,
      }),
      choice(
        'selfHarmAction',
        ['discussed_safe', 'doctor_same_day', 'crisis_service', 'emergency_112', 'already_in_care'],
        {
          professional: true,
          mandatory: { despiteSkip: true },
          sensitive: 'selfHarm',
          showIf: selfHarmRaised,
        },
      ),
      lines('safetyPlan', 2000, { professional: true, sensitive: 'selfHarm', showIf: selfHarmRaised }),
      tick('crisisInfoGiven', {
        professional: true,
        mandatory: { despiteSkip: true },
        mustBeTrue: true,
        // That it was given tells why.
        sensitive: 'selfHarm',
        showIf: selfHarmRaised,
      }),
    ],
  },
  {
    ...base,
    id: 'cognition',
    source: 'Practice; licensed memory tests are not part of the program',
    instruments: [],
    fields: [yesNo('memoryWorry'), yesNo('memoryWorryOther'), scale10('concentration')],
  },
  {
    ...base,
    id: 'pain',
    source: 'Numeric rating scale; chronic from three months',
    instruments: [{ id: 'nrs', showIf: { field: 'pain', in: ['yes'] } }],
    fields: [
      yesNo('pain'),
      many(
        'painSites',
        [
          'head',
          'neck_shoulder',
          'back',
          'hip',
          'knee',
          'hand',
          'foot',
          'stomach',
          'chest',
          'widespread',
          'other',
        ],
        { showIf: { field: 'pain', in: ['yes'] } },
      ),
      scale10('painWorst7d', { bands: 'nrs', showIf: { field: 'pain', in: ['yes'] } }),
      choice('painDuration', ['under_3_months', '3_months_or_more'], {
        showIf: { field: 'pain', in: ['yes'] },
      }),
      scale10('painInterferesWork', { showIf: { field: 'pain', in: ['yes'] } }),
    ],
  },
  {
    ...base,
    id: 'oral',
    source: 'Practice',
    instruments: [],
    fields: [
      choice('dentalLastVisit', ['under_1_year', '1_2_years', 'over_2_years', 'does_not_remember']),
      yesNo('dentalSymptoms'),
      choice('brushing', ['twice_daily', 'once_daily', 'less_often']),
    ],
  },
]
