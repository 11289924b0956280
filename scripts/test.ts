// `npm test`: every check in turn, counted; the last line is `N passed, N failed, N skipped`.
import { execFile } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '..')
const OUT = join(ROOT, 'test-results')
const COVERAGE_LINES = 95

type Count = { passed: number; failed: number; skipped: number }
const total: Count = { passed: 0, failed: 0, skipped: 0 }

const told = (name: string, count: Count, from: number): void => {
  total.passed += count.passed
  total.failed += count.failed
  total.skipped += count.skipped
  const seconds = ((performance.now() - from) / 1000).toFixed(1)
  console.log(
    `${count.failed > 0 ? 'FAILED' : 'ok    '}  ${name}: ${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped (${seconds} s)`,
  )
}

/** Runs a tool of node_modules/.bin; its words are shown when it fails. */
const run = (
  tool: string,
  args: string[],
  env: NodeJS.ProcessEnv = {},
): Promise<{ ok: boolean; words: string }> => {
  const bin = join(ROOT, 'node_modules', '.bin')
  const windows = process.platform === 'win32'
  const options = {
    cwd: ROOT,
    maxBuffer: 256 * 1024 * 1024,
    shell: windows,
    env: { ...process.env, PATH: `${bin}${windows ? ';' : ':'}${process.env.PATH}`, ...env },
  }
  return new Promise((done) => {
    execFile(tool, args, options, (error, out, complaints) =>
      done({ ok: error === null, words: `${out}${complaints}${error?.message ?? ''}` }),
    )
  })
}

/** A tool that either passes or not: counts as one. */
const check = async (name: string, tool: string, args: string[]): Promise<boolean> => {
  const from = performance.now()
  const { ok, words } = await run(tool, args)
  if (!ok) console.log(words)
  told(name, { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 }, from)
  return ok
}

/** What a test runner wrote, or null when it died before writing. */
const report = <T>(path: string): T | null => {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as T
  } catch {
    return null
  }
}

type VitestReport = {
  success: boolean
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numTodoTests: number
  testResults: { name: string; status: string; message: string; assertionResults: unknown[] }[]
}

const unit = async (): Promise<void> => {
  const from = performance.now()
  const file = join(OUT, 'unit.json')
  const { words } = await run('vitest', [
    'run',
    '--coverage',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ])
  const found = report<VitestReport>(file)
  const unloaded =
    found?.testResults.filter((t) => t.status === 'failed' && t.assertionResults.length === 0) ?? []
  const failed = found ? found.numFailedTests + unloaded.length : 1
  if (failed > 0) console.log(words)
  told(
    'unit, property, contract and migration tests',
    {
      passed: found?.numPassedTests ?? 0,
      failed,
      skipped: (found?.numPendingTests ?? 0) + (found?.numTodoTests ?? 0),
    },
    from,
  )
  const coverage = report<{ total: { lines: { pct: number } } }>(
    join(ROOT, 'coverage', 'coverage-summary.json'),
  )
  const lines = coverage?.total.lines.pct ?? 0
  const enough = lines >= COVERAGE_LINES
  told(
    `coverage of domain/ and main/server/, ${lines} % of lines (${COVERAGE_LINES} % asked)`,
    { passed: enough ? 1 : 0, failed: enough ? 0 : 1, skipped: 0 },
    performance.now(),
  )
}

type PlaywrightReport = {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number }
  errors: { message: string }[]
}

const playwright = async (project: string, name: string): Promise<void> => {
  const from = performance.now()
  const file = join(OUT, `${project}.json`)
  const { words } = await run('playwright', ['test', `--project=${project}`, '--reporter=line,json'], {
    PLAYWRIGHT_JSON_OUTPUT_NAME: file,
    PLAYWRIGHT_FORCE_TTY: '0',
    CI: '1',
  })
  const found = report<PlaywrightReport>(file)
  // A test that only passed at a second try would hide an error: it counts as failed.
  const failed = found ? found.stats.unexpected + found.stats.flaky + found.errors.length : 1
  if (failed > 0) console.log(words.replaceAll('\u001b[1A\u001b[2K', ''))
  told(name, { passed: found?.stats.expected ?? 0, failed, skipped: found?.stats.skipped ?? 0 }, from)
}

rmSync(OUT, { recursive: true, force: true })
mkdirSync(OUT, { recursive: true })
await check('types', 'tsc', ['-p', '.'])
await check('lint and format', 'biome', ['check', '.'])
await check('import rules', 'node', ['scripts/layers.ts'])
await check('dead code', 'knip', [])
const built = await check('build', 'electron-vite', ['build', '--logLevel', 'warn'])
const browser = built && (await check('browser and pdftotext', 'bash', ['scripts/system-packages.sh']))
// Side by side: both wait much, for keys to be typed and for pages to be drawn.
await Promise.all([unit(), browser ? playwright('browser', 'browser tests') : null])
if (browser) await playwright('electron', 'real Electron')
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`)
process.exitCode = total.failed > 0 ? 1 : 0
