// The built app in real Electron: what no other host can show. Skipped, and counted so, where Electron's binary is not.
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, type ElectronApplication, expect, type Page, test } from '@playwright/test'
import { electronBinary } from '../../scripts/electron-binary.ts'

const root = join(import.meta.dirname, '../..')
const binary = electronBinary(root)
test.skip(binary === null, 'no Electron binary on this machine')

let app: ElectronApplication
let page: Page

test.beforeEach(async () => {
  const data = mkdtempSync(join(tmpdir(), 'tyokyky-electron-'))
  app = await _electron.launch({ executablePath: binary!, args: [root, `--user-data-dir=${data}`] })
  page = await app.firstWindow()
})
test.afterEach(() => app.close())

test('starts on its own scheme and shows the first run', async () => {
  expect(new URL(page.url()).protocol).toBe('app:')
  const status = await page.evaluate(() => window.api.call('session.status', {}))
  expect(status).toMatchObject({ ok: true, value: { state: 'first-run' } })
})

test('the page has the bridge and nothing of Node', async () => {
  const found = await page.evaluate(() => ({
    bridge: Object.keys(window.api).sort(),
    frozen: Object.isFrozen(window.api),
    node: ['require', 'process', 'module', 'Buffer'].filter((name) => name in window),
  }))
  expect(found).toEqual({ bridge: ['call', 'on'], frozen: true, node: [] })
})

test('the window is sandboxed and isolated', async () => {
  const found = await app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]!.webContents as unknown as {
      getLastWebPreferences: () => Record<string, unknown>
    }
    const { sandbox, contextIsolation, nodeIntegration, webSecurity } = contents.getLastWebPreferences()
    return { sandbox, contextIsolation, nodeIntegration, webSecurity }
  })
  expect(found).toEqual({ sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true })
})

test('a peer connection reaches no network', async () => {
  const policy = await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]!.webContents.getWebRTCIPHandlingPolicy(),
  )
  expect(policy).toBe('disable_non_proxied_udp')
  const candidates = await page.evaluate(async () => {
    const peer = new RTCPeerConnection({
      iceServers: [{ urls: 'turn:127.0.0.1:34790?transport=tcp', username: 'x', credential: 'x' }],
    })
    const found: string[] = []
    peer.onicecandidate = ({ candidate }) => void (candidate?.candidate && found.push(candidate.candidate))
    peer.createDataChannel('x')
    await peer.setLocalDescription(await peer.createOffer())
    await new Promise((done) => setTimeout(done, 3000))
    return found
  })
  expect(candidates).toEqual([])
})

test('other pages, windows and permissions are refused', async () => {
  const from = page.url()
  await page.evaluate(() => {
    location.href = 'https://example.org/'
  })
  expect(await page.evaluate(() => window.open('https://example.org/'))).toBeNull()
  const asked = await page.evaluate(
    async () => (await navigator.permissions.query({ name: 'geolocation' })).state,
  )
  expect(asked).toBe('denied')
  expect(page.url()).toBe(from)
  expect(app.windows()).toHaveLength(1)
})

test('the policy of the page forbids inline script, evaluation and the network', async () => {
  const outcome = await page.evaluate(async () => {
    const violated: string[] = []
    document.addEventListener('securitypolicyviolation', (event) => violated.push(event.effectiveDirective))
    const script = document.createElement('script')
    script.textContent = 'window.inline = true'
    document.head.append(script)
    await fetch('https://example.org/').catch(() => undefined)
    return { inline: 'inline' in window, violated }
  })
  expect(outcome.inline).toBe(false)
  expect(outcome.violated).toEqual(expect.arrayContaining(['script-src-elem', 'connect-src']))
})

test('prints the page to a PDF', async () => {
  const head = await app.evaluate(async ({ BrowserWindow }) => {
    const bytes = await BrowserWindow.getAllWindows()[0]!.webContents.printToPDF({ pageSize: 'A4' })
    return bytes.subarray(0, 5).toString('latin1')
  })
  expect(head).toBe('%PDF-')
})

test('a second start does not open a second app', async () => {
  const data = await app.evaluate(({ app: running }) => running.getPath('userData'))
  const second = await _electron
    .launch({ executablePath: binary!, args: [root, `--user-data-dir=${data}`], timeout: 10_000 })
    .catch(() => null)
  expect(second?.windows() ?? []).toHaveLength(0)
})
