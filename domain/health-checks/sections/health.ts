// Health history, symptoms and medication.
import { choice, day, line, lines, list, many, type Section, tick, year, yesNo } from '../fields.ts'

const base = {
  approved: false,
  reviewedOn: null,
  source: 'THL and county descriptions of the check; practice',
  heading: 'esitiedot',
  preVisit: true,
  instruments: [],
} as const

export const SYMPTOMS = [
  'chest_pain',
  'dyspnoea',
  'palpitations',
  'cough_over_3_weeks',
  'dizziness',
  'headache',
  'back_neck_joints',
  'stomach',
  'unintended_weight_loss',
  'fatigue',
  'skin',
  'urinary_sexual',
  'other',
] as const

export const HEALTH_SECTIONS: readonly Section[] = [
  {
    ...base,
    id: 'healthHistory',
    fields: [
      choice('selfRatedHealth', ['good', 'rather_good', 'average', 'rather_poor', 'poor'], {
        heading: 'nykytila',
      }),
      yesNo('longTermIllness'),
      list('diagnoses', 20, [line('code', 12), line('name', 200), year('sinceYear', 1920), tick('active')]),
      yesNo('knownDiabetes'),
      lines('surgeries', 1000),
      lines('allergies', 1000),
      many('familyHistory', ['cardiovascular', 'diabetes', 'cancer', 'depression', 'substances', 'other']),
      lines('ongoingCare', 1000),
      day('lastDoctorVisit', { notAfterToday: true }),
    ],
  },
  {
    ...base,
    id: 'symptoms',
    heading: 'nykytila',
    fields: [
      list('symptoms', 13, [
        choice('symptom', SYMPTOMS),
        choice('duration', ['under_2_weeks', '2_weeks_to_3_months', '3_to_12_months', 'over_12_months']),
        line('detail', 200),
      ]),
      many(
        'redFlagSymptoms',
        [
          'chest_pain_at_rest',
          'acute_dyspnoea',
          'weight_loss_5_percent',
          'blood_in_stool',
          'neurological_deficit',
        ],
        { professional: true },
      ),
    ],
  },
  {
    ...base,
    id: 'medication',
    fields: [
      list('medicines', 30, [
        line('name', 120),
        line('dose', 80),
        line('purpose', 120),
        choice('use', ['regular', 'as_needed']),
      ]),
      choice('adherence', ['as_directed', 'irregular', 'not_taking']),
      yesNo('medicineCostBarrier'),
      yesNo('dependencyMedicines', { sensitive: 'substances' }),
    ],
  },
]
