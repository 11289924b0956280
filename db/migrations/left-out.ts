import { noUpdate } from './append-only.ts'

/** Tables of the package's third version, as left out of what went out before: earlier releases say nothing of them. */
const NEW_TABLES = ['education', 'background', 'special', 'results'] as const

/** Marks every row that there is; the table's own trigger keeps them unchanged but for this once. */
export const leftOutBefore = (table: 'release' | 'import'): string => `
drop trigger ${table}_no_update;
update ${table} set coarser = ${NEW_TABLES.reduce(
  (list, name) => `json_insert(${list}, '$[#]', json('{"kind":"leave-out","table":"${name}"}'))`,
  'coarser',
)};${noUpdate(table)}`
