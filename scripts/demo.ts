// `npm run demo`: the main job on embedded defaults, without a screen. `-- --json` for one JSON object on the last line,
// `-- --out DIR` to keep the files in a folder of one's own.
import { existsSync, mkdirSync, mkdtempSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { Figure } from '../domain/indicators/figures.ts'
import { type DemoResult, runDemo } from './demo/run.ts'

const SECONDS = 2

const { values } = parseArgs({
  options: { json: { type: 'boolean', default: false }, out: { type: 'string' } },
})

const folderFor = (out: string | undefined): string => {
  if (out === undefined) return mkdtempSync(join(tmpdir(), 'tyokykypolku-demo-'))
  const folder = resolve(out)
  if (existsSync(folder) && readdirSync(folder).length > 0) {
    console.error(`${folder} is not empty: nothing was written.`)
    process.exit(2)
  }
  mkdirSync(folder, { recursive: true })
  return folder
}

const written = (figure: Figure | null): string => {
  if (figure === null) return '–'
  if (!figure.hidden) return String(figure.low)
  return `${figure.low}–${figure.high ?? '…'} (hidden parts)`
}

const asJson = (figure: Figure | null): number | [number, number | null] | null =>
  figure === null ? null : figure.hidden ? [figure.low, figure.high] : figure.low

const table = (rows: readonly (readonly string[])[]): string => {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)))
  return rows
    .map((row) =>
      row
        .map((field, i) => field.padEnd(widths[i]!))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

const report = ({ indicators, ...demo }: DemoResult, folder: string): void => {
  const { quarters } = indicators
  const rows = indicators.indicators.map(({ id, target, rows: figures, total }) => [
    id,
    ...figures.map(({ merged }) => written(merged)),
    written(total),
    target ? String(target.value) : '',
  ])
  console.log(`\n${table([['indicator', ...quarters, 'total', 'target'], ...rows])}\n`)
  const hidden = demo.releases.reduce((sum, one) => sum + one.suppressed, 0)
  const cells = demo.releases.reduce((sum, one) => sum + one.cells, 0)
  console.log(
    `${demo.clients} clients, ${demo.checks} health checks, ${demo.referrals} referrals at ${demo.stations} stations.`,
  )
  console.log(
    `${demo.releases.length} releases, ${hidden} of ${cells} cells hidden; the independent audit found every one safe.`,
  )
  console.log(`The office imported ${demo.imports} packages. No demo name or henkilötunnus is in any file.`)
  console.log(`Files: ${folder}`)
}

const folder = folderFor(values.out)
const demo = await runDemo({
  folder,
  seconds: SECONDS,
  tell: values.json ? (line) => console.error(line) : (line) => console.log(line),
})
if (demo.leaks.length > 0) {
  console.error(`Personal data in the open:\n${demo.leaks.join('\n')}`)
  process.exit(1)
}
if (values.json) {
  const { indicators, leaks, ...rest } = demo
  const office = Object.fromEntries(indicators.indicators.map(({ id, total }) => [id, asJson(total)]))
  console.log(JSON.stringify({ ...rest, leaks: leaks.length, office, folder }))
} else report(demo, folder)
