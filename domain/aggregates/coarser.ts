/**
 * Coarser releases of the fixed catalogue: which cells a release displays when classes are merged, only margins are
 * released or a table is left out. The rules are the engine's (`disclosure/coarsen.ts`); no count enters here.
 */
import { z } from 'zod'
import {
  type Coarsening as AnyCoarsening,
  coarsen,
  type KeyOf,
  mergedCategory,
} from '../disclosure/coarsen.ts'
import type { Relation } from '../disclosure/problem.ts'
import type { Table, TableCell } from '../disclosure/tables.ts'
import {
  type CatalogueCell,
  cellId,
  cellsOf,
  hidesZeros,
  INCLUSIONS,
  type Inclusion,
  isStock,
  SUMS,
  TABLE_DIMENSIONS,
  TABLES,
  type TableName,
} from './catalogue.ts'
import { ALL_AREAS, CODES, childrenOf, DIMENSIONS, type Dimension, TOTAL } from './dimensions.ts'

export const coarseningSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('merge'),
    table: z.enum(TABLES),
    dimension: z.enum(DIMENSIONS),
    categories: z.array(z.string().max(40)).min(2).max(40),
  }),
  z.strictObject({ kind: z.literal('margins-only'), table: z.enum(TABLES) }),
  z.strictObject({ kind: z.literal('leave-out'), table: z.enum(TABLES) }),
])
export type Coarsening = z.output<typeof coarseningSchema>

/** At most this many in one release. */
export const MOST_COARSENINGS = 20
export const coarseningsSchema = z.array(coarseningSchema).max(MOST_COARSENINGS)

const totalOf = (dimension: Dimension): string => (dimension === 'area' ? ALL_AREAS : TOTAL)

/** Place of a cell as the engine takes it: totals are left out. */
const placeOf = ({ table, codes }: Pick<CatalogueCell, 'table' | 'codes'>): Record<string, string> =>
  Object.fromEntries(
    TABLE_DIMENSIONS[table].flatMap((dimension, i) =>
      codes[i] === totalOf(dimension) ? [] : [[dimension, codes[i]!]],
    ),
  )

const codesOf = (table: TableName, at: Readonly<Record<string, string>>): string[] =>
  TABLE_DIMENSIONS[table].map((dimension) => at[dimension] ?? totalOf(dimension))

/** Identifier of a cell from its place: what the place does not name is the total of that dimension. */
export const keyOf: KeyOf = (table, at) => cellId(table.id as TableName, codesOf(table.id as TableName, at))

/** Those whom an inclusion leaves outside its part; never displayed. */
export const restOf = (part: string): string => `${part}/rest`
/** The sum of the cells that an inclusion lies within, where they are several; never displayed. */
export const baseOf = (part: string): string => `${part}/base`

/** What `tablesOf` adds to a place: the count and whoever makes it up. */
export type CellFacts = Pick<TableCell, 'count' | 'only' | 'joined' | 'implied'>
type FactsOf = (key: string) => CellFacts

const relationsOf = ({ part, wholes }: Inclusion): Relation[] =>
  wholes.length === 1
    ? [{ total: wholes[0]!, parts: [part, restOf(part)] }]
    : [
        { total: baseOf(part), parts: [...wholes] },
        { total: baseOf(part), parts: [part, restOf(part)] },
      ]

const unseenOf = ({ part, wholes }: Inclusion, facts: FactsOf): TableCell[] =>
  [...(wholes.length === 1 ? [] : [baseOf(part)]), restOf(part)].map((key) => ({
    key,
    unseen: true,
    sensitive: false,
    ...facts(key),
  }))

/** Who has reached no result yet become fewer, while every displayed count grows: they go on in no table. */
const isApart = ({ table }: Inclusion): boolean => table === 'results'

/** Nearly everybody of a place sent to a service, or in a special category, would tell about each of them. */
const TELLING: readonly TableName[] = ['referrals', 'special']

const tableOf = (table: TableName, facts: FactsOf): Table => {
  const within = INCLUSIONS.filter((one) => one.table === table && !isApart(one))
  return {
    id: table,
    kind: isStock(table) ? 'stock' : 'flow',
    lowerBound: hidesZeros(table) ? 0 : 1,
    relations: [
      ...SUMS.filter((sum) => sum.table === table).map(({ total, parts }) => ({ total, parts: [...parts] })),
      ...within.flatMap(relationsOf),
    ],
    cells: [
      ...cellsOf(table).map((cell) => ({
        key: cell.id,
        at: placeOf(cell),
        weight: cell.weight,
        ...(cell.upper === null ? {} : { upper: cell.upper }),
        ...facts(cell.id),
      })),
      ...within.flatMap((one) => unseenOf(one, facts)),
    ],
    ...(TELLING.includes(table) ? { sensitiveParts: cellsOf(table).map((cell) => cell.id) } : {}),
  }
}

/** The catalogue's tables as the engine takes them. `facts` of the cells, and of the rests and bases of inclusions. */
export const tablesOf = (facts: FactsOf): Table[] => {
  const apart = INCLUSIONS.filter(isApart)
  return [
    ...TABLES.map((table) => tableOf(table, facts)),
    {
      id: 'within',
      kind: 'flow',
      lowerBound: 1,
      relations: apart.flatMap(relationsOf),
      cells: apart.flatMap((one) => unseenOf(one, facts)),
    },
  ]
}

/** @throws Error when a coarsening names classes that are not siblings or no longer there. */
export const coarsenAll = (tables: readonly Table[], coarser: readonly Coarsening[]): Table[] =>
  coarser.reduce<Table[]>(
    (all, one) => {
      if (one.kind === 'merge' && !areSiblings(one)) throw new Error('not siblings')
      return coarsen(all, one as AnyCoarsening, keyOf)
    },
    [...tables],
  )

/** Classes of one total, in the order of the catalogue. */
const areSiblings = ({ table, dimension, categories }: Extract<Coarsening, { kind: 'merge' }>): boolean =>
  TABLE_DIMENSIONS[table].includes(dimension) &&
  CODES[dimension].some((parent) => {
    const children = childrenOf(dimension, parent)
    const places = categories.map((code) => children.indexOf(code))
    return places.every((place, i) => place > (i === 0 ? -1 : places[i - 1]!))
  })

const SKELETON: readonly Table[] = tablesOf(() => ({ count: 0 }))

/**
 * Cells and sums of a release without any count; `unseen` cells are not displayed.
 * @throws Error when the coarsenings do not fit the catalogue.
 */
export const structureOf = (coarser: readonly Coarsening[]): readonly Table[] => coarsenAll(SKELETON, coarser)

/** True when the coarsenings fit the catalogue and each other. */
export const isPossible = (coarser: readonly Coarsening[]): boolean => {
  try {
    return structureOf(coarser).length > 0
  } catch {
    return false
  }
}

/** A displayed cell: of the catalogue, or of merged classes. */
export type VisibleCell = { id: string; table: TableName; codes: readonly string[] }

/** The cells that a release displays, in the order of its files. */
export const visibleCells = (coarser: readonly Coarsening[]): VisibleCell[] =>
  structureOf(coarser).flatMap((table) =>
    table.cells.flatMap((cell): VisibleCell[] => {
      const name = table.id as TableName
      return cell.unseen ? [] : [{ id: cell.key, table: name, codes: codesOf(name, cell.at ?? {}) }]
    }),
  )

/** The cells that a release displays of one table. */
export const cellsIn = (table: TableName, coarser: readonly Coarsening[]): VisibleCell[] =>
  visibleCells(coarser).filter((cell) => cell.table === table)

/** The classes that a merged class stands for; the class itself when it is not merged. */
export const mergedParts = (code: string): string[] => code.split('+')

/** The classes under a class: its children in the catalogue, or the merged ones. */
export const partsOf = (dimension: Dimension, code: string): readonly string[] => {
  const merged = mergedParts(code)
  return merged.length > 1 ? merged : childrenOf(dimension, code)
}

/** The codes of a dimension in a table's files: a merged class stands before the first of its parts. */
export const codesIn = (table: TableName, dimension: Dimension, coarser: readonly Coarsening[]): string[] => {
  const codes = [...CODES[dimension]]
  for (const one of coarser) {
    if (one.kind !== 'merge' || one.table !== table || one.dimension !== dimension) continue
    const isLevel = CODES[dimension].some(
      (code) => childrenOf(dimension, code).join() === one.categories.join(),
    )
    if (!isLevel) codes.splice(codes.indexOf(one.categories[0]!), 0, mergedCategory(one.categories))
  }
  return codes
}
