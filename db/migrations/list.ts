// The ordered steps of each workplace. The office never gets a client table.
import { clinical01 } from './clinical-01.ts'
import { clinical02 } from './clinical-02.ts'
import { common01 } from './common-01.ts'
import type { Migration } from './migration.ts'

export const MIGRATIONS: Record<'clinical' | 'office', readonly Migration[]> = {
  clinical: [common01, clinical01, clinical02],
  office: [common01],
}
