import { expect, test } from 'vitest'
import { clientProblems } from '../../../domain/clients/client-rules.ts'

const TODAY = '2026-11-24'
const facts = { hetu: null, birthDate: '1990-01-01', unemployedSince: null }

test.each([
  [{}, []],
  [{ birthDate: null }, ['birthDate: required']],
  [{ birthDate: '1899-12-31' }, ['birthDate: birth-date']],
  [{ birthDate: '2026-11-25' }, ['birthDate: birth-date']],
  [{ hetu: '010190-900p ' }, []],
  [{ hetu: '010190-900P', birthDate: null }, []],
  [{ hetu: '010190-900P', birthDate: '1990-01-02' }, ['birthDate: birth-date-differs']],
  [{ hetu: '010190-900X', birthDate: null }, ['hetu: hetu-check']],
  // The same digits in 1890.
  [{ hetu: '010190+900P', birthDate: null }, ['hetu: birth-date']],
  [{ unemployedSince: '2026-11' }, []],
  [{ unemployedSince: '2026-12' }, ['unemployedSince: month-future']],
])('%j', (over, expected) => {
  const found = clientProblems({ ...facts, ...over }, TODAY)
  expect(found.map(({ path, code }) => `${path}: ${code}`)).toEqual(expected)
})
