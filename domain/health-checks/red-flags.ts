// Findings that must not be closed away: each is raised by a condition and answered by an action.
import type { CheckAnswers } from './answers.ts'
import { holds } from './conditions.ts'
import type { CheckContext } from './facts.ts'
import type { Condition } from './fields.ts'
import type { RedFlagId } from './red-flag-ids.ts'

/** `notice` is shown; the others also block closing until answered. */
export type FlagSeverity = 'emergency' | 'doctor' | 'safety' | 'notice'

export type RedFlag = {
  /** Text `flag.<id>`. */
  id: RedFlagId
  severity: FlagSeverity
  section: string
  when: Condition
  /** Fields that answer it; without them `flags.<id>` of the answers does. */
  answeredBy?: readonly string[]
  source: string
  approved: boolean
  reviewedOn: string | null
}

const flag = (
  id: RedFlagId,
  severity: FlagSeverity,
  section: string,
  when: Condition,
  source: string,
  answeredBy?: readonly string[],
): RedFlag => ({
  id,
  severity,
  section,
  when,
  source,
  approved: false,
  reviewedOn: null,
  ...(answeredBy ? { answeredBy } : {}),
})

const KH = 'Käypä hoito, from knowledge (verify)'
const PRACTICE = 'Practice (verify with a Lapha clinician)'
const symptom = (value: string): Condition => ({ field: 'redFlagSymptoms', includes: [value] })

export const RED_FLAGS: readonly RedFlag[] = [
  flag(
    'self_harm',
    'emergency',
    'mood',
    {
      any: [
        { instrument: 'phq9', item: 8, atLeast: 1 },
        { field: 'suicidalPlans', in: ['yes'] },
      ],
    },
    'PHQ-9 item 9: any answer above 0, whatever the total',
    ['selfHarmThoughts', 'selfHarmAction', 'crisisInfoGiven'],
  ),
  flag('bp_crisis', 'emergency', 'measurements', { derived: 'bpBand', in: ['crisis'] }, KH),
  flag('chest_pain_at_rest', 'emergency', 'symptoms', symptom('chest_pain_at_rest'), PRACTICE),
  flag('acute_dyspnoea', 'emergency', 'symptoms', symptom('acute_dyspnoea'), PRACTICE),
  flag('neurological_deficit', 'emergency', 'symptoms', symptom('neurological_deficit'), PRACTICE),
  flag('low_spo2', 'emergency', 'measurements', { field: 'spo2', below: 92 }, PRACTICE),
  flag('unsafe_now', 'safety', 'violence', { field: 'safeNow', in: ['no'] }, PRACTICE),
  flag('blood_in_stool', 'doctor', 'symptoms', symptom('blood_in_stool'), PRACTICE),
  flag('weight_loss', 'doctor', 'symptoms', symptom('weight_loss_5_percent'), PRACTICE),
  flag(
    'glucose_diabetes',
    'doctor',
    'laboratory',
    {
      any: [
        { derived: 'fpGlukBand', in: ['diabetes_limit'] },
        // Whatever was eaten before it.
        { field: 'fpGluk', atLeast: 11.1 },
        { field: 'hba1c', atLeast: 48 },
        { field: 'ogtt2h', atLeast: 11.1 },
      ],
    },
    KH,
  ),
  flag('triglycerides', 'doctor', 'laboratory', { field: 'trig', atLeast: 10 }, KH),
  flag('haemoglobin', 'doctor', 'laboratory', { field: 'hb', below: 100 }, KH),
  flag('bp_severe', 'doctor', 'measurements', { derived: 'bpBand', in: ['severe'] }, KH),
  flag('ecg_abnormal', 'doctor', 'measurements', { field: 'ecg', in: ['abnormal', 'pending'] }, PRACTICE),
  flag('irregular_pulse', 'notice', 'measurements', { field: 'rhythm', in: ['irregular'] }, PRACTICE),
  flag(
    'vision_driving',
    'notice',
    'measurements',
    { field: 'visionBoth', below: 0.5 },
    'Driving limit, group 1 (verify)',
  ),
  flag('peth_heavy_use', 'notice', 'laboratory', { field: 'peth', atLeast: 0.3 }, KH),
  flag('phq9_severe', 'notice', 'mood', { instrument: 'phq9', totalAtLeast: 20 }, 'PHQ-9 classes (verify)'),
]

const filled = (value: unknown): boolean =>
  value !== null && value !== undefined && value !== '' && value !== false

const isAnswered = (raised: RedFlag, answers: CheckAnswers): boolean =>
  raised.answeredBy
    ? raised.answeredBy.every((key) => filled(answers.fields[key]))
    : answers.flags[raised.id] !== undefined

export type RaisedFlag = RedFlag & { answered: boolean }

/** The flags that the answers raise now, gravest first, each with whether it has been answered. */
export const raisedFlags = (answers: CheckAnswers, context: CheckContext): RaisedFlag[] =>
  RED_FLAGS.filter(({ when }) => holds(when, answers, context)).map((raised) => ({
    ...raised,
    answered: isAnswered(raised, answers),
  }))
