import type { Instrument } from '../../../../domain/instruments/instrument.ts'
import { bandTablesOf } from '../../../../domain/instruments/registry.ts'

/** Text key of an instrument's band, or null without one. */
export const bandKey = (instrument: Instrument, band: string | null): string | null => {
  const table = bandTablesOf(instrument)[0]
  return band && table ? `band.${table.id}.${band}` : null
}
