// The check as the server opens it, and what its rules need to know of it.
import type { Output } from '../../../domain/contract/table.ts'
import type { CheckContext } from '../../../domain/health-checks/facts.ts'

export type OpenedCheck = Output<'checks.open'>
export type Version = OpenedCheck['versions'][number]

export const contextOf = ({ checkDate, client }: OpenedCheck): CheckContext => ({
  checkDate,
  sex: client.sex,
  birthDate: client.birthDate,
  labourStatus: client.labourStatus,
})
