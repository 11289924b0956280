/** How time grows with table size, and WebAssembly against a native HiGHS on the same linear programs. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import loadHighs from 'highs'
import { parseProblem } from '../../domain/disclosure/problem.ts'
import { protect } from '../../domain/disclosure/protect.ts'
import { createHighsSolver } from '../../main/disclosure/highs-solver.ts'
import { type InstanceShape, randomTable } from './disclosure-instances.ts'

const SHAPES: Omit<InstanceShape, 'zeros' | 'small' | 'seed'>[] = [
  { sizes: [8, 7] },
  { sizes: [4, 3, 3] },
  { sizes: [12, 10], groupSize: 4 },
  { sizes: [7, 6, 5] },
  { sizes: [4, 4, 3, 3] },
  { sizes: [18, 25], groupSize: 5 },
  { sizes: [8, 7, 6], groupSize: 3, secondGrouping: true },
  { sizes: [30, 40], groupSize: 6 },
  { sizes: [40, 50], groupSize: 6 },
]

/** A transport-like program: rows and columns of a square table, maximise one cell. */
function program(size: number): string {
  const name = (i: number, j: number) => `x${i}_${j}`
  const range = Array.from({ length: size }, (_, k) => k)
  const rows = range.map((i) => `r${i}: ${range.map((j) => name(i, j)).join(' + ')} = ${10 + (i % 7)}`)
  const columns = range
    .slice(1)
    .map((j) => `c${j}: ${range.map((i) => name(i, j)).join(' + ')} <= ${12 + (j % 5)}`)
  return `Maximize\n obj: ${range.flatMap((i) => range.map((j) => `${1 + ((3 * i + 5 * j) % 11)} ${name(i, j)}`)).join(' + ')}\nSubject To\n ${[...rows, ...columns].join('\n ')}\nEnd\n`
}

async function againstNative(): Promise<void> {
  if (spawnSync('highs', ['--version']).error) {
    console.log('native HiGHS: no executable "highs" on PATH, so WebAssembly is not compared')
    return
  }
  const highs = await loadHighs()
  const folder = mkdtempSync(join(tmpdir(), 'highs-'))
  for (const size of [20, 40, 80]) {
    const text = program(size)
    const file = join(folder, `p${size}.lp`)
    writeFileSync(file, text)
    let began = performance.now()
    highs.solve(text, { output_flag: false })
    const wasm = performance.now() - began
    began = performance.now()
    spawnSync('highs', [file])
    const native = performance.now() - began
    console.log(
      `${size}×${size}: WebAssembly ${wasm.toFixed(0)} ms, native ${native.toFixed(0)} ms (with process start), ratio ${(wasm / native).toFixed(2)}`,
    )
  }
}

const seconds = Number(process.argv[2] ?? 30)
const solver = await createHighsSolver()
console.log('cells  sensitive  status    hidden  bound  ratio  seconds')
for (const shape of SHAPES) {
  const table = randomTable({ ...shape, zeros: 0.2, small: 0.4, seed: 1 })
  const problem = parseProblem({ ...table, timeLimit: seconds })
  const { status, objective, bound, seconds: taken } = await protect(problem, solver)
  const ratio = bound > 0 ? (objective / bound).toFixed(3) : '–'
  console.log(
    [table.cells.length, problem.primary.length, status, objective, bound, ratio, taken.toFixed(2)].join(
      '  ',
    ),
  )
}
await againstNative()
