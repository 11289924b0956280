import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CheckAnswers, emptyAnswers, parseAnswers } from '../../../domain/health-checks/answers.ts'
import { compareAnswers } from '../../../domain/health-checks/compare.ts'
import { instrumentVisible, visible } from '../../../domain/health-checks/conditions.ts'
import { FIELDS, preVisitSections, SECTIONS, sensitivityOf } from '../../../domain/health-checks/sections.ts'
import {
  CHECK_STATES,
  CHECK_TRANSITIONS,
  type CheckState,
  checkTransition,
  isOpenCheck,
  mayAmend,
} from '../../../domain/health-checks/states.ts'
import { mayConclude, WORK_ABILITY_CODES } from '../../../domain/health-checks/work-ability.ts'
import { answered, CONTEXT, completeCheck } from './complete-check.ts'

describe('parseAnswers', () => {
  test('an empty object is an empty draft, and a full one survives storing', () => {
    expect(parseAnswers({})).toEqual({ ok: true, answers: emptyAnswers() })
    const full = completeCheck(
      { weight: null, ownGoals: [{ goal: 'Uimaan' }] },
      {
        instruments: {
          ...answered('was', [7]),
          wai: { version: '1', language: 'fi', mode: 'interview', total: 30 },
          kykyviisari: {
            version: '1',
            language: 'fi',
            mode: 'self',
            answers: [7, 6, 55.5, null, null, null, null],
            extra: { date: '2026-11-01', round: 'start', scaleLabel: '0–100', notes: null },
          },
        },
        sections: { sleep: { skipped: true, skipReason: 'later', notes: 'x' } },
        flags: { bp_crisis: { action: 'emergency_sent', note: '' } },
        confirmed: { weight: 39 },
      },
    )
    expect(parseAnswers(JSON.parse(JSON.stringify(full)))).toEqual({ ok: true, answers: full })
  })

  test.each<[unknown, string, string]>([
    [{ fields: { nonsense: 1 } }, 'fields.nonsense', 'unknown-field'],
    [{ other: 1 }, 'other', 'unknown-field'],
    [{ fields: { height: 300 } }, 'fields.height', 'above-hard'],
    [{ fields: { bpReadings: [{ sys: 1, dia: 80 }] } }, 'fields.bpReadings.0.sys', 'below-hard'],
    [{ fields: { weight: '80' } }, 'fields.weight', 'type'],
    [
      { sections: { sleep: { skipped: true, skipReason: 'bored', notes: '' } } },
      'sections.sleep.skipReason',
      'type',
    ],
    [
      { sections: { sleep: { skipped: false, skipReason: null, notes: 'x'.repeat(4001) } } },
      'sections.sleep.notes',
      'too-long',
    ],
    [
      { sections: { sleep: { skipped: false, skipReason: null, notes: 'bell \u0007' } } },
      'sections.sleep.notes',
      'characters',
    ],
    [
      { instruments: answered('phq9', [4, 0, 0, 0, 0, 0, 0, 0, 0, 0]) },
      'instruments.phq9.answers.0',
      'answer-value',
    ],
    [{ instruments: answered('phq9', [0]) }, 'instruments.phq9.answers.0', 'answer-count'],
    [{ instruments: answered('bdi', [0]) }, 'instruments.bdi', 'unknown-field'],
    [
      { instruments: { was: { version: '1', language: 'fi', mode: 'self', total: 5 } } },
      'instruments.was.total',
      'total-not-entered',
    ],
    [
      { instruments: { wai: { version: '1', language: 'fi', mode: 'self', total: 50 } } },
      'instruments.wai.total',
      'total-range',
    ],
    [
      {
        instruments: {
          isi: { version: '1', language: 'fi', mode: 'self', total: 5, answers: [0, 0, 0, 0, 0, 0, 0] },
        },
      },
      'instruments.isi.total',
      'answers-or-total',
    ],
    [{ flags: { bp_crisis: { action: 'shrugged', note: '' } } }, 'flags.bp_crisis.action', 'type'],
    [
      { flags: { unknown_flag: { action: 'doctor_booked', note: '' } } },
      'flags.unknown_flag',
      'unknown-field',
    ],
    [null, '', 'type'],
  ])('%o', (json, field, code) => {
    const result = parseAnswers(json)
    expect(result.ok === false && result.problems).toContainEqual(expect.objectContaining({ field, code }))
  })

  test('limits travel with the problem', () => {
    const result = parseAnswers({ fields: { height: 300 } })
    expect(result.ok === false && result.problems).toEqual([
      { field: 'fields.height', code: 'above-hard', params: { min: 100, max: 250 } },
    ])
  })

  test('arbitrary JSON never throws and never passes with a key that no table has', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        const result = parseAnswers({ fields: { surprise: json } })
        expect(result.ok).toBe(false)
        parseAnswers(json)
      }),
    )
  })
})

describe('skip logic', () => {
  const shown = (key: string, fields: Record<string, unknown>) =>
    visible(FIELDS.get(key)!, { ...emptyAnswers(), fields }, CONTEXT)
  test.each<[string, Record<string, unknown>, boolean]>([
    ['smokingQuitYear', {}, false],
    ['smokingQuitYear', { smoking: 'quit' }, true],
    ['cigarettesPerDay', { smoking: 'never' }, false],
    ['referrerName', {}, false],
    ['referrerName', { origin: 'self' }, false],
    ['referrerName', { origin: 'kela' }, true],
    ['safeNow', { violence: 'yes' }, false],
    ['safeNow', { violenceAsked: true, violence: 'yes' }, true],
    ['pregnant', { sex: 'male' }, false],
    ['pregnant', { sex: 'female' }, true],
    ['guardianDisclosureForbidden', { birthDate: '2010-01-01' }, true],
    ['guardianDisclosureForbidden', { birthDate: '1990-01-01' }, false],
    ['maxHoursPerWeek', { workAbility: 'able_restricted', restrictions: ['working_time'] }, true],
    ['maxHoursPerWeek', { workAbility: 'able', restrictions: ['working_time'] }, false],
  ])('%s with %o: %s', (key, fields, expected) => {
    expect(shown(key, fields)).toBe(expected)
  })

  test('PHQ-9 and AUDIT open by their screens, and stay once answered', () => {
    const row = (section: string, id: string) =>
      SECTIONS.find((one) => one.id === section)!.instruments.find((one) => one.id === id)!
    const withAnswers = (instruments: ReturnType<typeof answered>) => ({ ...emptyAnswers(), instruments })
    expect(instrumentVisible(row('mood', 'phq9'), emptyAnswers(), CONTEXT)).toBe(false)
    expect(instrumentVisible(row('mood', 'phq9'), withAnswers(answered('phq2', [2, 1])), CONTEXT)).toBe(true)
    expect(
      instrumentVisible(row('mood', 'phq9'), withAnswers(answered('phq9', Array(10).fill(null))), CONTEXT),
    ).toBe(true)
    expect(
      instrumentVisible(row('substances', 'audit'), withAnswers(answered('auditc', [2, 2, 1])), CONTEXT),
    ).toBe(true)
    expect(
      instrumentVisible(row('substances', 'audit'), withAnswers(answered('auditc', [2, 2, 1])), {
        ...CONTEXT,
        sex: 'male',
      }),
    ).toBe(false)
  })

  test('a section shows its open fields only', () => {
    const pain = SECTIONS.find(({ id }) => id === 'pain')!
    const asked = (answers: CheckAnswers) => pain.fields.filter((field) => visible(field, answers, CONTEXT))
    expect(asked(emptyAnswers()).map(({ key }) => key)).toEqual(['pain'])
    expect(asked({ ...emptyAnswers(), fields: { pain: 'yes' } })).toHaveLength(5)
  })
})

test('the pre-visit form never asks about violence, measurements or the safety step', () => {
  const form = preVisitSections()
  expect(form.map(({ id }) => id)).not.toContain('violence')
  const keys = form.flatMap(({ fields }) => fields.map(({ key }) => key))
  for (const key of ['violence', 'selfHarmAction', 'safetyPlan', 'height', 'workAbility', 'informedPurpose'])
    expect(keys).not.toContain(key)
  expect(keys).toContain('ownGoals')
})

test('violence, substances and self-harm are sensitive', () => {
  const kind = (key: string) => sensitivityOf(FIELDS.get(key)!)
  expect([
    kind('safeNow'),
    kind('drugs'),
    kind('dependencyMedicines'),
    kind('peth'),
    kind('selfHarmAction'),
  ]).toEqual(['violence', 'substances', 'substances', 'substances', 'selfHarm'])
  expect(kind('weight')).toBeUndefined()
})

describe('states', () => {
  const walk = fc.array(
    fc.tuple(fc.constantFrom(...CHECK_STATES), fc.constantFrom('nurse' as const, 'doctor' as const)),
    {
      maxLength: 30,
    },
  )
  test('no walk closes without the nurse’s part, or leaves a closed, cancelled or missed check', () => {
    fc.assert(
      fc.property(walk, (attempts) => {
        const path: CheckState[] = ['draft']
        for (const [to, role] of attempts) if (checkTransition(path.at(-1)!, to, role).ok) path.push(to)
        const closed = path.indexOf('closed')
        if (closed >= 0) expect(path.slice(0, closed)).toContain('nurse_done')
        if (path.includes('doctor_pending') && closed >= 0) expect(path).toContain('doctor_done')
        expect(path.slice(0, -1).every((state) => isOpenCheck(state))).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  test('only a doctor finishes the doctor’s part; requirements come along', () => {
    expect(checkTransition('doctor_pending', 'doctor_done', 'nurse')).toEqual({ ok: false, why: 'role' })
    expect(checkTransition('doctor_pending', 'doctor_done', 'doctor')).toEqual({
      ok: true,
      requires: ['closable'],
    })
    expect(checkTransition('nurse_done', 'doctor_pending', 'nurse')).toEqual({
      ok: true,
      requires: ['doctorQuestion'],
    })
    expect(checkTransition('draft', 'closed', 'doctor')).toEqual({ ok: false, why: 'no-such-step' })
    expect(checkTransition('in_progress', 'no_show', 'nurse')).toEqual({ ok: true, requires: ['reason'] })
    expect(new Set(CHECK_TRANSITIONS.map(({ from, to }) => `${from} ${to}`)).size).toBe(
      CHECK_TRANSITIONS.length,
    )
    expect(CHECK_STATES.filter(mayAmend)).toEqual(['closed'])
  })

  test('conclusions of a nurse leave out inability', () => {
    const open = (role: string) => WORK_ABILITY_CODES.filter((code) => mayConclude(role, code))
    expect(open('nurse')).not.toContain('unable_temporary')
    expect(open('doctor')).toHaveLength(7)
    expect(open('counsellor')).toEqual([])
  })
})

test('comparison lists what changed, in the order of the check', () => {
  const before = completeCheck({ weight: 80 }, { instruments: answered('was', [5]) })
  const after = completeCheck(
    { weight: 79.5, trade: 'Kokki' },
    {
      instruments: answered('was', [7]),
      sections: { sleep: { skipped: false, skipReason: null, notes: 'Parempi' } },
      flags: { bp_crisis: { action: 'rechecked_normal', note: '' } },
    },
  )
  expect(compareAnswers(before, after).map(({ kind, key, section }) => `${kind} ${key} ${section}`)).toEqual([
    'field trade education',
    'notes sleep sleep',
    'instrument was motivation',
    'field weight measurements',
    'flag bp_crisis null',
  ])
  expect(compareAnswers(before, before)).toEqual([])
  expect(compareAnswers(completeCheck({ trade: null }), completeCheck())).toEqual([])
})
