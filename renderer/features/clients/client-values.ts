// The values of the client's form: the contract's fields, each of which may still be unanswered.

import { clientProblems } from '../../../domain/clients/client-rules.ts'
import { normaliseHetu } from '../../../domain/clients/hetu.ts'
import { UNEMPLOYED_STATUSES } from '../../../domain/clients/labour-status.ts'
import type { FieldProblem } from '../../../domain/contract/errors.ts'
import type { Input, Output } from '../../../domain/contract/table.ts'

type Fields = Omit<Input<'clients.register'>, 'entry' | 'statisticsConsent' | 'otherPerson'>
export type ClientValues = { [K in keyof Fields]: Fields[K] | null }

export const NEW_CLIENT: ClientValues = {
  hetu: null,
  familyName: '',
  givenNames: '',
  birthDate: null,
  sex: null,
  municipality: null,
  labourStatus: null,
  unemployedSince: null,
  language: 'fi',
  interpreter: false,
  phone: null,
  email: null,
  protectedAddress: false,
}

export const valuesOf = (client: Output<'clients.open'>): ClientValues => ({
  hetu: client.hetu,
  familyName: client.familyName,
  givenNames: client.givenNames,
  birthDate: client.birthDate,
  sex: client.sex,
  municipality: client.municipality,
  labourStatus: client.labourStatus,
  unemployedSince: client.unemployedSince,
  language: client.language,
  interpreter: client.interpreter,
  phone: client.phone,
  email: client.email,
  protectedAddress: client.protectedAddress,
})

export const isUnemployed = (status: ClientValues['labourStatus']): boolean =>
  UNEMPLOYED_STATUSES.some((one) => one === status)

/** What is sent: the month of unemployment only of the unemployed, the code as it is stored. */
export const fieldsOf = (values: ClientValues): Fields =>
  ({
    ...values,
    hetu: values.hetu?.trim() ? normaliseHetu(values.hetu) : null,
    unemployedSince: isUnemployed(values.labourStatus) ? values.unemployedSince : null,
  }) as Fields

/** The rules that the server refuses with too. */
export const problemsOfClient = (values: ClientValues, today: string): FieldProblem[] =>
  clientProblems(fieldsOf(values), today)
