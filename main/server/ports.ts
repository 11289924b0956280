// What the server needs from its host. Electron and the test host each provide these; nothing else crosses.
import type { Cost } from '../keys/box.ts'

export type Files = {
  /**
   * Asks where to and writes; false when the person cancelled. The name holds no personal data. The bytes are asked for
   * when the place has been chosen: a dialog may outlast the session, and then they are refused.
   */
  save: (suggestedName: string, bytes: () => Uint8Array) => Promise<boolean>
  /** Asks for a file of the given endings; null when cancelled. Refuses files over `maxBytes` with 'too-large'. */
  pick: (endings: readonly string[], maxBytes: number) => Promise<{ bytes: Uint8Array } | 'too-large' | null>
}

/** The page that is on the screen, on paper or as a PDF. */
export type Printer = {
  /** Opens the system's print dialog; false when the person cancelled. */
  print: () => Promise<boolean>
  pdf: () => Promise<Uint8Array>
}

/** The system's clipboard. Reading serves only to clear what the program itself has put there. */
export type Clipboard = {
  write: (text: string) => Promise<void>
  read: () => Promise<string>
  clear: () => Promise<void>
}

/** What the machine's IT has fixed; it can only tighten. */
export type StationPolicy = { workplace: 'clinical' | 'office' | null; idleMinutes: number | null }

export type Clock = {
  now: () => Date
  /** Milliseconds that have passed since some moment; nobody can set it back. */
  running: () => number
}
export type Ids = { next: () => string }

export type ServerEvents = {
  /** The session ended on the server's side (idle). */
  locked: Record<never, never>
  /** Long work: what it is, 0..1 done when known, best and bound when meaningful. */
  progress: { task: string; done: number | null; best: number | null; bound: number | null }
}
export type EventName = keyof ServerEvents

export type ServerOptions = {
  /** Folder of this station's data. */
  folder: string
  clock: Clock
  ids: Ids
  files: Files
  printer: Printer
  clipboard: Clipboard
  /** Cost of new key slots; calibrated by the host, never below the floor. */
  cost: Cost
  policy?: StationPolicy
  emit: <E extends EventName>(event: E, value: ServerEvents[E]) => void
  /** For faults nobody expected: names of our own only, never messages. */
  fault: (call: string, kind: string) => void
}
