// What only real Electron could show at run time is read from the sources and the builder's configuration.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { FuseV1Options } from '@electron/fuses'
import { expect, test } from 'vitest'
import { parseDocument } from 'yaml'
import { FUSES } from '../../../build/fuses.ts'
import { otherPrebuilds } from '../../../build/prebuilds.ts'
import { CALL_CHANNEL, EVENT_CHANNEL } from '../../../main/ipc.ts'
import { readPolicy } from '../../../main/policy/policy.ts'
import { namesPublisher } from '../../../main/update/updates.ts'

const root = join(import.meta.dirname, '../../..')
const read = (path: string): string => readFileSync(join(root, path), 'utf8')
const builder = parseDocument(read('electron-builder.yml')).toJS() as Record<string, never>

const sourcesBelow = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(folder, name))

test('the preload is ten lines, gives call and on, and speaks on the two channels', () => {
  const source = read('preload/index.ts')
  const lines = source.split('\n').filter((line) => line.trim() !== '')
  expect(lines.length).toBeLessThanOrEqual(11)
  expect(source.match(/exposeInMainWorld/g)).toHaveLength(1)
  expect(source.match(/from '([^']+)'/g)).toEqual(["from 'electron'"])
  expect(source).toContain(`invoke('${CALL_CHANNEL}', name, input)`)
  expect(source.match(/ipcRenderer\.(?:on|off)\('(\w+)'/g)).toEqual([
    `ipcRenderer.on('${EVENT_CHANNEL}'`,
    `ipcRenderer.off('${EVENT_CHANNEL}'`,
  ])
})

test('Electron is used at run time in main/index.ts and the preload only', () => {
  const users = ['main', 'preload', 'renderer', 'db', 'domain']
    .flatMap(sourcesBelow)
    .filter((path) => /^import (?!type)[^']*from 'electron'/m.test(read(path)))
  expect(users.sort()).toEqual(['main/index.ts', 'preload/index.ts'])
})

test('nothing in the product reaches for a network, a shell or code from text', () => {
  const forbidden =
    /\b(?:fetch|XMLHttpRequest|WebSocket|EventSource|sendBeacon|eval|execSync|exec|spawn)\(|new Function\(|node:(?:net|http|https|dgram|tls|child_process)'|dangerouslySetInnerHTML|shell\.open/
  const found = ['domain', 'db', 'main', 'preload', 'renderer'].flatMap(sourcesBelow).filter((path) =>
    read(path)
      .split('\n')
      .some((line) => forbidden.test(line) && !/\.exec\(|regexp|RegExp/.test(line)),
  )
  expect(found).toEqual([])
})

test('the start of the app hardens before the window opens', () => {
  const source = read('main/index.ts')
  const order = [
    'registerScheme(protocol)',
    'app.enableSandbox()',
    'startedUnsafely(app)',
    'requestSingleInstanceLock()',
  ]
  const places = order.map((text) => source.indexOf(text))
  expect(places).toEqual([...places].sort((a, b) => a - b))
  expect(places[0]).toBeGreaterThan(0)
  const inside = ['harden(app', 'servePages(', 'createServer(', 'bindCalls(', 'openWindow('].map((text) =>
    source.indexOf(text),
  )
  expect(inside).toEqual([...inside].sort((a, b) => a - b))
})

test('every fuse that Electron has is set on purpose', () => {
  const all = Object.values(FuseV1Options).filter(
    (value): value is FuseV1Options => typeof value === 'number',
  )
  for (const fuse of all) expect(typeof FUSES[fuse], FuseV1Options[fuse]).toBe('boolean')
  expect(FUSES.strictlyRequireAllFuses).toBe(true)
  const on = all.filter((fuse) => FUSES[fuse]).map((fuse) => FuseV1Options[fuse])
  expect(on.sort()).toEqual([
    'EnableCookieEncryption',
    'EnableEmbeddedAsarIntegrityValidation',
    'OnlyLoadAppFromAsar',
    'WasmTrapHandlers',
  ])
})

test('the builder packs into asar, burns fuses, signs, and names the publisher that updates are checked against', () => {
  expect(builder).toMatchObject({
    asar: true,
    npmRebuild: false,
    afterPack: './build/after-pack.ts',
    executableName: 'tyokykypolku',
    win: {
      verifyUpdateCodeSignature: true,
      requestedExecutionLevel: 'asInvoker',
      signtoolOptions: { sign: './build/sign.ts', publisherName: ['Lapin hyvinvointialue'] },
    },
    nsis: { perMachine: true, oneClick: false, deleteAppDataOnUninstall: false },
    publish: { provider: 'generic', publisherName: ['Lapin hyvinvointialue'] },
  })
  expect(read('build/after-pack.ts')).toContain("const EXECUTABLE = 'tyokykypolku'")
  expect(namesPublisher(join(root, 'electron-builder.yml'))).toBe(false)
})

test('only the prebuild of the target is kept', () => {
  const names = readdirSync(join(root, 'node_modules/better-sqlite3/prebuilds'))
  const others = otherPrebuilds(names, 'win32', 'x64')
  expect(names.filter((name) => !others.includes(name))).toEqual(['win32-x64.node'])
  expect(() => otherPrebuilds(['linux-x64.node'], 'win32', 'x64')).toThrow('win32-x64')
})

test('the policy template that is shipped is valid', () => {
  expect(readPolicy(join(root, 'build/policy.example.json'))).toMatchObject({ state: 'valid' })
})
