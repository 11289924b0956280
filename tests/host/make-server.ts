// A server in a temporary folder with a clock that can be moved, for tests and for the browser's test host.
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { COST_FLOOR } from '../../main/keys/box.ts'
import { createServer, type Server } from '../../main/server/create-server.ts'
import type { EventName, ServerEvents, ServerOptions } from '../../main/server/ports.ts'

export type SavedFile = { name: string; bytes: Uint8Array }

/** Synthetic people of the tests; passwords exist only here. */
export const PEOPLE = {
  administrator: {
    username: 'paakayttaja',
    displayName: 'Pirjo Pääkäyttäjä',
    password: 'lumihiutale putoaa hiljaa',
  },
  firstUser: { username: 'hilla', displayName: 'Hilla Hoitaja', password: 'tunturipuro solisee yöllä' },
} as const

type Options = { folder?: string; now?: string; tick?: boolean }

export const makeServer = (options: Options = {}) => {
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'tyokyky-'))
  let time = Date.parse(options.now ?? '2026-11-24T08:00:00.000Z')
  /** The time that has passed: setting the clock does not touch it. */
  let running = 0
  let count = 0
  const saved: SavedFile[] = []
  const picks: (Uint8Array | null)[] = []
  const events: { event: EventName; value: unknown }[] = []
  const faults: string[] = []
  const listeners = new Set<(event: EventName, value: unknown) => void>()
  const printed: ('paper' | 'pdf')[] = []
  /** What paper shows; the browser's test host puts the page's own rendering here. */
  const printer = { pdf: async (): Promise<Uint8Array> => new TextEncoder().encode('%PDF-') }
  const clipboard = { text: '' }
  const serverOptions: ServerOptions = {
    folder: join(folder, 'station'),
    cost: COST_FLOOR,
    clock: {
      now: () => {
        if (options.tick !== false) time += 1
        return new Date(time)
      },
      running: () => running,
    },
    ids: {
      next: () =>
        `${(++count).toString(16).padStart(8, '0')}-0000-4000-8000-${randomBytes(6).toString('hex')}`,
    },
    files: {
      save: async (name, bytes) => {
        saved.push({ name, bytes: bytes() })
        return true
      },
      pick: async (_endings, maxBytes) => {
        const bytes = picks.shift() ?? null
        if (bytes && bytes.length > maxBytes) return 'too-large'
        return bytes ? { bytes } : null
      },
    },
    printer: {
      print: async () => {
        printed.push('paper')
        return true
      },
      pdf: async () => {
        printed.push('pdf')
        return printer.pdf()
      },
    },
    clipboard: {
      write: async (text) => {
        clipboard.text = text
      },
      read: async () => clipboard.text,
      clear: async () => {
        clipboard.text = ''
      },
    },
    emit: <E extends EventName>(event: E, value: ServerEvents[E]) => {
      events.push({ event, value })
      for (const listener of listeners) listener(event, value)
    },
    fault: (call, kind) => void faults.push(`${call}: ${kind}`),
  }
  const server: Server = createServer(serverOptions)
  return {
    server,
    /** What the server was made with, for tests that make another on the same folder. */
    options: serverOptions,
    folder,
    saved,
    picks,
    events,
    faults,
    listeners,
    printer,
    /** What the program has put on the clipboard. */
    clipboard,
    printed,
    /** So much time passes; a negative one sets the clock back. */
    moveClock: (ms: number) => {
      time += ms
      running += Math.max(0, ms)
    },
    setClock: (iso: string) => {
      time = Date.parse(iso)
    },
    dispose: async () => {
      await server.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export type TestServer = ReturnType<typeof makeServer>

/** The value of a call that must succeed. */
export const must = async <T>(
  result: Promise<{ ok: true; value: T } | { ok: false; error: unknown }>,
): Promise<T> => {
  const settled = await result
  if (!settled.ok) throw new Error(`refused: ${JSON.stringify(settled.error)}`)
  return settled.value
}

/** Sets a station up and signs its first user in; returns the recovery key. */
export const setUp = async (
  server: Server,
  workplace: 'clinical' | 'office' = 'clinical',
  stationName = 'Testiasema',
) => {
  const { recoveryKey } = await must(server.ask('session.setUp', { workplace, stationName, ...PEOPLE }))
  await must(signInAs(server, 'firstUser'))
  return recoveryKey
}

export const signInAs = (server: Server, who: keyof typeof PEOPLE) => {
  const { username, password } = PEOPLE[who]
  return server.ask('session.signIn', { username, password })
}
