// Classes that leave the screen: a screening result is no diagnosis, and limits that no clinician has approved are marked.
import { bandTablesOf, INSTRUMENTS } from '../instruments/registry.ts'
import { CHECK_BAND_TABLES, UNEMPLOYMENT_BANDS } from './band-tables.ts'

type Text = (key: string, params?: Record<string, unknown>) => string

/** Every class that judges health, by the key of its text: whether all tables that give it are approved. */
const APPROVED: ReadonlyMap<string, boolean> = (() => {
  const found = new Map<string, boolean>()
  const tables = [
    ...CHECK_BAND_TABLES.map(([, table]) => table),
    ...[...INSTRUMENTS.values()].flatMap((instrument) => bandTablesOf(instrument)),
  ].filter((table) => table !== UNEMPLOYMENT_BANDS)
  for (const { id, rows, approved } of tables)
    for (const row of rows) {
      const key = `band.${id}.${row.id}`
      found.set(key, approved && (found.get(key) ?? true))
    }
  return found
})()

/**
 * Texts for one paper: a class of unapproved limits gets an asterisk.
 * @returns the texts, and the notes that the classes told so far call for, each once
 */
export const bandMarks = (
  text: Text,
  approved: ReadonlyMap<string, boolean> = APPROVED,
): { text: Text; notes: () => string[] } => {
  let screening = false
  let marked = false
  return {
    text: (key, params) => {
      const known = approved.get(key)
      if (known === undefined) return text(key, params)
      screening = true
      if (known) return text(key, params)
      marked = true
      return `${text(key, params)}*`
    },
    notes: () => [
      ...(screening ? [`${text('instrumentUi.notDiagnosis')}.`] : []),
      ...(marked ? [`* ${text('recordText.unapprovedBands')}`] : []),
    ],
  }
}
