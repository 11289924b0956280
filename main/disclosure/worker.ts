/** The worker thread of the disclosure engine: solves, attacks, reports progress, stops when the shared flag is raised. */
import { parentPort } from 'node:worker_threads'
import { auditReleases } from '../../domain/aggregates/released.ts'
import { protectRelease, waysOut } from '../../domain/disclosure/release.ts'
import { createHighsSolver } from './highs-solver.ts'
import type { WorkerMessage, WorkerTask } from './run.ts'

/** Loaded once for all jobs of the thread. */
const loading = createHighsSolver()

const post = (message: WorkerMessage) => parentPort!.postMessage(message)
const share = (done: number) => post({ kind: 'share', share: done })

async function run({ job, flag }: WorkerTask) {
  const solver = await loading
  const stopped = new Int32Array(flag)
  const signal = {
    get aborted() {
      return Atomics.load(stopped, 0) === 1
    },
  }
  if (job.kind === 'audit')
    return auditReleases(job.releases, solver, job.rules, job.wanted, { onProgress: share })
  if (job.kind === 'ways') return waysOut(job.release, solver, { signal, onShare: share })
  return protectRelease(job.release, solver, {
    signal,
    onProgress: (progress) => post({ kind: 'progress', progress }),
  })
}

parentPort!.on('message', async (task: WorkerTask) => {
  try {
    post({ kind: 'done', value: await run(task) })
  } catch (error) {
    post({ kind: 'failed', name: (error as Error).name, message: (error as Error).message })
  }
})
