import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { earlyRisk, earlyRiskFacts } from '../../../domain/assessments/early-risk.ts'
import { parseAnswers } from '../../../domain/health-checks/answers.ts'
import { closingProblems } from '../../../domain/health-checks/closing.ts'
import { compareAnswers } from '../../../domain/health-checks/compare.ts'
import { derive } from '../../../domain/health-checks/derived.ts'
import { type ChoiceField, optionTextKey } from '../../../domain/health-checks/fields.ts'
import { proposedFollowUp } from '../../../domain/health-checks/follow-up.ts'
import { recordText } from '../../../domain/health-checks/record-text.ts'
import { raisedFlags } from '../../../domain/health-checks/red-flags.ts'
import { FIELDS, SECTIONS } from '../../../domain/health-checks/sections.ts'
import { fieldsFromClient } from '../../../domain/health-checks/start.ts'
import { INSTRUMENTS } from '../../../domain/instruments/registry.ts'
import { anyCheck, HOLE } from './any-answers.ts'
import { CONTEXT } from './complete-check.ts'

describe('any answers that the tables allow', () => {
  test('are read back as they are, and every rule copes with them', () => {
    fc.assert(
      fc.property(anyCheck, (answers) => {
        expect(parseAnswers(JSON.parse(JSON.stringify(answers)))).toMatchObject({ ok: true })
        derive(answers, CONTEXT)
        earlyRisk(earlyRiskFacts(answers, CONTEXT))
        const problems = closingProblems(answers, CONTEXT)
        expect(problems.some(({ code }) => code === 'refused-value')).toBe(false)
        for (const { id, severity, answered, answeredBy } of raisedFlags(answers, CONTEXT))
          if (severity !== 'notice' && !answered && !answeredBy)
            expect(problems.map(({ field }) => field)).toContain(`flags.${id}`)
        expect(compareAnswers(answers, structuredClone(answers))).toEqual([])
        expect(recordText(answers, CONTEXT, (key) => key)).not.toMatch(HOLE)
      }),
      { numRuns: 60 },
    )
  })

  test('the text never tells a sensitive field or instrument by default', () => {
    fc.assert(
      fc.property(anyCheck, (answers) => {
        const told = recordText(answers, CONTEXT, (key) => `<${key}>`)
        for (const section of SECTIONS)
          for (const { key, sensitive } of section.fields)
            if (sensitive ?? section.sensitive) expect(told).not.toContain(`<field.${key}>`)
        for (const field of FIELDS.values())
          for (const column of field.type === 'list' ? field.columns : [])
            for (const one of Object.keys(('options' in column && column.options.sensitive) || {}))
              expect(told).not.toContain(`<${optionTextKey(column as ChoiceField, one)}>`)
        for (const { id, sensitive } of INSTRUMENTS.values())
          if (sensitive) expect(told).not.toContain(`<instrument.${id}>`)
      }),
      { numRuns: 40 },
    )
  })
})

test('a new check takes what the register knows and leaves open what a field does not take', () => {
  const client = {
    birthDate: '1990-01-01',
    municipality: '698',
    sex: 'other',
    language: 'se',
    interpreter: false,
    phone: null,
    unemployedSince: '2025-03',
    hetu: '010190-900P',
  }
  expect(fieldsFromClient(client)).toEqual({
    birthDate: '1990-01-01',
    municipality: '698',
    serviceLanguage: 'se',
    interpreterNeeded: false,
    unemployedSince: '2025-03',
  })
})

test.each([
  ['2026-11-24', '2027-02-24'],
  ['2026-11-30', '2027-02-28'],
  ['2026-10-31', '2027-01-31'],
  ['2027-11-30', '2028-02-29'],
])('follow-up of %s is proposed for %s', (checkDate, due) => {
  expect(proposedFollowUp(checkDate)).toBe(due)
})
