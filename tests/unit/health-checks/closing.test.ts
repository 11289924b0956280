import { describe, expect, test } from 'vitest'
import { CLOSING_ADVICE, closingAdviceSchema } from '../../../domain/health-checks/advice.ts'
import { type CheckAnswers, emptyAnswers } from '../../../domain/health-checks/answers.ts'
import { type ClosingContext, closingAdvice, closingProblems } from '../../../domain/health-checks/closing.ts'
import { isRequired } from '../../../domain/health-checks/conditions.ts'
import { RED_FLAGS, raisedFlags } from '../../../domain/health-checks/red-flags.ts'
import { SECTIONS } from '../../../domain/health-checks/sections.ts'
import { answered, CONTEXT, completeCheck } from './complete-check.ts'

const found = (answers: CheckAnswers, context: ClosingContext = CONTEXT) =>
  closingProblems(answers, context).map(({ field, code }) => `${field}: ${code}`)

test('a complete check has nothing in its way', () => {
  expect(found(completeCheck())).toEqual([])
  expect(closingAdvice(completeCheck(), CONTEXT)).toEqual(['strengths'])
  expect(closingAdvice(completeCheck({ strengths: 'Sinnikäs' }), CONTEXT)).toEqual([])
})

test('the station decides what closing reminds of: only what is asked and still open', () => {
  const advice = (fields: string[]) => closingAdvice(completeCheck({ smoking: 'never' }), CONTEXT, { fields })
  expect(advice(['ownGoals', 'smoking', 'cigarettesPerDay', 'justification', 'shoeSize'])).toEqual([
    'ownGoals',
  ])
  const ok = (change: object) => closingAdviceSchema.safeParse({ ...CLOSING_ADVICE, ...change }).success
  expect(ok({})).toBe(true)
  expect(ok({ fields: ['shoeSize'] })).toBe(false)
  expect(ok({ fields: ['smoking', 'smoking'] })).toBe(false)
  expect(ok({ approved: true })).toBe(false)
  expect(ok({ approved: true, reviewedOn: '2026-11-24' })).toBe(true)
})

test('an empty check names everything mandatory, in the order of the sections', () => {
  expect(found(emptyAnswers())).toEqual([
    'informedPurpose: required',
    'informedDataUse: required',
    'informedFollowUp: required',
    'birthDate: required',
    'municipality: required',
    'unemployedSince: required',
    'workAbility: required',
    'assessedByRole: required',
    'justification: required',
  ])
})

describe('single reasons', () => {
  test.each<[Record<string, unknown>, string]>([
    [{ informedPurpose: false }, 'informedPurpose: must-be-true'],
    [{ justification: '   ' }, 'justification: required'],
    [{ height: 300 }, 'height: refused-value'],
    [{ weight: 201 }, 'weight: unconfirmed'],
    [{ workYearsTotal: 30 }, 'workYearsTotal: unconfirmed'],
    [{ height: 200, weight: 63 }, 'weight: unusual-bmi'],
    [{ height: 150, weight: 115 }, 'weight: unusual-bmi'],
    [{ bpReadings: [{ sys: 100, dia: 95 }] }, 'bpReadings.0.sys: bp-order'],
    [{ followUpType: 'call', followUpDate: '2026-11-01' }, 'followUpDate: before-check'],
    [{ unemployedSince: '2027-01' }, 'unemployedSince: future'],
    [
      { origin: 'other', referrerName: 'A', referrerOrganisation: 'B', referrerPhone: '1' },
      'originOther: required',
    ],
    [{ origin: 'kela' }, 'referrerName: required'],
    [{ origin: 'kela', referrerName: 'A', referrerOrganisation: 'B' }, 'referrerPhone: contact-required'],
    [{ violenceAsked: true, violence: 'yes' }, 'safeNow: required'],
  ])('%o', (fields, problem) => {
    expect(found(completeCheck(fields))).toContain(problem)
  })

  test('a confirmed value stands until it is changed', () => {
    const confirmed = { weight: 201, 'bpReadings.0.sys': 210 }
    const fields = { weight: 201, bpReadings: [{ sys: 210, dia: 70 }] }
    const flags = { bp_crisis: { action: 'doctor_same_day' as const, note: '' } }
    expect(found(completeCheck(fields, { confirmed, flags }))).toEqual([])
    expect(found(completeCheck({ ...fields, weight: 202 }, { confirmed, flags }))).toEqual([
      'weight: unconfirmed',
    ])
  })

  test('a section is skipped with a reason only', () => {
    const skipped = (skipReason: 'no_time' | null) => ({
      sections: { sleep: { skipped: true, skipReason, notes: '' } },
    })
    expect(found(completeCheck({}, skipped(null)))).toEqual(['sections.sleep: skip-reason'])
    expect(found(completeCheck({}, skipped('no_time')))).toEqual([])
  })
})

describe('what must be answered', () => {
  const left = (section: string, skipReason: 'client_declined' | null = 'client_declined') => ({
    sections: { [section]: { skipped: true, skipReason, notes: '' } },
  })

  test.each([
    ['unemployed', ['unemployedSince: required']],
    ['long_term_unemployed', ['unemployedSince: required']],
    ['employed', []],
    ['self_employed', []],
    ['student', []],
    ['outside_other', []],
  ])('since when one is unemployed is asked of those who are: %s', (labourStatus, problems) => {
    const context = { ...CONTEXT, labourStatus }
    expect(found(completeCheck({ unemployedSince: null }), context)).toEqual(problems)
    // Whoever has told it is not refused for it.
    expect(found(completeCheck(), context)).toEqual([])
  })

  test.each<[string, Record<string, unknown>, string[]]>([
    ['unemployment', { unemployedSince: null }, ['unemployedSince: required']],
    [
      'background',
      { birthDate: null, municipality: null },
      ['birthDate: required', 'municipality: required'],
    ],
    [
      'origin',
      { origin: 'kela' },
      ['referrerName: required', 'referrerOrganisation: required', 'referrerPhone: contact-required'],
    ],
  ])('leaving %s out with a reason lifts it, without a reason nothing', (section, fields, problems) => {
    expect(found(completeCheck(fields))).toEqual(problems)
    expect(found(completeCheck(fields, left(section)))).toEqual([])
    expect(found(completeCheck(fields, left(section, null)))).toEqual([
      `sections.${section}: skip-reason`,
      ...problems,
    ])
  })

  test.each(SECTIONS.map(({ id }) => id))('no field of %s is required once it is left out', (id) => {
    const section = SECTIONS.find((one) => one.id === id)!
    const answers = { ...completeCheck(), ...left(id) }
    const required = section.fields.filter((field) => isRequired(field, answers, CONTEXT))
    const stays = section.fields.filter(
      ({ mandatory }) => mandatory && (section.needed || (mandatory !== true && mandatory.despiteSkip)),
    )
    expect(required).toEqual(stays)
  })

  test('informing and concluding belong to every check: they cannot be left out', () => {
    expect(SECTIONS.filter(({ needed }) => needed).map(({ id }) => id)).toEqual(['informed', 'conclusion'])
    const fields = { informedPurpose: false, justification: '' }
    const sections = { ...left('informed').sections, ...left('conclusion', null).sections }
    expect(found(completeCheck(fields, { sections }))).toEqual([
      'informedPurpose: must-be-true',
      'justification: required',
    ])
  })

  test('violence that was told of must be followed up even in a section left out', () => {
    const told = { violenceAsked: true, violence: 'yes' }
    expect(found(completeCheck(told, left('violence')))).toEqual(['safeNow: required'])
    expect(found(completeCheck({ ...told, safeNow: 'yes' }, left('violence')))).toEqual([])
  })
})

describe('conclusions by role', () => {
  const doctor = { ...CONTEXT, role: 'doctor' as const }
  test.each<[Record<string, unknown>, string[]]>([
    [{ workAbility: 'able_restricted' }, ['restrictions: required']],
    [{ workAbility: 'able_restricted', restrictions: ['working_time'] }, ['maxHoursPerWeek: required']],
    [{ workAbility: 'able_restricted', restrictions: ['lifting'] }, []],
    [{ workAbility: 'able_with_support' }, ['supportNeeds: required']],
    [{ workAbility: 'to_be_assessed' }, ['nextAssessment: required', 'nextAssessmentDate: required']],
    [{ workAbility: 'unable_temporary' }, ['workAbility: doctor-only', 'unableUntil: required']],
    [{ workAbility: 'unable_permanent' }, ['workAbility: doctor-only']],
    [{ workAbility: 'not_assessed' }, ['notAssessedReason: required']],
    [{ assessedByRole: 'doctor' }, ['assessedByRole: role-mismatch']],
  ])('a nurse: %o', (fields, problems) => {
    expect(found(completeCheck(fields))).toEqual(problems)
  })

  test('a doctor may find a person unable, with an end date for a temporary inability', () => {
    const fields = { workAbility: 'unable_temporary', assessedByRole: 'doctor' }
    expect(found(completeCheck(fields), doctor)).toEqual(['unableUntil: required'])
    expect(found(completeCheck({ ...fields, unableUntil: '2027-02-01' }), doctor)).toEqual([])
    expect(found(completeCheck({ ...fields, unableUntil: '2026-11-01' }), doctor)).toEqual([
      'unableUntil: before-check',
    ])
  })

  test('asking the doctor needs a question', () => {
    const asking = { ...CONTEXT, to: 'doctor_pending' as const }
    expect(found(completeCheck(), asking)).toEqual(['doctorQuestion: required'])
    expect(found(completeCheck({ doctorQuestion: 'B-lausunto?' }), asking)).toEqual([])
  })
})

describe('PHQ', () => {
  const zero = (item9: number) => [0, 0, 0, 0, 0, 0, 0, 0, item9, null]

  test('PHQ-2 from 3 asks for PHQ-9, or a reason why not', () => {
    const three = answered('phq2', [2, 1])
    expect(found(completeCheck({}, { instruments: answered('phq2', [1, 1]) }))).toEqual([])
    expect(found(completeCheck({}, { instruments: three }))).toEqual([
      'instruments.phq9: instrument-required',
    ])
    expect(
      found(completeCheck({}, { instruments: { ...three, ...answered('phq9', [2, 1, null]) } })),
    ).toEqual(['instruments.phq9: instrument-required'])
    expect(
      found(
        completeCheck(
          {},
          { instruments: { ...three, ...answered('phq9', [2, 1, 0, 0, 0, 0, 0, 0, 0, null]) } },
        ),
      ),
    ).toEqual([])
    const reason = {
      phq9: { version: '1', language: 'fi', mode: 'self' as const, skipReason: 'client_declined' as const },
    }
    expect(found(completeCheck({}, { instruments: { ...three, ...reason } }))).toEqual([])
    const sections = { mood: { skipped: true, skipReason: 'later' as const, notes: '' } }
    expect(found(completeCheck({}, { instruments: three, sections }))).toEqual([])
  })

  test('item 9 above 0 opens the safety step, whatever the total and even in a skipped section', () => {
    const instruments = answered('phq9', zero(1))
    const step = ['selfHarmThoughts: required', 'selfHarmAction: required', 'crisisInfoGiven: required']
    expect(found(completeCheck({}, { instruments }))).toEqual(step)
    const sections = { mood: { skipped: true, skipReason: 'later' as const, notes: '' } }
    expect(found(completeCheck({}, { instruments, sections }))).toEqual(step)
    const done = { selfHarmThoughts: 'no', selfHarmAction: 'discussed_safe', crisisInfoGiven: true }
    expect(found(completeCheck(done, { instruments }))).toEqual([])
    expect(found(completeCheck({ ...done, crisisInfoGiven: false }, { instruments }))).toEqual([
      'crisisInfoGiven: must-be-true',
    ])
    expect(found(completeCheck({}, { instruments: answered('phq9', zero(0)) }))).toEqual([])
  })

  test('plans of suicide told in conversation open it too', () => {
    expect(found(completeCheck({ suicidalPlans: 'yes' }))).toContain('selfHarmAction: required')
  })
})

describe('red flags', () => {
  test.each<[Record<string, unknown>, string]>([
    [{ bpReadings: [{ sys: 198, dia: 130 }] }, 'bp_crisis'],
    [{ bpReadings: [{ sys: 180, dia: 90 }] }, 'bp_severe'],
    [{ redFlagSymptoms: ['chest_pain_at_rest'] }, 'chest_pain_at_rest'],
    [{ redFlagSymptoms: ['acute_dyspnoea'] }, 'acute_dyspnoea'],
    [{ redFlagSymptoms: ['neurological_deficit'] }, 'neurological_deficit'],
    [{ redFlagSymptoms: ['blood_in_stool'] }, 'blood_in_stool'],
    [{ redFlagSymptoms: ['weight_loss_5_percent'] }, 'weight_loss'],
    [{ spo2: 91 }, 'low_spo2'],
    [{ violenceAsked: true, violence: 'yes', safeNow: 'no' }, 'unsafe_now'],
    [{ fpGluk: 7 }, 'glucose_diabetes'],
    [{ hba1c: 48 }, 'glucose_diabetes'],
    [{ ogtt2h: 11.1 }, 'glucose_diabetes'],
    [{ trig: 10 }, 'triglycerides'],
    [{ hb: 99 }, 'haemoglobin'],
    [{ ecg: 'abnormal' }, 'ecg_abnormal'],
  ])('%o raises %s, which blocks until answered', (fields, id) => {
    const spoilt = completeCheck(fields)
    expect(found(spoilt)).toContain(`flags.${id}: flag-unanswered`)
    const flags = { [id]: { action: 'doctor_booked' as const, note: 'Huomenna' } }
    expect(found(completeCheck(fields, { flags }))).not.toContain(`flags.${id}: flag-unanswered`)
  })

  test('just below the limits nothing is raised', () => {
    const fields = {
      spo2: 92,
      fpGluk: 6.9,
      hba1c: 47,
      ogtt2h: 11,
      trig: 9.9,
      hb: 100,
      bpReadings: [{ sys: 179, dia: 109 }],
    }
    expect(raisedFlags(completeCheck(fields), CONTEXT)).toEqual([])
  })

  test('notices are shown but do not block', () => {
    const noticed = completeCheck(
      { rhythm: 'irregular', visionBoth: 0.49, peth: 0.3 },
      { confirmed: { visionBoth: 0.49 } },
    )
    expect(raisedFlags(noticed, CONTEXT).map(({ id }) => id)).toEqual([
      'irregular_pulse',
      'vision_driving',
      'peth_heavy_use',
    ])
    expect(found(noticed)).toEqual([])
  })

  test('an answer behind a closed question raises nothing', () => {
    expect(
      raisedFlags(completeCheck({ violenceAsked: false, violence: 'yes', safeNow: 'no' }), CONTEXT),
    ).toEqual([])
  })

  test('each flag stands once, in a section that exists', () => {
    expect(new Set(RED_FLAGS.map(({ id }) => id)).size).toBe(RED_FLAGS.length)
    for (const { section } of RED_FLAGS) expect(SECTIONS.map(({ id }) => id)).toContain(section)
  })
})
