// Checks who imports whom (.dependency-cruiser.cjs), and that every source file was really read: a parser that does
// not know the language reports no violation either.
import { readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { cruise, type IReporterOutput } from 'dependency-cruiser'

const FOLDERS = ['domain', 'db', 'main', 'preload', 'renderer', 'scripts', 'tests', 'build']

const sources = FOLDERS.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts'))
    .map((name) => join(folder, name)),
)

const { options, forbidden } = createRequire(import.meta.url)('../.dependency-cruiser.cjs')
const result: IReporterOutput = await cruise(FOLDERS, {
  ...options,
  ruleSet: { forbidden },
  validate: true,
  outputType: 'json',
})
const { modules, summary } = JSON.parse(String(result.output)) as {
  modules: { source: string; dependencies: unknown[] }[]
  summary: { violations: { rule: { name: string }; from: string; to: string }[] }
}

const read = new Set(modules.map(({ source }) => source))
const unread = sources.filter((file) => !read.has(file))
const edges = modules.reduce((sum, { dependencies }) => sum + dependencies.length, 0)
for (const { rule, from, to } of summary.violations) console.error(`${rule.name}: ${from} -> ${to}`)
for (const file of unread) console.error(`not read: ${file}`)
if (edges < sources.length) console.error(`only ${edges} imports found in ${sources.length} files`)
console.log(`${sources.length} files, ${edges} imports, ${summary.violations.length} violations`)
process.exitCode = summary.violations.length > 0 || unread.length > 0 || edges < sources.length ? 1 : 0
