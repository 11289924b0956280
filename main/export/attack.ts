// Runs the protection and the attack in a thread of their own.
import { Worker } from 'node:worker_threads'
import type { Rules } from '../../domain/aggregates/joint.ts'
import type { PublicAudit, PublicQuarter, WantedSum } from '../../domain/aggregates/released.ts'
import type { ProblemInput } from '../../domain/disclosure/problem.ts'
import type { Progress, ProtectResult } from '../../domain/disclosure/result.ts'
import type { AttackTask } from './attack-worker.ts'

/** Something that can be told to stop early. */
export type Stop = { flag: Int32Array; stop: () => void }

export const createStop = (): Stop => {
  const flag = new Int32Array(new SharedArrayBuffer(4))
  return { flag, stop: () => void Atomics.store(flag, 0, 1) }
}

/** Beside this file: TypeScript when run from source, JavaScript in the built app. */
const workerFile = (): URL => {
  const ending = import.meta.url.endsWith('.ts') ? 'ts' : 'js'
  return new URL(`./attack-worker.${ending}`, import.meta.url)
}

const runTask = <T>(task: AttackTask, stop: Stop, onProgress: (progress: Progress) => void): Promise<T> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(workerFile(), { workerData: { task, stop: stop.flag.buffer } })
    let settled = false
    worker.on('message', (message: { progress?: Progress; result?: T }) => {
      if (message.progress) onProgress(message.progress)
      if (message.result === undefined) return
      settled = true
      resolve(message.result)
      void worker.terminate()
    })
    worker.on('error', reject)
    worker.on('exit', () => {
      if (!settled) reject(new Error('the attack thread ended without an answer'))
    })
  })

/** Chooses what to hide; stopping gives the best pattern that passed the engine's audit. */
export const protectInThread = (
  problem: ProblemInput,
  stop: Stop,
  onProgress: (progress: Progress) => void,
): Promise<ProtectResult> => runTask({ kind: 'protect', problem }, stop, onProgress)

/** Attacks released files; see `auditReleases`. */
export const auditInThread = (
  releases: readonly PublicQuarter[],
  rules: Rules,
  wanted: readonly WantedSum[] = [],
): Promise<PublicAudit> =>
  runTask(
    { kind: 'audit', releases: [...releases], rules, wanted: [...wanted] },
    createStop(),
    () => undefined,
  )
