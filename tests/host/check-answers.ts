// A complete synthetic check: every mandatory answer and some measurements, ready to be closed by a nurse.
import { type CheckAnswers, emptyAnswers } from '../../domain/health-checks/answers.ts'

/** Adds to what the server filled in from the register. */
export const completeAnswers = (started: CheckAnswers = emptyAnswers()): CheckAnswers => ({
  ...started,
  instruments: {
    ...started.instruments,
    was: { version: '1', language: 'fi', mode: 'interview', answers: [6] },
  },
  fields: {
    ...started.fields,
    origin: 'self',
    informedPurpose: true,
    informedDataUse: true,
    informedFollowUp: true,
    height: 170,
    weight: 72.3,
    workAbility: 'to_be_assessed',
    nextAssessment: 'Lääkärin arvio',
    nextAssessmentDate: '2026-12-15',
    justification: 'Selkäkipu rajoittaa nostamista.',
  },
})
