/** The worker thread of the disclosure engine: solves, attacks, reports progress, stops when the shared flag is raised. */
import { parentPort, workerData } from 'node:worker_threads'
import { auditReleases } from '../../domain/aggregates/released.ts'
import { protectRelease, waysOut } from '../../domain/disclosure/release.ts'
import { createHighsSolver } from './highs-solver.ts'
import type { WorkerJob, WorkerMessage } from './run.ts'

const { job, flag } = workerData as { job: WorkerJob; flag: SharedArrayBuffer }
const stopped = new Int32Array(flag)
const post = (message: WorkerMessage) => parentPort!.postMessage(message)
const share = (done: number) => post({ kind: 'share', share: done })
const signal = {
  get aborted() {
    return Atomics.load(stopped, 0) === 1
  },
}

async function run() {
  const solver = await createHighsSolver()
  if (job.kind === 'audit')
    return auditReleases(job.releases, solver, job.rules, job.wanted, { onProgress: share })
  if (job.kind === 'ways') return waysOut(job.release, solver, { signal, onShare: share })
  return protectRelease(job.release, solver, {
    signal,
    onProgress: (progress) => post({ kind: 'progress', progress }),
  })
}

try {
  post({ kind: 'done', value: await run() })
} catch (error) {
  post({ kind: 'failed', name: (error as Error).name, message: (error as Error).message })
}
