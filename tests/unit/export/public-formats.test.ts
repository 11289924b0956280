// A real package read by the formats' own public software: Frictionless' JavaScript library with its published profiles,
// and the JSON-stat Toolkit. Neither knows anything of this program.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import datapackage from 'datapackage'
import JSONstat from 'jsonstat-toolkit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { TABLE_DIMENSIONS, TABLES } from '../../../domain/aggregates/catalogue.ts'
import { type Coarsening, cellsIn } from '../../../domain/aggregates/coarser.ts'
import { csvName, jsonStatName } from '../../../domain/aggregates/package.ts'
import { verifyPackage } from '../../../main/import/verify-package.ts'
import { allHidden, filesOf, makePackage } from '../import/make-package.ts'

const MERGED: Coarsening[] = [
  { kind: 'merge', table: 'participants', dimension: 'area', categories: ['rovaniemi', 'pohjois_lappi'] },
  { kind: 'margins-only', table: 'referrals' },
]

/** Half of the cells shown, the others hidden; merged classes and a table of margins only. */
const figures = () => {
  const whole = allHidden()
  const cells = TABLES.flatMap((table) => cellsIn(table, MERGED))
  const values = new Map(cells.map(({ id }, i) => [id, i % 2 === 0 ? (whole.values.get(id) ?? 12) : null]))
  return { quarter: whole.quarter, coarser: MERGED, values }
}

const bytes = makePackage({ figures: figures() })
const files = filesOf(bytes)
const json = (name: string) => JSON.parse(new TextDecoder().decode(files[name]))
let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tyokyky-package-'))
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('the descriptor fits the published profiles of Data Package, tabular ones included', async () => {
  for (const name of ['data-package', 'tabular-data-package']) {
    const profile = await datapackage.Profile.load(name)
    expect(profile.validate(json('datapackage.json')), name).toEqual({ valid: true, errors: [] })
    expect(profile.validate({ ...json('datapackage.json'), resources: [] }).valid, name).toBe(false)
  }
})

test('every row of every CSV fits its Table Schema, and reads as the figures say', async () => {
  const read = await datapackage.Package.load(join(folder, 'datapackage.json'), { strict: true })
  expect(read.valid).toBe(true)
  const { released } = verifyPackage(bytes)
  for (const table of TABLES) {
    const resource = read.getResource(table)
    expect(resource.descriptor.path).toBe(csvName(table))
    const rows = await resource.read({ keyed: true })
    const cells = cellsIn(table, MERGED)
    expect(rows).toHaveLength(cells.length)
    cells.forEach((cell, i) => {
      const value = released.values.get(cell.id) ?? null
      expect(rows[i]).toMatchObject({ value, status: value === null ? 'hidden' : 'shown' })
    })
  }
})

test('a row that breaks the schema is refused by the same software', async () => {
  const file = join(folder, csvName('referrals'))
  const broken = new TextDecoder().decode(files[csvName('referrals')]).replace(',hidden', ',secret')
  writeFileSync(file, broken)
  const read = await datapackage.Package.load(join(folder, 'datapackage.json'), { strict: true })
  await expect(read.getResource('referrals').read()).rejects.toThrow()
  writeFileSync(file, files[csvName('referrals')]!)
})

test('the JSON-stat Toolkit finds every figure and every hidden cell in its place', () => {
  const { released } = verifyPackage(bytes)
  for (const table of TABLES) {
    const dataset = JSONstat(json(jsonStatName(table)))
    expect(dataset.class).toBe('dataset')
    expect(dataset.length).toBe(TABLE_DIMENSIONS[table].length + 1)
    for (const { id, codes } of cellsIn(table, MERGED)) {
      const place = Object.fromEntries(TABLE_DIMENSIONS[table].map((dimension, i) => [dimension, codes[i]!]))
      const found = dataset.Data({ quarter: released.quarter, ...place })
      const value = released.values.get(id) ?? null
      expect([found.value ?? null, found.status ?? null], id).toEqual([
        value,
        value === null ? 'hidden' : null,
      ])
    }
    const names = TABLE_DIMENSIONS[table].includes('area') ? dataset.Dimension('area') : null
    expect(names === null || names.Category('ALL').label === 'Kaikki alueet').toBe(true)
  }
})
