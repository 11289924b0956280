/** Hard instances with a time limit: `node tests/bench/disclosure-hard.ts [seconds] [part of the name …]`. */
import { parseProblem } from '../../domain/disclosure/problem.ts'
import { protect } from '../../domain/disclosure/protect.ts'
import { createHighsSolver } from '../../main/disclosure/highs-solver.ts'
import { HARD, instanceProblem } from './disclosure-instances.ts'

const seconds = Number(process.argv[2] ?? 30)
const names = process.argv.slice(3)
const solver = await createHighsSolver()
console.log('name  cells  sensitive  status  objective  bound  ratio  search s  whole s')
for (const instance of HARD) {
  if (names.length > 0 && !names.some((part) => instance.name.includes(part))) continue
  const problem = parseProblem(instanceProblem(instance, seconds))
  let searched = 0
  const result = await protect(problem, solver, {
    onProgress: (progress) => {
      if (progress.phase === 'audit') searched = progress.seconds
      else if (process.env.VERBOSE) console.error(progress)
    },
  })
  const { status, objective, bound } = result
  console.log(
    [
      instance.name,
      problem.cells.length,
      problem.primary.length,
      status,
      objective,
      bound.toFixed(1),
      bound > 0 ? (objective / bound).toFixed(3) : '–',
      searched.toFixed(1),
      result.seconds.toFixed(1),
    ].join('  '),
  )
}
