// Every instrument of the program by its id.
import type { BandTable } from '../health-checks/bands.ts'
import { AUDIT, AUDIT_C } from './audit.ts'
import { FINDRISC } from './findrisc.ts'
import { GAD7 } from './gad7.ts'
import type { Instrument } from './instrument.ts'
import { FTND, HSI } from './nicotine.ts'
import { NRS } from './nrs.ts'
import { PHQ2, PHQ9 } from './phq.ts'
import { KYKYVIISARI, X3X10D } from './profiles.ts'
import { DUDIT, EUROHIS8, ISI, STOPBANG, WAI, WHODAS12 } from './score-only.ts'
import { UCLA3 } from './ucla3.ts'
import { WAS } from './was.ts'
import { WHO5 } from './who5.ts'

export const INSTRUMENTS: ReadonlyMap<string, Instrument> = new Map(
  [
    WAS,
    PHQ2,
    PHQ9,
    GAD7,
    WHO5,
    AUDIT_C,
    AUDIT,
    DUDIT,
    HSI,
    FTND,
    FINDRISC,
    ISI,
    STOPBANG,
    UCLA3,
    NRS,
    EUROHIS8,
    WHODAS12,
    WAI,
    KYKYVIISARI,
    X3X10D,
  ].map((instrument) => [instrument.id, instrument]),
)

/** The band tables of an instrument: none, one, or one a sex. */
export const bandTablesOf = ({ bands }: Instrument): BandTable[] => {
  if (bands === null) return []
  if ('rows' in bands) return [bands]
  return [bands.female, bands.male, ...(bands.unknown ? [bands.unknown] : [])]
}
