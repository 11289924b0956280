// `npm start`: the app in Electron where its binary is; otherwise says what to do instead of downloading anything.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { electronBinary } from './electron-binary.ts'

const root = join(import.meta.dirname, '..')
const binary = electronBinary(root)
if (!binary) {
  console.error(
    "Electron's binary is not on this machine. With a network connection run `npx install-electron`; without it, `npm run dev:browser` shows the same screens in a browser, for development only.",
  )
  process.exitCode = 1
} else if (!existsSync(join(root, 'out/main/index.js'))) {
  console.error('The app is not built: run `npm run build` first.')
  process.exitCode = 1
} else {
  process.exitCode = spawnSync(binary, [root], { stdio: 'inherit' }).status ?? 1
}
