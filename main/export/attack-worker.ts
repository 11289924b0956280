// The thread in which releases are protected and attacked, so that the server keeps answering.
import { parentPort, workerData } from 'node:worker_threads'
import type { Rules } from '../../domain/aggregates/joint.ts'
import { auditReleases, type PublicQuarter, type WantedSum } from '../../domain/aggregates/released.ts'
import { type ProblemInput, parseProblem } from '../../domain/disclosure/problem.ts'
import { protect } from '../../domain/disclosure/protect.ts'
import { createHighsSolver } from '../disclosure/highs-solver.ts'

export type AttackTask =
  | { kind: 'protect'; problem: ProblemInput }
  | { kind: 'audit'; releases: PublicQuarter[]; rules: Rules; wanted: WantedSum[] }

const { task, stop } = workerData as { task: AttackTask; stop: SharedArrayBuffer }
const flag = new Int32Array(stop)
const signal = {
  get aborted(): boolean {
    return Atomics.load(flag, 0) === 1
  },
}

const run = async () => {
  const solver = await createHighsSolver()
  if (task.kind === 'audit') return auditReleases(task.releases, solver, task.rules, task.wanted)
  return protect(parseProblem(task.problem), solver, {
    signal,
    onProgress: (progress) => parentPort!.postMessage({ progress }),
  })
}

parentPort!.postMessage({ result: await run() })
