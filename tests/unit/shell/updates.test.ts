// Updates through the real electron-updater, with an application and a server of the test's own: what must be refused
// is refused, and without a publisher nothing is even looked for.
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, request as httpRequest, type Server } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { NsisUpdater } from 'electron-updater'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { checkForUpdate, namesPublisher } from '../../../main/update/updates.ts'

vi.mock('electron', () => ({ default: {} }))
const { HttpExecutor } = createRequire(createRequire(import.meta.url).resolve('electron-updater'))(
  'builder-util-runtime',
) as { HttpExecutor: new () => object }

/** electron-updater's own downloading and checking, over Node's HTTP instead of Electron's. */
class NodeExecutor extends HttpExecutor {
  createRequest(options: object, callback: (response: unknown) => void) {
    return httpRequest(options, callback)
  }
  async download(url: URL, destination: string, options: { cancellationToken: never }) {
    const token = options.cancellationToken as {
      createPromise: (
        run: (resolve: (v: unknown) => void, reject: (e: Error) => void, onCancel: unknown) => void,
      ) => unknown
    }
    const self = this as unknown as { doDownload: (request: object, task: object, redirects: number) => void }
    return token.createPromise((resolve, reject, onCancel) =>
      self.doDownload(
        { protocol: url.protocol, hostname: url.hostname, port: url.port, path: url.pathname },
        {
          destination,
          options,
          onCancel,
          responseHandler: null,
          callback: (error: Error | null) => (error ? reject(error) : resolve(destination)),
        },
        0,
      ),
    )
  }
}

const INSTALLER = Buffer.from('MZ an installer')
const sha512 = (bytes: Uint8Array): string => createHash('sha512').update(bytes).digest('base64')

let folder: string
let server: Server
let address: string
let served: Record<string, string | Buffer>
let asked: string[]
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tyokyky-update-'))
  served = {}
  asked = []
  server = createServer((incoming, response) => {
    const name = (incoming.url ?? '').split('?')[0]!.slice(1)
    asked.push(name)
    if (served[name] === undefined) response.writeHead(404).end()
    else response.end(served[name])
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
})
afterEach(() => {
  server.close()
  rmSync(folder, { recursive: true, force: true })
})

const offer = (version: string, hash = sha512(INSTALLER), bytes = INSTALLER): void => {
  served['app.exe'] = bytes
  served['latest.yml'] =
    `version: ${version}\nfiles:\n  - url: app.exe\n    sha512: ${hash}\n    size: ${bytes.length}\npath: app.exe\nsha512: ${hash}\nreleaseDate: '2026-11-24T08:00:00.000Z'\n`
}

const configFile = (publisher: string | null): string => {
  const path = join(folder, 'app-update.yml')
  writeFileSync(path, `provider: generic\nurl: ${address}\nupdaterCacheDirName: cache\n${publisher ?? ''}`)
  return path
}

const signatures: { names: string[]; verdict: string | null } = { names: [], verdict: null }
const check = (
  publisher: string | null = 'publisherName:\n  - Lapin hyvinvointialue\n',
  installed = '1.0.0',
) => {
  const appUpdateYml = configFile(publisher)
  signatures.names = []
  return checkForUpdate(address, appUpdateYml, () => {
    const base = join(folder, 'base')
    mkdirSync(base, { recursive: true })
    const updater = new NsisUpdater(null, {
      version: installed,
      name: 'tyokykypolku',
      isPackaged: true,
      appUpdateConfigPath: appUpdateYml,
      userDataPath: base,
      baseCachePath: base,
      whenReady: async () => undefined,
      relaunch: () => undefined,
      quit: () => undefined,
      onQuit: () => undefined,
    })
    Object.assign(updater, {
      httpExecutor: new NodeExecutor(),
      disableDifferentialDownload: true,
      _testOnlyOptions: { platform: 'win32' },
    })
    updater.verifyUpdateCodeSignature = async (names) => {
      signatures.names = names
      return signatures.verdict
    }
    updater.on('error', () => undefined)
    return updater
  })
}

test('a newer, whole and signed version is downloaded, and its signature was checked against the publisher', async () => {
  offer('1.0.1')
  signatures.verdict = null
  expect(await check()).toBe('downloaded')
  expect(signatures.names).toEqual(['Lapin hyvinvointialue'])
})

test('a version signed by someone else is refused', async () => {
  offer('1.0.1')
  signatures.verdict = 'not signed by the publisher'
  expect(await check()).toBe('refused')
  signatures.verdict = null
})

test.each([
  ['of other bytes', sha512(Buffer.from('other'))],
  ['that is empty', "''"],
])('a sha512 %s is refused', async (_what, hash) => {
  offer('1.0.1', hash)
  expect(await check()).toBe('refused')
})

test.each(['0.9.9', '1.0.0', '1.0.0-beta.1'])('version %s is no update of 1.0.0', async (version) => {
  offer(version)
  expect(await check()).toBe('none')
  expect(asked).not.toContain('app.exe')
})

test('an unreachable or talkative server changes nothing', async () => {
  expect(await check()).toBe('refused')
  served['latest.yml'] = '<html>not found</html>'
  expect(await check()).toBe('refused')
})

test('without a publisher in the build nothing is looked for', async () => {
  offer('1.0.1')
  for (const publisher of [
    null,
    'publisherName:\n',
    'publisherName: []\n',
    "publisherName: ''\n",
    '# publisherName: a\n',
    'x: publisherName: a\n',
  ])
    expect(await check(publisher), publisher ?? 'none').toBe('no-publisher')
  expect(asked).toEqual([])
  expect(namesPublisher(join(folder, 'missing.yml'))).toBe(false)
})

test.each([
  'publisherName: Lapin hyvinvointialue\n',
  "publisherName: 'Lapin hyvinvointialue'\n",
  "publisherName:\n  - 'Lapin'\n",
])('%j names a publisher', (text) => expect(namesPublisher(configFile(text))).toBe(true))

test('without a server in the policy there is no network at all', async () => {
  expect(
    await checkForUpdate(undefined, configFile('publisherName: a\n'), () => expect.fail('made an updater')),
  ).toBe('off')
  expect(asked).toEqual([])
})
