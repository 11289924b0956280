/** The simulation command: rows as JSON and the share of hidden cells over time as an SVG beside it. */
import { createHash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { type SimulationRow, simulate } from '../../domain/disclosure/simulation.ts'
import { createHighsSolver } from './highs-solver.ts'

const WIDTH = 720
const HEIGHT = 360
const PAD = 48
const COLOURS = ['#1b6ca8', '#c2571a', '#2e7d4f', '#7b4aa0', '#8a6d1d', '#444444']

/** A line per station: share of hidden cells (0–100 %) by release. */
export function plot(rows: readonly SimulationRow[]): string {
  const releases = [...new Set(rows.map((row) => row.release))].sort()
  const names = [...new Set(rows.map((row) => row.station))]
  const x = (release: string) =>
    PAD + ((WIDTH - 2 * PAD) * releases.indexOf(release)) / Math.max(1, releases.length - 1)
  const y = (share: number) => HEIGHT - PAD - (HEIGHT - 2 * PAD) * share
  const lines = names.map((name, k) => {
    const points = rows
      .filter((row) => row.station === name)
      .map((row) => `${x(row.release).toFixed(1)},${y(row.share).toFixed(1)}`)
    const colour = COLOURS[k % COLOURS.length]
    return `<polyline fill="none" stroke="${colour}" stroke-width="2" points="${points.join(' ')}"/><text x="${PAD + 8}" y="${HEIGHT - PAD - 10 - 16 * k}" font-size="11" fill="${colour}">${name}</text>`
  })
  const marks = [0, 0.25, 0.5, 0.75, 1].map(
    (share) =>
      `<line x1="${PAD}" x2="${WIDTH - PAD}" y1="${y(share)}" y2="${y(share)}" stroke="#ccc"/><text x="${PAD - 6}" y="${y(share) + 4}" font-size="11" text-anchor="end">${share * 100} %</text>`,
  )
  const dates = releases.map(
    (release) =>
      `<text x="${x(release)}" y="${HEIGHT - PAD + 18}" font-size="10" text-anchor="middle">${release}</text>`,
  )
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif"><title>Share of hidden cells by release</title><rect width="100%" height="100%" fill="#fff"/>${[...marks, ...dates, ...lines].join('')}</svg>\n`
}

/** Runs the simulation; @returns number of exposed cells over all releases. */
export async function runSimulation(options: {
  seed: number
  quarters: number
  stations: number
  output: string
}): Promise<number> {
  const solver = await createHighsSolver()
  const rows = await simulate(
    {
      ...options,
      sha256: (text) => createHash('sha256').update(text).digest('hex'),
      onQuarter: (row) => {
        console.error(
          `${row.release} ${row.station}: ${row.status}, hidden ${row.hidden} of ${row.cells}, exposed ${row.exposed}, ${row.seconds.toFixed(1)} s`,
        )
      },
    },
    solver,
  )
  const exposed = rows.reduce((sum, row) => sum + row.exposed, 0)
  await writeFile(options.output, `${JSON.stringify({ seed: options.seed, exposed, rows }, null, 1)}\n`)
  await writeFile(options.output.replace(/(\.json)?$/, '.svg'), plot(rows))
  return exposed
}
