import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CheckAnswers, emptyAnswers, parseAnswers } from '../../../domain/health-checks/answers.ts'
import { RED_FLAG_IDS } from '../../../domain/health-checks/red-flag-ids.ts'
import { answersFor, leftOutFor, ROLE_VIEWS, reasonFor } from '../../../domain/health-checks/role-view.ts'
import { ONWARD_TARGETS } from '../../../domain/health-checks/sections/closing.ts'
import { FIELDS, SECTIONS } from '../../../domain/health-checks/sections.ts'
import { INSTRUMENTS } from '../../../domain/instruments/registry.ts'
import { CLINICAL_ROLES } from '../../../domain/users/roles.ts'
import { anyCheck } from './any-answers.ts'

/** Also what was done about every finding, values confirmed, and every service. */
const everything: fc.Arbitrary<CheckAnswers> = anyCheck.map((answers) => ({
  ...answers,
  fields: { ...answers.fields, onward: ONWARD_TARGETS.map((target) => ({ target, outcome: 'sovittu' })) },
  flags: Object.fromEntries(RED_FLAG_IDS.map((id) => [id, { action: 'safety_arranged', note: 'hoidettu' }])),
  confirmed: Object.fromEntries([...FIELDS.keys()].map((key) => [`${key}.0`, 1])),
}))

const sensitiveFields = SECTIONS.flatMap((section) =>
  section.fields.filter((field) => field.sensitive ?? section.sensitive).map(({ key }) => key),
)
const touched = SECTIONS.filter(
  (section) =>
    section.sensitive || section.fields.some(({ sensitive }) => sensitive) || section.id === 'mood',
).map(({ id }) => id)

/** Whatever the role, these must never be in what it gets. */
const holdsNothingSensitive = (seen: CheckAnswers): void => {
  for (const key of sensitiveFields) expect(seen.fields, key).not.toHaveProperty(key)
  for (const id of ['auditc', 'audit', 'dudit', 'hsi', 'ftnd', 'phq9'])
    expect(seen.instruments).not.toHaveProperty(id)
  for (const { id, sensitive } of INSTRUMENTS.values())
    if (sensitive) expect(seen.instruments).not.toHaveProperty(id)
  for (const id of touched) expect(seen.sections[id]?.notes ?? '').toBe('')
  for (const id of ['violence', 'substances']) expect(seen.sections).not.toHaveProperty(id)
  for (const id of ['self_harm', 'unsafe_now', 'peth_heavy_use', 'phq9_severe'])
    expect(seen.flags).not.toHaveProperty(id)
  for (const path of Object.keys(seen.confirmed)) expect(sensitiveFields).not.toContain(path.split('.')[0])
  const targets = (seen.fields.onward as { target: string }[]).map(({ target }) => target)
  for (const target of ['substance_services', 'smoking_cessation', 'crisis_help', 'shelter'])
    expect(targets).not.toContain(target)
}

describe('of any check', () => {
  test('the coordinator gets all but what is sensitive', () => {
    fc.assert(
      fc.property(everything, (answers) => {
        const seen = answersFor('coordinator', answers)
        holdsNothingSensitive(seen)
        for (const [key, value] of Object.entries(answers.fields))
          if (!sensitiveFields.includes(key) && key !== 'onward') expect(seen.fields[key]).toEqual(value)
        expect(Object.keys(seen.flags)).toContain('bp_crisis')
        expect(parseAnswers(JSON.parse(JSON.stringify({ ...seen, confirmed: {} }))).ok).toBe(true)
      }),
      { numRuns: 40 },
    )
  })

  test('the counsellor gets conclusion, goals, strengths, plan and ordinary services', () => {
    const allowed = new Set(['background', 'conclusion', 'motivation', 'plan'])
    fc.assert(
      fc.property(everything, (answers) => {
        const seen = answersFor('counsellor', answers)
        holdsNothingSensitive(seen)
        const sections = SECTIONS.filter(({ fields }) => fields.some(({ key }) => key in seen.fields))
        for (const { id } of sections) expect(allowed).toContain(id)
        expect(seen.fields).not.toHaveProperty('justification')
        expect(seen.fields).not.toHaveProperty('doctorQuestion')
        expect(Object.keys(seen.instruments).filter((id) => id !== 'was')).toEqual([])
        expect(seen.flags).toEqual({})
        for (const state of Object.values(seen.sections)) expect(state?.notes).toBe('')
        expect(JSON.stringify(seen.fields.onward)).not.toContain('psychiatric_nurse')
        for (const key of ['workAbility', 'strengths', 'ownGoals', 'planItems'])
          expect(seen.fields[key]).toEqual(answers.fields[key])
      }),
      { numRuns: 40 },
    )
  })

  test('nurse and doctor get it whole, those without client data nothing', () => {
    fc.assert(
      fc.property(everything, (answers) => {
        for (const role of ['nurse', 'doctor'] as const) expect(answersFor(role, answers)).toEqual(answers)
        for (const role of ['administrator', 'officer'] as const)
          expect(answersFor(role, answers)).toEqual(emptyAnswers())
      }),
      { numRuns: 5 },
    )
  })
})

test('a service that is not named and an unknown field of an older version stay behind', () => {
  const stored = { fields: { onward: [{ outcome: 'turvakotiin' }, { target: 'doctor' }], shoeSize: 41 } }
  expect(answersFor('coordinator', stored).fields).toEqual({ onward: [{ target: 'doctor' }] })
})

test('what is left out is named for the screen, section by section', () => {
  expect(leftOutFor('nurse')).toBeNull()
  expect(leftOutFor('coordinator')).toEqual({
    whole: ['substances', 'violence'],
    partly: ['medication', 'mood', 'laboratory'],
  })
  const counsellor = leftOutFor('counsellor')!
  expect(counsellor.partly).toEqual(['background', 'motivation', 'conclusion', 'plan'])
  expect(counsellor.whole).toContain('mood')
  expect([...counsellor.whole, ...counsellor.partly].toSorted()).toEqual(
    SECTIONS.map(({ id }) => id).toSorted(),
  )
  expect(reasonFor('counsellor', 'AUDIT korjattu')).toBeNull()
})

test('each row names real fields, and every clinical role has a row or sees the check whole', () => {
  for (const { fields, instruments, source } of ROLE_VIEWS) {
    expect(source).not.toBe('')
    if (fields !== 'ordinary')
      for (const [id, keys] of Object.entries(fields)) {
        const known = SECTIONS.find((section) => section.id === id)!.fields.map(({ key }) => key)
        for (const key of keys) expect(known).toContain(key)
      }
    if (instruments !== 'ordinary')
      for (const id of instruments) expect([...INSTRUMENTS.keys()]).toContain(id)
  }
  for (const role of CLINICAL_ROLES)
    expect(leftOutFor(role) === null || ROLE_VIEWS.some((view) => view.role === role)).toBe(true)
})
