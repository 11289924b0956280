/** Runs the engine in a worker thread, so that windows and requests stay responsive; cancelling keeps the best audited pattern. */
import { Worker } from 'node:worker_threads'
import type { ProblemInput } from '../../domain/disclosure/problem.ts'
import type { ReleaseDecision, ReleaseInput } from '../../domain/disclosure/release.ts'
import type { Progress, ProtectResult } from '../../domain/disclosure/result.ts'

export type WorkerJob =
  | { kind: 'problem'; problem: ProblemInput }
  | { kind: 'release'; release: ReleaseInput }

export type WorkerMessage =
  | { kind: 'progress'; progress: Progress }
  | { kind: 'done'; value: ProtectResult | ReleaseDecision }
  | { kind: 'failed'; name: string; message: string }

interface ThreadOptions {
  onProgress?: (progress: Progress) => void
  /** Aborting ends the search, not the audit: the best pattern found so far is audited and returned. */
  signal?: AbortSignal
  /** The worker's file, where the build puts it elsewhere than beside this one. */
  workerUrl?: URL
}

function runJob(job: WorkerJob, options: ThreadOptions): Promise<ProtectResult | ReleaseDecision> {
  const flag = new SharedArrayBuffer(4)
  const worker = new Worker(options.workerUrl ?? new URL('./worker.ts', import.meta.url), {
    workerData: { job, flag },
  })
  const stop = () => Atomics.store(new Int32Array(flag), 0, 1)
  if (options.signal?.aborted) stop()
  options.signal?.addEventListener('abort', stop)
  return new Promise<ProtectResult | ReleaseDecision>((resolve, reject) => {
    worker.on('message', (message: WorkerMessage) => {
      if (message.kind === 'progress') options.onProgress?.(message.progress)
      else if (message.kind === 'done') resolve(message.value)
      else reject(Object.assign(new Error(message.message), { name: message.name }))
    })
    worker.on('error', reject)
    worker.on('exit', () => reject(new Error('the disclosure worker ended without an answer')))
  }).finally(() => {
    options.signal?.removeEventListener('abort', stop)
    void worker.terminate()
  })
}

/** Protects a problem in a worker thread. Rejects with a ProblemError-named error for a malformed problem. */
export const protectInThread = (problem: ProblemInput, options: ThreadOptions = {}): Promise<ProtectResult> =>
  runJob({ kind: 'problem', problem }, options) as Promise<ProtectResult>

/** Decides a release, jointly with its ledger, in a worker thread. */
export const releaseInThread = (
  release: ReleaseInput,
  options: ThreadOptions = {},
): Promise<ReleaseDecision> => runJob({ kind: 'release', release }, options) as Promise<ReleaseDecision>
