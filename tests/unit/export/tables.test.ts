import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CATALOGUE, cellsOf, TABLE_DIMENSIONS, TABLES } from '../../../domain/aggregates/catalogue.ts'
import { CODES, DIMENSIONS } from '../../../domain/aggregates/dimensions.ts'
import type { PublicQuarter } from '../../../domain/aggregates/public-view.ts'
import { csvField, csvText, tableCsv } from '../../../main/export/csv.ts'
import { dataPackage, sha256 } from '../../../main/export/data-package.ts'
import { cubeIndex, tableJsonStat } from '../../../main/export/json-stat.ts'
import { labelOf } from '../../../main/export/labels.ts'

/** Every third cell hidden, the others 0, 5, 10… */
const figures: PublicQuarter = {
  quarter: '2026-Q1',
  coarser: [],
  values: new Map(CATALOGUE.map(({ id }, i) => [id, i % 3 === 0 ? null : 5 * (i % 7)])),
}

test('whatever a spreadsheet would run as a formula is defused', () => {
  expect(csvField('=1+1')).toBe("'=1+1")
  expect(csvField('@SUM(A1)')).toBe("'@SUM(A1)")
  expect(csvField('\t=1')).toBe("'\t=1")
  expect(csvField('a,"b"\r\n')).toBe('"a,""b""\r\n"')
  fc.assert(
    fc.property(fc.string(), (text) => {
      const field = csvField(text).replace(/^"/, '')
      expect(/^[=+\-@\t\r\n|%]/.test(field)).toBe(false)
    }),
  )
  expect(csvText(['a', 'b'], [[-1, null]])).toBe('a,b\r\n-1,\r\n')
})

test('a hidden cell has a status and never a number, in CSV and in JSON-stat alike', () => {
  for (const table of TABLES) {
    const rows = tableCsv(table, figures).trimEnd().split('\r\n').slice(1)
    const stat = tableJsonStat(table, figures, '2026-04-05T06:00:00.000Z', 'Asema')
    cellsOf(table).forEach((cell, i) => {
      const fields = rows[i]!.split(',')
      const value = figures.values.get(cell.id)
      expect(fields.slice(1, -2)).toEqual(cell.codes)
      expect(fields.slice(-2)).toEqual(value === null ? ['', 'hidden'] : [String(value), 'shown'])
      const at = cubeIndex(
        TABLE_DIMENSIONS[table].map((dimension) => CODES[dimension]),
        cell.codes,
      )
      expect([stat.value[at] ?? null, stat.status[at]]).toEqual([
        value,
        value === null ? 'hidden' : undefined,
      ])
    })
  }
})

test('JSON-stat: sizes, places and labels fit the classes', () => {
  const stat = tableJsonStat('participants', figures, '2026-04-05T06:00:00.000Z', 'Asema')
  expect(stat).toMatchObject({
    version: '2.0',
    class: 'dataset',
    id: ['quarter', ...TABLE_DIMENSIONS.participants],
  })
  const cube = stat.size.reduce((all, size) => all * size, 1)
  for (const place of [...Object.keys(stat.value), ...Object.keys(stat.status)])
    expect(Number(place)).toBeLessThan(cube)
  for (const dimension of DIMENSIONS)
    for (const code of CODES[dimension]) expect(labelOf(dimension, code)).not.toBe('')
  expect(cubeIndex([CODES.area, CODES.sex], ['ALL', 'T'])).toBe(0)
  expect(cubeIndex([CODES.area, CODES.sex], [CODES.area[1]!, 'male'])).toBe(4 + 2)
})

test('the data package names each CSV with its size, hash and columns', () => {
  const csv = new Map(
    TABLES.map((table) => [table, new TextEncoder().encode(tableCsv(table, figures))] as const),
  )
  const described = dataPackage('2026-Q1', '2026-04-05T06:00:00.000Z', 'Asema', [], csv)
  expect(described).toMatchObject({ profile: 'tabular-data-package', name: 'tyokykypolku-2026-q1' })
  expect(described.name).toMatch(/^[a-z0-9._-]+$/)
  for (const resource of described.resources) {
    const bytes = csv.get(resource.name)!
    expect(resource.bytes).toBe(bytes.length)
    expect(resource.hash).toBe(`sha256:${sha256(bytes)}`)
    const heading = new TextDecoder().decode(bytes).split('\r\n')[0]
    expect(resource.schema.fields.map((field) => field.name).join(',')).toBe(heading)
  }
})
