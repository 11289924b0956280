/** The worker thread of the disclosure engine: solves, reports progress, stops when the shared flag is raised. */
import { parentPort, workerData } from 'node:worker_threads'
import { parseProblem } from '../../domain/disclosure/problem.ts'
import { protect } from '../../domain/disclosure/protect.ts'
import { protectRelease } from '../../domain/disclosure/release.ts'
import type { RunOptions } from '../../domain/disclosure/result.ts'
import { createHighsSolver } from './highs-solver.ts'
import type { WorkerJob, WorkerMessage } from './run.ts'

const { job, flag } = workerData as { job: WorkerJob; flag: SharedArrayBuffer }
const stopped = new Int32Array(flag)
const post = (message: WorkerMessage) => parentPort!.postMessage(message)

const options: RunOptions = {
  onProgress: (progress) => post({ kind: 'progress', progress }),
  signal: {
    get aborted() {
      return Atomics.load(stopped, 0) === 1
    },
  },
}

try {
  const solver = await createHighsSolver()
  const value =
    job.kind === 'problem'
      ? await protect(parseProblem(job.problem), solver, options)
      : await protectRelease(job.release, solver, options)
  post({ kind: 'done', value })
} catch (error) {
  post({ kind: 'failed', name: (error as Error).name, message: (error as Error).message })
}
