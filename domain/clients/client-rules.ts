// What the facts of a client must be besides their shape: the screen says it at the field, the server refuses with it.
import type { FieldProblem } from '../contract/errors.ts'
import type { RegisterInput } from './client.schema.ts'
import { normaliseHetu, parseHetu } from './hetu.ts'

type Facts = Pick<RegisterInput, 'hetu' | 'birthDate' | 'unemployedSince'>

const OLDEST_BIRTH_DATE = '1900-01-01'

const isBirthDate = (date: string, today: string): boolean => date >= OLDEST_BIRTH_DATE && date <= today

const identityProblems = ({ hetu, birthDate }: Facts, today: string): FieldProblem[] => {
  if (hetu === null || hetu.trim() === '') {
    if (!birthDate) return [{ path: 'birthDate', code: 'required' }]
    return isBirthDate(birthDate, today) ? [] : [{ path: 'birthDate', code: 'birth-date' }]
  }
  const parsed = parseHetu(normaliseHetu(hetu), today)
  if (!parsed.ok) return [{ path: 'hetu', code: `hetu-${parsed.why}` }]
  if (!isBirthDate(parsed.birthDate, today)) return [{ path: 'hetu', code: 'birth-date' }]
  return birthDate && birthDate !== parsed.birthDate
    ? [{ path: 'birthDate', code: 'birth-date-differs' }]
    : []
}

/**
 * A wrong henkilötunnus, a missing, impossible or contradicting birth date, and unemployment from a month ahead.
 * @param today YYYY-MM-DD
 */
export const clientProblems = (facts: Facts, today: string): FieldProblem[] => [
  ...identityProblems(facts, today),
  ...(facts.unemployedSince && facts.unemployedSince > today.slice(0, 7)
    ? [{ path: 'unemployedSince', code: 'month-future' }]
    : []),
]
