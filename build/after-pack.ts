// After packing: burns the fuses and removes other platforms' native binaries.
import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { flipFuses } from '@electron/fuses'
import { type AfterPackContext, Arch } from 'electron-builder'
import { FUSES } from './fuses.ts'
import { otherPrebuilds } from './prebuilds.ts'

/** As `executableName` in electron-builder.yml. */
const EXECUTABLE = 'tyokykypolku'

export default async (context: AfterPackContext): Promise<void> => {
  const platform = context.electronPlatformName
  await flipFuses(join(context.appOutDir, platform === 'win32' ? `${EXECUTABLE}.exe` : EXECUTABLE), FUSES)
  const folder = join(context.appOutDir, 'resources/app.asar.unpacked/node_modules/better-sqlite3/prebuilds')
  for (const other of otherPrebuilds(readdirSync(folder), platform, Arch[context.arch] ?? ''))
    rmSync(join(folder, other))
}
