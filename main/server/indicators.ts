// Indicators of the project office, from the imported figures and what the hidden ones leave open.

import type { Reader } from '../../db/kysely.ts'
import {
  importedFigures,
  importedIntervals,
  listImports,
  pinnedStations,
} from '../../db/repositories/imports.ts'
import type { indicatorsCalls } from '../../domain/contract/indicators.calls.ts'
import { INDICATORS, type Indicator, indicatorKey } from '../../domain/indicators/definitions.ts'
import { exactly, type Figure, hiddenFigure, sumFigures } from '../../domain/indicators/figures.ts'
import type { Handlers } from './handler.ts'

type Imported = Awaited<ReturnType<typeof listImports>>[number]

/** The figure of every indicator in every import. */
const figuresOf = async (db: Reader): Promise<(importId: string, indicator: Indicator) => Figure> => {
  const keys = INDICATORS.map(indicatorKey)
  const shown = await importedFigures(db, [...new Set(INDICATORS.flatMap(({ cells }) => cells))])
  const open = await importedIntervals(db, keys)
  const name = (importId: string, cell: string) => `${importId} ${cell}`
  const values = new Map(shown.map((row) => [name(row.import_id, row.cell), row.value]))
  const intervals = new Map(open.map((row) => [name(row.import_id, row.cell), row]))
  return (importId, indicator) => {
    const parts = indicator.cells.map((cell) => values.get(name(importId, cell)) ?? null)
    if (parts.every((part) => part !== null)) return exactly(parts.reduce((sum, part) => sum + part, 0))
    const interval = intervals.get(name(importId, indicatorKey(indicator)))
    return interval ? hiddenFigure(interval.low, interval.high) : hiddenFigure(0, null)
  }
}

/** The import that speaks for a station in a quarter: a cumulative figure stands until the next one. */
const speaking = (
  imports: readonly Imported[],
  stationId: string,
  quarter: string,
  kind: Indicator['kind'],
): Imported | undefined =>
  imports.findLast(
    (row) =>
      row.station_id === stationId && (kind === 'flow' ? row.quarter === quarter : row.quarter <= quarter),
  )

export const indicatorsHandlers: Handlers<typeof indicatorsCalls> = {
  'indicators.show': async ({ db }) => {
    const imports = await listImports(db)
    const stations = (await pinnedStations(db)).filter((one) =>
      imports.some((row) => row.station_id === one.id),
    )
    const figure = await figuresOf(db)
    const quarters = [...new Set(imports.map((row) => row.quarter))].sort()
    const rowsOf = (indicator: Indicator) =>
      quarters.map((quarter) => {
        const from = stations.map(({ id }) => ({ id, row: speaking(imports, id, quarter, indicator.kind) }))
        const each = from.map(({ id, row }) => ({ id, figure: row ? figure(row.id, indicator) : null }))
        return {
          quarter,
          merged: sumFigures(each.flatMap((one) => one.figure ?? [])),
          missing: from.filter(({ row }) => row?.quarter !== quarter).length,
          stations: each,
        }
      })
    return {
      quarters,
      stations: stations.map(({ id, name }) => ({
        id,
        name,
        newest: imports.findLast((row) => row.station_id === id)!.quarter,
      })),
      indicators: INDICATORS.map((indicator) => {
        const rows = rowsOf(indicator)
        const merged = rows.flatMap((row) => row.merged ?? [])
        return {
          id: indicator.id,
          kind: indicator.kind,
          target: indicator.target,
          rows,
          total: indicator.kind === 'flow' ? sumFigures(merged) : (merged.at(-1) ?? null),
        }
      }),
    }
  },
}
