// The Electron shell against stand-ins for Electron's objects: everything it must refuse, it refuses.
import { EventEmitter } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { App, Session } from 'electron'
import { describe, expect, test } from 'vitest'
import { filesOver } from '../../../main/dialogs.ts'
import { harden, startedUnsafely, webPreferences } from '../../../main/hardening.ts'
import { bindCalls } from '../../../main/ipc.ts'
import { lockWhenLeft } from '../../../main/locking.ts'
import { printerOver } from '../../../main/printing.ts'
import { closeBeforeExit } from '../../../main/quitting.ts'
import { openWindow } from '../../../main/window.ts'

const OWN = 'app://tyokykypolku'

const hardened = () => {
  const app = new EventEmitter()
  const set: Record<string, (...args: never[]) => unknown> = {}
  const session = new EventEmitter() as unknown as Session
  for (const name of [
    'setPermissionRequestHandler',
    'setPermissionCheckHandler',
    'setDevicePermissionHandler',
    'setDisplayMediaRequestHandler',
    'setSpellCheckerEnabled',
    'setProxy',
  ])
    Object.assign(session, { [name]: (value: never) => (set[name] = value) })
  Object.assign(session, { webRequest: { onBeforeRequest: (value: never) => (set.onBeforeRequest = value) } })
  harden(app as unknown as App, session)
  return {
    app,
    session: session as unknown as EventEmitter,
    set: set as Record<string, (...args: unknown[]) => unknown>,
  }
}

const prevented = (emitter: EventEmitter, event: string, ...more: unknown[]): boolean => {
  let stopped = false
  emitter.emit(event, { preventDefault: () => (stopped = true) }, ...more)
  return stopped
}

describe('hardening', () => {
  test.each(['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview'])(
    '%s is stopped',
    (event) => {
      const { app } = hardened()
      const contents = new EventEmitter()
      let opened: unknown
      Object.assign(contents, {
        setWindowOpenHandler: (handler: () => unknown) => (opened = handler()),
        setWebRTCIPHandlingPolicy: () => undefined,
      })
      app.emit('web-contents-created', {}, contents)
      expect(prevented(contents, event)).toBe(true)
      expect(opened).toEqual({ action: 'deny' })
    },
  )

  test('a peer connection has no UDP, and what is left leads nowhere, not even to loopback', () => {
    const { app, set } = hardened()
    const contents = new EventEmitter()
    let policy: unknown
    Object.assign(contents, {
      setWindowOpenHandler: () => undefined,
      setWebRTCIPHandlingPolicy: (given: unknown) => (policy = given),
    })
    app.emit('web-contents-created', {}, contents)
    expect(policy).toBe('disable_non_proxied_udp')
    expect(set.setProxy).toEqual({
      mode: 'fixed_servers',
      proxyRules: 'http://127.0.0.1:9',
      proxyBypassRules: '<-loopback>',
    })
  })

  test('downloads, odd certificates and log-ins of servers are refused', () => {
    const { app, session } = hardened()
    expect(prevented(session, 'will-download')).toBe(true)
    expect(prevented(app, 'login')).toBe(true)
    let trusted: unknown
    expect(
      prevented(app, 'certificate-error', null, '', '', null, (value: unknown) => (trusted = value)),
    ).toBe(true)
    expect(trusted).toBe(false)
  })

  test.each([
    'clipboard-sanitized-write',
    'clipboard-read',
    'media',
    'geolocation',
    'notifications',
    'openExternal',
    'fileSystem',
    'unknown-in-the-future',
  ])('permission %s is refused even to the own page', (permission) => {
    const { set } = hardened()
    let answer: unknown
    set.setPermissionRequestHandler!(null, permission, (value: unknown) => (answer = value), {
      requestingUrl: `${OWN}/clients`,
    })
    expect(answer).toBe(false)
    expect(set.setPermissionCheckHandler!(null, permission, `${OWN}/clients`)).toBe(false)
  })

  test('devices and dictionaries are off', () => {
    const { set } = hardened()
    expect(set.setDevicePermissionHandler!()).toBe(false)
    expect(set.setDisplayMediaRequestHandler).toBeNull()
    expect(set.setSpellCheckerEnabled).toBe(false)
  })

  test.each([
    [`${OWN}/assets/a.js`, false],
    ['data:image/png;base64,AA==', false],
    ['data:text/html,x', true],
    ['https://example.org/', true],
    ['file:///etc/passwd', true],
    ['ws://127.0.0.1:1/', true],
    [`${OWN}x/`, true],
  ])('a request to %s is cancelled: %s', (url, cancelled) => {
    const { set } = hardened()
    let answer: unknown
    set.onBeforeRequest!({ url }, (value: unknown) => (answer = value))
    expect(answer).toEqual({ cancel: cancelled })
  })

  test('every preference of the window is explicit and closed; developer tools only unpacked', () => {
    const { preload, devTools, ...flags } = webPreferences('/p', true)
    expect(flags).toEqual({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      safeDialogs: true,
      spellcheck: false,
    })
    expect([preload, devTools, webPreferences('/p', false).devTools]).toEqual(['/p', false, true])
  })

  test.each([
    'remote-debugging-port',
    'remote-debugging-pipe',
    'inspect',
    'inspect-brk',
    'no-sandbox',
    'disable-web-security',
    'proxy-server',
    'user-data-dir',
  ])('a packaged app does not run with --%s', (name) => {
    const commandLine = { hasSwitch: (asked: string) => asked === name } as App['commandLine']
    expect(startedUnsafely({ isPackaged: true, commandLine })).toBe(true)
    expect(startedUnsafely({ isPackaged: false, commandLine })).toBe(false)
    expect(startedUnsafely({ isPackaged: true, commandLine: { hasSwitch: () => false } as never })).toBe(
      false,
    )
  })
})

describe('calls', () => {
  const main = { origin: OWN }
  const contents = { mainFrame: main, isDestroyed: () => false }
  const ask = async (frame: unknown, of: unknown = contents) => {
    let handler: ((event: never, name: unknown, input: unknown) => unknown) | undefined
    const asked: unknown[] = []
    const handle = (_channel: string, given: unknown) => {
      handler = given as typeof handler
    }
    bindCalls({ handle }, () => of as never, {
      call: async (name, input) => {
        asked.push([name, input])
        return { ok: true, value: 1 }
      },
    })
    const answer = await handler!({ senderFrame: frame } as never, 'clients.open', { clientId: 'x' })
    return { answer, asked }
  }
  const REFUSED = { answer: { ok: false, error: { code: 'forbidden' } }, asked: [] }

  test('the main frame of the own origin reaches the server', async () => {
    expect(await ask(main)).toEqual({
      answer: { ok: true, value: 1 },
      asked: [['clients.open', { clientId: 'x' }]],
    })
  })
  test.each([
    ['no frame', null, contents],
    ['another frame of the own origin', { origin: OWN }, contents],
    [
      'a main frame that went elsewhere',
      { origin: 'https://example.org' },
      { mainFrame: null, isDestroyed: () => false },
    ],
    ['a closed window', main, { mainFrame: main, isDestroyed: () => true }],
    ['no window', main, null],
  ])('%s does not', async (_what, frame, of) => {
    expect(await ask(frame, of)).toEqual(REFUSED)
  })
  test('the main frame under a foreign origin does not', async () => {
    const foreign = { origin: 'https://example.org' }
    expect(await ask(foreign, { mainFrame: foreign, isDestroyed: () => false })).toEqual(REFUSED)
  })
})

test('the window opens hidden on the own origin, without a menu', () => {
  const done: unknown[] = []
  class FakeWindow extends EventEmitter {
    constructor(options: { show?: boolean }) {
      super()
      done.push(['show', options.show])
    }
    removeMenu = () => done.push('no menu')
    show = () => done.push('shown')
    loadURL = async (url: string) => void done.push(url)
  }
  const window = openWindow(FakeWindow as never, '/p', true)
  window.emit('ready-to-show')
  expect(done).toEqual([['show', false], 'no menu', `${OWN}/`, 'shown'])
})

test.each(['lock-screen', 'suspend', 'shutdown', 'user-did-resign-active'])(
  'the station locks on %s',
  async (event) => {
    const power = new EventEmitter()
    const asked: string[] = []
    const told = await new Promise((done) => {
      const stop = lockWhenLeft(
        power as never,
        { ask: (async (name: string) => void asked.push(name)) as never, tick: async () => undefined },
        (value) => {
          stop()
          done(value)
        },
      )
      power.emit(event)
    })
    expect([asked, told]).toEqual([['session.lock'], {}])
  },
)

test('the app exits once the station has closed, not before', async () => {
  const app = new EventEmitter()
  const done: string[] = []
  const quit = new Promise<void>((resolve) => {
    Object.assign(app, { quit: () => resolve(void done.push('quit')) })
  })
  const willQuit = (): boolean => {
    let stopped = false
    app.emit('will-quit', { preventDefault: () => (stopped = true) })
    return stopped
  }
  closeBeforeExit(app as unknown as App, async () => void done.push('closed'))
  expect(willQuit()).toBe(true)
  await quit
  expect(done).toEqual(['closed', 'quit'])
  expect(willQuit()).toBe(false)
})

describe('dialogs', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tyokyky-dialogs-'))
  const path = join(folder, 'a.zip')
  const window = {} as never
  const over = (answers: object) => filesOver(answers as never, () => window)

  test('saves whole files where the person chose, nothing when cancelled', async () => {
    const chosen = over({ showSaveDialog: async () => ({ canceled: false, filePath: path }) })
    expect(await chosen.save('a.zip', () => new Uint8Array([1, 2]))).toBe(true)
    expect([...readFileSync(path)]).toEqual([1, 2])
    expect(readdirSync(folder)).toEqual(['a.zip'])
    expect(
      await over({ showSaveDialog: async () => ({ canceled: true, filePath: '' }) }).save(
        'a',
        () => new Uint8Array(),
      ),
    ).toBe(false)
    await expect(
      over({
        showSaveDialog: async () => ({ canceled: false, filePath: join(folder, 'no/such/a.zip') }),
      }).save('a', () => new Uint8Array()),
    ).rejects.toThrow()
  })

  test('writes over no file beside, follows no link there, and asks for the bytes only when the place is chosen', async () => {
    const [mine, beside] = [join(folder, 'mine'), `${path}.part`]
    writeFileSync(mine, 'mine')
    symlinkSync(mine, beside)
    const chosen = over({ showSaveDialog: async () => ({ canceled: false, filePath: path }) })
    expect(await chosen.save('a.zip', () => new Uint8Array([3]))).toBe(true)
    expect(readFileSync(mine, 'utf8')).toBe('mine')
    expect(readdirSync(folder).sort()).toEqual(['a.zip', 'a.zip.part', 'mine'])
    rmSync(path)
    const ended = chosen.save('a.zip', () => {
      throw new Error('ended')
    })
    await expect(ended).rejects.toThrow('ended')
    expect(readdirSync(folder).sort()).toEqual(['a.zip.part', 'mine'])
  })

  test('picks a file of bounded size', async () => {
    writeFileSync(path, new Uint8Array(10))
    const chosen = over({ showOpenDialog: async () => ({ canceled: false, filePaths: [path] }) })
    expect(await chosen.pick(['zip'], 10)).toEqual({ bytes: new Uint8Array(10) })
    expect(await chosen.pick(['zip'], 9)).toBe('too-large')
    expect(
      await over({ showOpenDialog: async () => ({ canceled: true, filePaths: [] }) }).pick(['zip'], 9),
    ).toBeNull()
    rmSync(folder, { recursive: true })
  })

  test('does nothing without a window', async () => {
    const none = filesOver({} as never, () => null)
    expect([await none.save('a', () => new Uint8Array()), await none.pick([], 1)]).toEqual([false, null])
    expect(await printerOver(() => null).print()).toBe(false)
    await expect(printerOver(() => null).pdf()).rejects.toThrow('no window')
  })
})

test('prints through the system dialog and to A4 PDF', async () => {
  const given: unknown[] = []
  const webContents = {
    print: (options: unknown, done: (printed: boolean) => void) => {
      given.push(options)
      done(true)
    },
    printToPDF: async (options: unknown) => {
      given.push(options)
      return Buffer.from('%PDF-')
    },
  }
  const printer = printerOver(() => ({ webContents }) as never)
  expect(await printer.print()).toBe(true)
  expect(Buffer.from(await printer.pdf()).toString()).toBe('%PDF-')
  expect(given).toEqual([
    { silent: false, printBackground: true, pageSize: 'A4' },
    { pageSize: 'A4', printBackground: true, preferCSSPageSize: true },
  ])
})
