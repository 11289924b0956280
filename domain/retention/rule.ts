// How long a client's record stays on the station. The years are the county's decision: a setting, unset by default.
import { z } from 'zod'

export const RETENTION_SOURCE =
  'Laki 703/2023 ja sen liite: potilasasiakirjat säilyttää rekisterinpitäjä; tämä ohjelma ei ole arkisto. Vuodet päättää hyvinvointialue (varmistettava).'

/** Years without any event before a record may be erased; null means that nothing is erased. */
export const retentionYears = z.number().int().min(1).max(130).nullable()

/** The first day of activity that still protects a record: `years` before `today` (both YYYY-MM-DD). */
export const keptSince = (today: string, years: number): string => {
  const year = String(Number(today.slice(0, 4)) - years).padStart(4, '0')
  return today.slice(5) === '02-29' ? `${year}-02-28` : `${year}${today.slice(4)}`
}
