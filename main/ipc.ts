// The only door between the screens and the server: one channel in, one out, for the main frame of the own origin.
import type { IpcMain, IpcMainInvokeEvent, WebContents } from 'electron'
import type { Result } from '../domain/contract/errors.ts'
import { ORIGIN } from './origin.ts'
import type { Server } from './server/create-server.ts'

/** Channel names, also written in preload/index.ts (compared in a test). */
export const CALL_CHANNEL = 'call'
export const EVENT_CHANNEL = 'event'

type Contents = Pick<WebContents, 'mainFrame' | 'isDestroyed'>

/** The frame must be there (null: gone or navigated away), be the window's main frame and of our origin. */
const isTrusted = (frame: IpcMainInvokeEvent['senderFrame'], contents: Contents | null): boolean =>
  frame !== null &&
  contents !== null &&
  !contents.isDestroyed() &&
  frame === contents.mainFrame &&
  frame.origin === ORIGIN

const REFUSED: Result<never> = { ok: false, error: { code: 'forbidden' } }

/** Binds the server to the window's calls. `contents` is asked at each call: the window may be gone. */
export const bindCalls = (
  ipcMain: Pick<IpcMain, 'handle'>,
  contents: () => Contents | null,
  server: Pick<Server, 'call'>,
): void =>
  ipcMain.handle(CALL_CHANNEL, (event, name: unknown, input: unknown) =>
    isTrusted(event.senderFrame, contents()) ? server.call(name, input) : REFUSED,
  )
