// An exit as its rules and the screen read it, from the columns of a participation.
import type { ParticipationTable } from '../../db/schema.ts'
import type { ExitInput } from '../../domain/clients/client.schema.ts'

type Row = Pick<
  ParticipationTable,
  'exit_status' | 'exit_job_search' | 'exit_education' | 'exit_qualification' | 'exit_rest_unknown'
>

const yes = (bit: 0 | 1 | null): boolean | null => (bit === null ? null : bit === 1)

/** What is known of an exit; null: not (yet). Enumerated values were checked on the way in. */
export const exitFacts = (row: Row): Omit<ExitInput, 'exitDate'> => ({
  exitStatus: row.exit_status as ExitInput['exitStatus'],
  exitJobSearch: yes(row.exit_job_search),
  exitEducation: yes(row.exit_education),
  exitQualification: yes(row.exit_qualification),
  exitRestUnknown: row.exit_rest_unknown === 1,
})
