// A check that may be closed, to be spoilt one thing at a time.
import { type CheckAnswers, emptyAnswers } from '../../../domain/health-checks/answers.ts'

export const CONTEXT = {
  checkDate: '2026-11-24',
  sex: 'female',
  birthDate: '1990-01-01',
  labourStatus: 'unemployed',
  role: 'nurse' as const,
}

export const completeCheck = (
  fields: Record<string, unknown> = {},
  more: Partial<CheckAnswers> = {},
): CheckAnswers => ({
  ...emptyAnswers(),
  ...more,
  fields: {
    informedPurpose: true,
    informedDataUse: true,
    informedFollowUp: true,
    birthDate: '1990-01-01',
    municipality: '698',
    unemployedSince: '2025-01',
    workAbility: 'able',
    assessedByRole: 'nurse',
    justification: 'Ei esteitä työlle.',
    ...fields,
  },
})

export const answered = (id: string, answers: (number | null)[]) => ({
  [id]: { version: '1', language: 'fi', mode: 'self' as const, answers },
})
