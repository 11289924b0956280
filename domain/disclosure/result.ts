/** What the suppressor and the auditor answer. */

/** optimal, feasible: a pattern; infeasible: none exists; frozen: none exists because of what is already published. */
export type ProtectStatus = 'optimal' | 'feasible' | 'infeasible' | 'frozen'
type AuditStatus = 'safe' | 'unsafe'

interface Figures {
  /** Ids of the hidden cells (without the ids of `hidden`), in the order of the file. */
  suppressed: string[]
  /** Number of sensitive cells among them, and of the others. */
  primary: number
  secondary: number
  /** Wall time. */
  seconds: number
  /** What the outsider knows of every hidden cell: lowest and highest possible count; null: no limit. */
  intervals: Record<string, [number | null, number | null]>
  /** Sensitive cells that are not protected. */
  exposed: string[]
}

export interface ProtectResult extends Figures {
  status: ProtectStatus
  /** Summed weight of the hidden cells. */
  objective: number
  /** Proved: no protecting pattern weighs less than this. */
  bound: number
  /** (objective − bound) ÷ objective; 0 when proved. */
  gap: number
}

export interface AuditResult extends Figures {
  status: AuditStatus
  bound: number
  gap: number
  objective: number
  /** Number of linear and integer attacker problems solved. */
  attacks: number
  /** Per exposed cell, who finds out: `outsider`, or the ids known by the respondents. */
  attackers: Record<string, string>
}

export interface Progress {
  phase: 'presolve' | 'heuristic' | 'bound' | 'improve' | 'audit'
  /** Weight of the best pattern so far, null before the first. */
  best: number | null
  bound: number
  seconds: number
}

/** Anything that can say stop: an AbortSignal, or a flag shared with another thread. */
export interface StopSignal {
  readonly aborted: boolean
}

export interface RunOptions {
  onProgress?: (progress: Progress) => void
  signal?: StopSignal
}

/** How one block is worked on. */
export interface BlockRun {
  /** Seconds from now. */
  timeLimit: number
  stop: () => boolean
  /** Called now and then; lets other work of the thread run. */
  report: (phase: 'heuristic' | 'bound' | 'improve', best: number | null, bound: number) => Promise<void>
  seed: number
}
