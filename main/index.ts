// The Electron app: binds the server to one window. Holds no logic that could be tested without Electron.
import { join } from 'node:path'
import {
  app,
  BrowserWindow,
  clipboard,
  dialog,
  ipcMain,
  Menu,
  powerMonitor,
  protocol,
  session,
} from 'electron'
import updater from 'electron-updater'
import { filesOver } from './dialogs.ts'
import { harden, startedUnsafely } from './hardening.ts'
import { bindCalls, EVENT_CHANNEL } from './ipc.ts'
import { calibrate } from './keys/box.ts'
import { lockWhenLeft } from './locking.ts'
import { policyPath, readPolicy } from './policy/policy.ts'
import { printerOver } from './printing.ts'
import { registerScheme, servePages } from './protocol.ts'
import { closeBeforeExit } from './quitting.ts'
import { createServer } from './server/create-server.ts'
import { randomIds, systemClock } from './system.ts'
import { checkForUpdate } from './update/updates.ts'
import { openWindow } from './window.ts'

let window: BrowserWindow | null = null

const POLICY_UNREADABLE = `Tietohallinnon asetustiedostoa ei voi lukea: ${policyPath(process.platform)}. Mitään ei ole poistettu. Ota yhteys tietohallintoon.`

const start = async (): Promise<void> => {
  const found = readPolicy(policyPath(process.platform))
  if (found.state === 'invalid') {
    dialog.showErrorBox('Työkykypolku', POLICY_UNREADABLE)
    return app.exit(1)
  }
  const policy = found.state === 'valid' ? found.policy : null
  harden(app, session.defaultSession)
  servePages(protocol, join(import.meta.dirname, '../renderer'))
  const emit = (event: string, value: unknown): void => window?.webContents.send(EVENT_CHANNEL, event, value)
  const server = createServer({
    folder: join(app.getPath('userData'), 'station'),
    clock: systemClock,
    ids: randomIds,
    files: filesOver(dialog, () => window),
    printer: printerOver(() => window),
    clipboard: {
      write: async (text) => clipboard.writeText(text),
      read: async () => clipboard.readText(),
      clear: async () => clipboard.clear(),
    },
    cost: await calibrate(),
    policy: { workplace: policy?.workplace ?? null, idleMinutes: policy?.idleMinutes ?? null },
    emit,
    fault: (call, kind) => console.error(`fault in ${call}: ${kind}`),
  })
  closeBeforeExit(app, server.close)
  bindCalls(ipcMain, () => window?.webContents ?? null, server)
  const stopLocking = lockWhenLeft(powerMonitor, server, (value) => emit('locked', value))
  Menu.setApplicationMenu(null)
  window = openWindow(BrowserWindow, join(import.meta.dirname, '../preload/index.cjs'), app.isPackaged)
  window.on('closed', () => {
    window = null
    stopLocking()
    void server.close()
  })
  if (process.platform === 'win32' && app.isPackaged)
    void checkForUpdate(
      policy?.updateServer,
      join(process.resourcesPath, 'app-update.yml'),
      () => new updater.NsisUpdater(),
    )
}

registerScheme(protocol)
app.enableSandbox()
if (startedUnsafely(app) || !app.requestSingleInstanceLock()) app.exit(0)
app.on('second-instance', () => {
  if (window?.isMinimized()) window.restore()
  window?.focus()
})
app.on('window-all-closed', () => app.quit())
void app.whenReady().then(start, () => app.exit(1))
