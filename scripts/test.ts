// `npm test`: every check in turn, counted; the last line is `N passed, N failed, N skipped`.
import { spawnSync } from 'node:child_process'
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
const run = (tool: string, args: string[], env: NodeJS.ProcessEnv = {}) => {
  const bin = join(ROOT, 'node_modules', '.bin')
  const done = spawnSync(tool, args, {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
    shell: process.platform === 'win32',
    env: {
      ...process.env,
      PATH: `${bin}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH}`,
      ...env,
    },
  })
  return {
    ok: done.status === 0,
    words: `${done.stdout ?? ''}${done.stderr ?? ''}${done.error?.message ?? ''}`,
  }
}

/** A tool that either passes or not: counts as one. */
const check = (name: string, tool: string, args: string[]): boolean => {
  const from = performance.now()
  const { ok, words } = run(tool, args)
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

const unit = (): void => {
  const from = performance.now()
  const file = join(OUT, 'unit.json')
  const { words } = run('vitest', [
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

const playwright = (project: string, name: string): void => {
  const from = performance.now()
  const file = join(OUT, `${project}.json`)
  const { words } = run('playwright', ['test', `--project=${project}`, '--reporter=line,json'], {
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
check('types', 'tsc', ['-p', '.'])
check('lint and format', 'biome', ['check', '.'])
check('import rules', 'node', ['scripts/layers.ts'])
check('dead code', 'knip', [])
unit()
const built = check('build', 'electron-vite', ['build', '--logLevel', 'warn'])
if (built && check('browser and pdftotext', 'bash', ['scripts/system-packages.sh'])) {
  playwright('browser', 'browser tests')
  playwright('electron', 'real Electron')
}
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`)
process.exitCode = total.failed > 0 ? 1 : 0
