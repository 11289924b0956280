import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Electron's executable, or null where it was never downloaded. Looks only; the package itself would download it. */
export const electronBinary = (root: string): string | null => {
  const folder = join(root, 'node_modules', 'electron')
  const named = join(folder, 'path.txt')
  if (process.env.ELECTRON_BINARY) return process.env.ELECTRON_BINARY
  if (!existsSync(named)) return null
  const binary = join(folder, 'dist', readFileSync(named, 'utf8').trim())
  return existsSync(binary) ? binary : null
}
