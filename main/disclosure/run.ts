/** Runs the engine in a worker thread, so that windows and requests stay responsive. */
import { Worker } from 'node:worker_threads'
import type { PublicQuarter } from '../../domain/aggregates/public-view.ts'
import type { PublicAudit, Wanted } from '../../domain/aggregates/released.ts'
import type { Rules } from '../../domain/aggregates/rules.ts'
import type { ReleaseDecision, ReleaseInput, Way } from '../../domain/disclosure/release.ts'
import type { Progress } from '../../domain/disclosure/result.ts'

type AuditJob = { releases: readonly PublicQuarter[]; rules: Rules; wanted?: Wanted }

export type WorkerJob = { kind: 'release' | 'ways'; release: ReleaseInput } | ({ kind: 'audit' } & AuditJob)

/** What a thread is given: the job, and the flag that ends it early. */
export type WorkerTask = { job: WorkerJob; flag: SharedArrayBuffer }

type Answer = ReleaseDecision | Way[] | PublicAudit

export type WorkerMessage =
  | { kind: 'progress'; progress: Progress }
  | { kind: 'share'; share: number }
  | { kind: 'done'; value: Answer }
  | { kind: 'failed'; name: string; message: string }

/** Reason of an abort after which nobody waits for an answer, not even for the best so far. */
export const NO_ANSWER = 'no-answer'

type ThreadOptions = {
  /** Of a search: best pattern and bound so far. */
  onProgress?: (progress: Progress) => void
  /** Of an attack or a comparison: how much is done, 0 to 1. */
  onShare?: (share: number) => void
  signal?: AbortSignal
}

/** Beside this file: TypeScript when run from source, JavaScript in the built app. */
const workerFile = (): URL =>
  new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './disclosure-worker.js', import.meta.url)

/** Starting a thread and loading the solver takes longer than many a job: threads without work wait a while for the next. */
const IDLE_MS = 20_000
const idle: Worker[] = []

const take = (): Worker => {
  const worker = idle.pop() ?? new Worker(workerFile())
  worker.ref()
  return worker
}

/** A thread with nothing to do keeps no process alive. */
const giveBack = (worker: Worker): void => {
  worker.unref()
  idle.push(worker)
  setTimeout(() => {
    const at = idle.indexOf(worker)
    if (at >= 0) void idle.splice(at, 1)[0]!.terminate()
  }, IDLE_MS).unref()
}

/** Takes a job's own listeners off; the thread's inner ones stay. */
const forget = (worker: Worker): void => {
  for (const event of ['message', 'error', 'exit']) worker.removeAllListeners(event)
}

async function runJob(job: WorkerJob, { onProgress, onShare, signal }: ThreadOptions): Promise<Answer> {
  const flag = new SharedArrayBuffer(4)
  const worker = take()
  let stop = () => {}
  try {
    const value = await new Promise<Answer>((resolve, reject) => {
      // Half an attack is worth nothing; a search and a comparison can end with what they have.
      stop = () =>
        job.kind === 'audit' || signal?.reason === NO_ANSWER
          ? reject(new Error('stopped'))
          : Atomics.store(new Int32Array(flag), 0, 1)
      if (signal?.aborted) stop()
      signal?.addEventListener('abort', stop)
      worker.on('message', (message: WorkerMessage) => {
        if (message.kind === 'progress') onProgress?.(message.progress)
        else if (message.kind === 'share') onShare?.(message.share)
        else if (message.kind === 'done') resolve(message.value)
        else reject(Object.assign(new Error(message.message), { name: message.name }))
      })
      worker.on('error', reject)
      worker.on('exit', () => reject(new Error('the disclosure worker ended without an answer')))
      worker.postMessage({ job, flag } satisfies WorkerTask)
    })
    forget(worker)
    giveBack(worker)
    return value
  } catch (error) {
    forget(worker)
    void worker.terminate()
    throw error
  } finally {
    signal?.removeEventListener('abort', stop)
  }
}

/** Decides a release, jointly with its ledger. Aborting ends the search, not the audit: the best pattern so far comes back audited. */
export const releaseInThread = (
  release: ReleaseInput,
  options: ThreadOptions = {},
): Promise<ReleaseDecision> => runJob({ kind: 'release', release }, options) as Promise<ReleaseDecision>

/** What coarser versions of a release would show; aborting gives those compared so far. */
export const waysOutInThread = (release: ReleaseInput, options: ThreadOptions = {}): Promise<Way[]> =>
  runJob({ kind: 'ways', release }, options) as Promise<Way[]>

/** Attacks released files; see `auditReleases`. Rejects with Error 'stopped' when aborted. */
export const auditInThread = (job: AuditJob, options: ThreadOptions = {}): Promise<PublicAudit> =>
  runJob({ kind: 'audit', ...job }, options) as Promise<PublicAudit>
