/**
 * WebAssembly against a native HiGHS on the engine's own programs: attackers' linear programs, one and many, and the
 * integer program over a block's first cuts. Needs a `highs` command, or Python with its own package of HiGHS (`pip install
 * highspy`); both sides read the same text. Python tells its own time; of the command the process start (its time for an
 * almost empty program) is taken off.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import loadHighs from 'highs'
import { type Block, prepare } from '../../domain/disclosure/blocks.ts'
import { rowCuts } from '../../domain/disclosure/cuts.ts'
import { parseProblem } from '../../domain/disclosure/problem.ts'
import { HARD, instanceProblem } from './disclosure-instances.ts'

const INSTANCES = ['2h-96', '4d-400', '2h-840', '3d-2500']
const RUNS = 5
/** Attacks in one program: long enough that starting up counts for little. */
const MANY = 20
const EMPTY = 'Minimize\n obj: a\nSubject To\n r: a >= 1\nEnd\n'

/** Ways to a native HiGHS: how to ask for it, and how to solve a file; Python prints the milliseconds it took. */
const WAYS = [
  { ask: ['highs', '--version'], solve: ['highs', '--threads', '1'], timesItself: false },
  {
    ask: ['python3', '-c', 'import highspy; print(highspy.Highs().version())'],
    solve: [
      'python3',
      '-c',
      `import highspy, sys, time
solver = highspy.Highs()
solver.setOptionValue('output_flag', False)
solver.setOptionValue('threads', 1)
began = time.perf_counter()
solver.readModel(sys.argv[1])
solver.run()
print((time.perf_counter() - began) * 1000)`,
    ],
    timesItself: true,
  },
]
type Way = (typeof WAYS)[number]
const run = ([command, ...rest]: readonly string[], cwd?: string) =>
  spawnSync(command!, rest, { cwd, encoding: 'utf8' })

const sum = (index: readonly number[], coef: readonly number[], name: string): string =>
  index.map((node, k) => `${coef[k]! < 0 ? '-' : '+'} ${Math.abs(coef[k]!)} ${name}${node}`).join(' ')

/** How far each of the first sensitive cells can rise where everything is hidden: so many programs side by side. */
function attacks({ nodes, rows, targets }: Block, count: number): string {
  const limit = (room: number) => Math.min(room, 1000)
  const goals: string[] = []
  const sums: string[] = []
  const limits: string[] = []
  for (const [t, target] of targets.slice(0, count).entries()) {
    const name = `z${t}_`
    goals.push(`${name}${target.node}`)
    rows.forEach(({ index, coef }, r) => {
      sums.push(`r${t}_${r}: ${sum(index, coef, name)} = 0`)
    })
    nodes.forEach(({ below, above }, node) => {
      limits.push(`-${limit(below)} <= ${name}${node} <= ${limit(above)}`)
    })
  }
  return `Maximize\n obj: ${goals.join(' + ')}\nSubject To\n ${sums.join('\n ')}\nBounds\n ${limits.join('\n ')}\nEnd\n`
}

/** The lightest choice that the cuts of single sums allow. */
function choice(block: Block): string {
  const names = block.nodes.map((_, node) => `y${node}`)
  const cost = sum(
    [...block.nodes.keys()],
    block.nodes.map(({ weight }) => weight),
    'y',
  )
  const cuts = rowCuts(block).map(({ index, coef, rhs }, c) => `c${c}: ${sum(index, coef, 'y')} >= ${rhs}`)
  return `Minimize\n obj: ${cost}\nSubject To\n ${cuts.join('\n ')}\nBinary\n ${names.join(' ')}\nEnd\n`
}

/** Median of several runs' milliseconds. */
function median(milliseconds: () => number): number {
  const times = Array.from({ length: RUNS }, milliseconds)
  return times.sort((a, b) => a - b)[RUNS >> 1]!
}

function timed(work: () => void): number {
  const began = performance.now()
  work()
  return performance.now() - began
}

async function compare({ solve, timesItself }: Way, version: string): Promise<void> {
  const highs = await loadHighs()
  const folder = mkdtempSync(join(tmpdir(), 'highs-'))
  const once = (file: string): number => {
    let told = ''
    const around = timed(() => {
      const { status, stdout, stderr } = run([...solve, file], folder)
      if (status !== 0) throw new Error(`native HiGHS ended with ${status}: ${stderr}`)
      told = stdout
    })
    return timesItself ? Number(told.trim().split('\n').at(-1)) : around
  }
  const native = (text: string): number => {
    const file = join(folder, 'program.lp')
    writeFileSync(file, text)
    return median(() => once(file))
  }
  try {
    const start = native(EMPTY)
    console.log(
      `native HiGHS (${version}); medians of ${RUNS} runs, less ${start.toFixed(1)} ms for an empty program`,
    )
    console.log('instance  program  WebAssembly ms  native ms  ratio')
    for (const instance of HARD.filter(({ name }) => INSTANCES.includes(name))) {
      const { blocks } = prepare(parseProblem(instanceProblem(instance, 30)))
      const block = blocks.reduce((large, one) => (one.nodes.length > large.nodes.length ? one : large))
      for (const [kind, text] of [
        ['attack', attacks(block, 1)],
        [`${MANY} attacks`, attacks(block, MANY)],
        ['integer', choice(block)],
      ] as const) {
        const wasm = median(() => timed(() => highs.solve(text, { output_flag: false })))
        const own = Math.max(0.1, native(text) - start)
        console.log(
          [instance.name, kind, wasm.toFixed(1), own.toFixed(1), (wasm / own).toFixed(2)].join('  '),
        )
      }
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const found = WAYS.map((way) => ({ way, answer: run(way.ask) })).find(({ answer }) => answer.status === 0)
if (found) await compare(found.way, found.answer.stdout.trim().split('\n')[0]!)
else
  console.log(
    'native HiGHS: neither a command "highs" nor Python with "highspy", so WebAssembly is not compared',
  )
