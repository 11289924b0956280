// `npm run docs`: writes docs/data-dictionary.md from what the program itself uses: migrations, contract, health check,
// instruments. Nothing in that file is written by hand.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { MIGRATIONS } from '../db/migrations/list.ts'
import { CATALOGUE, TABLE_DIMENSIONS } from '../domain/aggregates/catalogue.ts'
import { CODES } from '../domain/aggregates/dimensions.ts'
import { CALL_NAMES, findCall } from '../domain/contract/table.ts'
import type { Field, Requirement } from '../domain/health-checks/fields.ts'
import { SECTIONS, sensitivityOf } from '../domain/health-checks/sections.ts'
import { INSTRUMENTS } from '../domain/instruments/registry.ts'

type Column = { name: string; type: string; notnull: number; pk: number }
type ForeignKey = { from: string; table: string; to: string }

const row = (cells: readonly string[]): string =>
  `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
const table = (heads: readonly string[], rows: readonly (readonly string[])[]): string =>
  [row(heads), row(heads.map(() => '---')), ...rows.map(row)].join('\n')

const tablesOf = (workplace: 'clinical' | 'office'): string => {
  const db = new Database(':memory:')
  for (const { sql } of MIGRATIONS[workplace]) db.exec(sql)
  const names = db
    .prepare("select name from sqlite_master where type = 'table' and name not like 'sqlite_%' order by name")
    .pluck()
    .all() as string[]
  const triggers = db
    .prepare("select name from sqlite_master where type = 'trigger' and tbl_name = ?")
    .pluck()
  const told = names.map((name) => {
    const keys = db.pragma(`foreign_key_list("${name}")`) as ForeignKey[]
    const columns = (db.pragma(`table_info("${name}")`) as Column[]).map((column) => {
      const key = keys.find(({ from }) => from === column.name)
      const notes = [
        column.pk > 0 ? 'key' : '',
        column.notnull || column.pk ? '' : 'may be empty',
        key ? `→ ${key.table}` : '',
      ]
      return [`\`${column.name}\``, column.type.toLowerCase(), notes.filter(Boolean).join(', ')]
    })
    const guards = triggers.all(name) as string[]
    const note =
      guards.length > 0 ? `\nGuarded by ${guards.map((guard) => `\`${guard}\``).join(', ')}.\n` : ''
    return `### ${name}\n${note}\n${table(['column', 'type', ''], columns)}`
  })
  db.close()
  return told.join('\n\n')
}

const limitsOf = (field: Field): string => {
  if (field.type === 'int' || field.type === 'decimal') {
    const soft = field.soft ? `, asks outside ${field.soft.join('–')}` : ''
    return `${field.hard.join('–')}${field.unit ? ` ${field.unit}` : ''}${soft}`
  }
  if (field.type === 'enum' || field.type === 'multi') return field.options.values.join(', ')
  if (field.type === 'text') return `at most ${field.maxLength} characters`
  return ''
}

const mandatoryOf = ({ mandatory }: Field): string => {
  if (!mandatory) return ''
  const { when, despiteSkip } = mandatory === true ? ({} as Requirement) : mandatory
  const only = when && 'client' in when ? ` for ${when.in.join(', ')}` : ''
  return `mandatory${only}${despiteSkip ? ' even in a section left out' : ''}`
}

const checkFields = (): string =>
  SECTIONS.filter(({ fields }) => fields.length > 0)
    .map(({ id, fields }) => {
      const rows = fields.map((field) => [
        `\`${field.key}\``,
        field.type,
        limitsOf(field),
        [mandatoryOf(field), sensitivityOf(field) ?? ''].filter(Boolean).join(', '),
      ])
      return `### ${id}\n\n${table(['field', 'type', 'values', ''], rows)}`
    })
    .join('\n\n')

const instruments = (): string =>
  table(
    ['instrument', 'version', 'licence class', 'items', 'scoring', 'approved'],
    [...INSTRUMENTS.values()].map((one) => [
      one.id,
      String(one.version),
      one.licence,
      String(one.items.length),
      one.scoring.kind,
      one.approved ? 'yes' : 'waits for a clinician',
    ]),
  )

const calls = (): string =>
  table(
    ['call', 'kind', 'workplace', 'callers', 'event'],
    CALL_NAMES.map((name) => {
      const one = findCall(name)!
      return [`\`${name}\``, one.kind, one.workplace, one.callers.join(', '), one.audit?.event ?? '']
    }),
  )

const statistics = (): string =>
  table(
    ['table', 'dimensions', 'cells'],
    Object.entries(TABLE_DIMENSIONS).map(([name, dimensions]) => [
      name,
      dimensions.map((dimension) => `${dimension} (${CODES[dimension].length} codes)`).join(' × '),
      String(CATALOGUE.filter((cell) => cell.table === name).length),
    ]),
  )

writeFileSync(
  join(import.meta.dirname, '../docs/data-dictionary.md'),
  `# Data dictionary

Written by \`npm run docs\` from the program itself; do not edit. Times are ISO UTC, dates YYYY-MM-DD in Finland, yes and
no are 1 and 0, JSON is text. Every table is STRICT.

## Calls

${calls()}

## Released statistics

${statistics()}

## Tables of a clinical workstation

${tablesOf('clinical')}

## Tables of the project office

${tablesOf('office')}

## Fields of the health check

${checkFields()}

## Instruments

${instruments()}
`,
)
