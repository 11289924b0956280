/** Command line of the disclosure engine: protect, audit, simulate. */
import { readFile, writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { audit } from '../../domain/disclosure/audit.ts'
import { parseProblem } from '../../domain/disclosure/problem.ts'
import { protect } from '../../domain/disclosure/protect.ts'
import { createHighsSolver } from './highs-solver.ts'
import { runSimulation } from './simulate.ts'

const USAGE = `Usage:
  disclosure protect IN.json OUT.json   choose the cells to hide
  disclosure audit IN.json OUT.json     attack the file with the cells listed as "suppressed"
  disclosure simulate [--seed N] [--quarters N] [--stations N] OUT.json
                                        play quarterly releases and attack each; also writes OUT.svg`

/** Share of the time limit that an audit may spend on whole-number ends of intervals, which are only reported. */
const SHARPENING = 0.2

/** Ends with exit code 2: the input is at fault, not the program. */
class InputError extends Error {}

async function readJson(path: string): Promise<unknown> {
  const text = await readFile(path, 'utf8').catch((error: Error) => {
    throw new InputError(`${path}: cannot be read (${error.message})`)
  })
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    throw new InputError(`${path}: is not JSON (${(error as Error).message})`)
  }
}

async function run(command: string, input: string, output: string): Promise<void> {
  const json = await readJson(input)
  // The strict reader names the place of a fault for both commands; the audit then reads the file on its own again.
  const problem = parseProblem(json)
  const solver = await createHighsSolver()
  const result =
    command === 'protect'
      ? await protect(problem, solver)
      : await audit(json, suppressedOf(json), solver, {
          sharpening: SHARPENING * problem.timeLimit,
        })
  await writeFile(output, `${JSON.stringify(result, null, 1)}\n`).catch((error: Error) => {
    throw new InputError(`${output}: cannot be written (${error.message})`)
  })
}

function suppressedOf(json: unknown): string[] {
  const { suppressed } = json as { suppressed?: string[] }
  if (!suppressed) throw new InputError('suppressed: an audit needs the list of hidden cells')
  return suppressed
}

/** Options of the simulation; undefined when they make no sense. */
function simulationOptions(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { seed: { type: 'string' }, quarters: { type: 'string' }, stations: { type: 'string' } },
    })
    const [seed, quarters, stations] = [
      values.seed ?? '1',
      values.quarters ?? '12',
      values.stations ?? '3',
    ].map(Number)
    const fine =
      positionals.length === 1 &&
      Number.isInteger(seed) &&
      quarters! >= 1 &&
      quarters! <= 40 &&
      stations! >= 1 &&
      stations! <= 12
    return fine && Number.isInteger(quarters) && Number.isInteger(stations)
      ? { seed: seed!, quarters: quarters!, stations: stations!, output: positionals[0]! }
      : undefined
  } catch {
    return undefined
  }
}

async function main(args: readonly string[]): Promise<number> {
  const [command, input, output] = args
  if (command === 'simulate') {
    const options = simulationOptions(args.slice(1))
    if (options) return (await runSimulation(options)) > 0 ? 1 : 0
  }
  if ((command !== 'protect' && command !== 'audit') || !input || !output || args.length > 3) {
    console.error(USAGE)
    return 2
  }
  try {
    await run(command, input, output)
    return 0
  } catch (error) {
    const named = error as Error
    if (named instanceof InputError || named.name === 'ProblemError' || named.name === 'AuditInputError') {
      console.error(named.message)
      return 2
    }
    throw error
  }
}

process.exitCode = await main(process.argv.slice(2))
