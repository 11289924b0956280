// What a wellbeing referral says: the least that the receiver needs, and what never gets in by itself.
import { choice, day, type Field, line, lines, many, tick, whole } from '../health-checks/fields.ts'
import { MUNICIPALITY_CODES } from '../reference/municipalities.ts'

export const REFERRAL_REASONS = [
  'loneliness',
  'meaningful_activity',
  'mild_mood_symptoms',
  'lifestyle_change',
  'exercise',
  'daily_rhythm',
  'job_search_support',
  'economy',
  'digital_skills',
  'life_change',
  'other',
] as const

/** Kinds of activity that a referral may aim at; from knowledge, to be verified. */
export const REFERRAL_CATEGORIES = [
  'exercise_outdoors',
  'exercise_counselling',
  'culture_art',
  'crafts',
  'peer_support',
  'patient_organisations',
  'mental_health',
  'substance_recovery',
  'gambling',
  'debt_counselling',
  'digital_support',
  'volunteering',
  'nature_animals',
  'parish',
  'adult_education',
  'library',
  'young_people',
  'immigrants',
  'sami_services',
  'carers',
  'unemployed_association',
  'food_aid',
  'meeting_place',
  'crisis_violence',
  'other',
] as const

export const WRITER_PROFESSIONS = [
  'doctor',
  'nurse',
  'public_health_nurse',
  'social_worker',
  'social_counsellor',
  'service_counsellor',
  'work_ability_coordinator',
  'career_counsellor',
  'other',
] as const

const LANGUAGE = {
  id: 'language',
  values: ['fi', 'sv', 'se', 'smn', 'sms', 'ru', 'et', 'en', 'ar', 'uk', 'so', 'other'],
} as const

export type ReferralGroup = 'client' | 'writer' | 'reason' | 'ownWords' | 'needToKnow'

/** The fields by group, in the order of the form and of the print. Year of birth only: no henkilötunnus. */
export const REFERRAL_GROUPS: readonly { id: ReferralGroup; fields: readonly Field[] }[] = [
  {
    id: 'client',
    fields: [
      line('clientName', 120, { mandatory: true, fromClient: 'name' }),
      line('clientPhone', 40, { fromClient: 'phone' }),
      line('clientEmail', 120, { fromClient: 'email' }),
      choice(
        'municipality',
        { id: 'municipality', values: [...MUNICIPALITY_CODES, 'ULK', 'TTE'] },
        {
          fromClient: 'municipality',
        },
      ),
      choice('language', LANGUAGE, { fromClient: 'language' }),
      whole('birthYear', [1900, 2100], { fromClient: 'birthYear' }),
      choice('contactPreference', ['phone', 'text_message', 'email', 'letter'], { mandatory: true }),
      line('bestTime', 120),
    ],
  },
  {
    id: 'writer',
    fields: [
      line('writerName', 120, { mandatory: true }),
      choice('writerProfession', WRITER_PROFESSIONS, { mandatory: true }),
      line('writerUnit', 120, { mandatory: true }),
      line('writerPhone', 40),
      day('writtenOn', { mandatory: true }),
    ],
  },
  {
    id: 'reason',
    fields: [
      many('reasons', { id: 'referralReason', values: REFERRAL_REASONS }, { mandatory: true }),
      line('reasonOther', 200, { mandatory: true, showIf: { field: 'reasons', includes: ['other'] } }),
      many('categories', { id: 'referralCategory', values: REFERRAL_CATEGORIES }),
    ],
  },
  {
    id: 'ownWords',
    fields: [
      lines('goal', 500, { mandatory: true }),
      lines('interests', 500),
      lines('ownStrengths', 500),
      choice('linkPersonSex', ['no_matter', 'woman', 'man']),
      line('linkPersonAge', 60),
      choice('linkPersonLanguage', LANGUAGE),
    ],
  },
  {
    id: 'needToKnow',
    fields: [
      lines('accessibility', 500),
      lines('transportNeeds', 500),
      lines('safetyNote', 500),
      tick('safetyNoteApproved'),
      choice('feedbackConsent', ['not_asked', 'yes', 'no']),
    ],
  },
]

export const REFERRAL_FIELDS: ReadonlyMap<string, Field> = new Map(
  REFERRAL_GROUPS.flatMap(({ fields }) => fields.map((field): [string, Field] => [field.key, field])),
)

/**
 * Sections and fields of the check that are never copied into a referral by the program: diagnoses, medicines,
 * instruments, violence, substances, laboratory, conclusion. A person may only write in their place what the
 * client agrees to.
 */
export const NEVER_AUTO_INCLUDED = {
  sections: [
    'healthHistory',
    'symptoms',
    'medication',
    'functioning',
    'substances',
    'mood',
    'cognition',
    'pain',
    'violence',
    'measurements',
    'laboratory',
    'conclusion',
  ],
  instruments: 'all',
  clientFields: ['hetu'],
} as const
