// The server's files port over the system's own dialogs: the person chooses the place, the app never does.
import { randomBytes } from 'node:crypto'
import { closeSync, openSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import type { BrowserWindow, Dialog } from 'electron'
import type { Files } from './server/ports.ts'

/**
 * Writes beside and renames, so that no half file is left under the chosen name. What is beside is always made anew: a
 * file of somebody else's is not written over, and a link is not followed.
 */
const writeWhole = (path: string, bytes: Uint8Array): void => {
  const beside = `${path}.${randomBytes(6).toString('hex')}.part`
  const file = openSync(beside, 'wx', 0o600)
  try {
    try {
      writeFileSync(file, bytes, { flush: true })
    } finally {
      closeSync(file)
    }
    renameSync(beside, path)
  } catch (error) {
    rmSync(beside, { force: true })
    throw error
  }
}

export const filesOver = (
  dialog: Pick<Dialog, 'showSaveDialog' | 'showOpenDialog'>,
  window: () => BrowserWindow | null,
): Files => ({
  save: async (suggestedName, bytes) => {
    const parent = window()
    if (!parent) return false
    const { canceled, filePath } = await dialog.showSaveDialog(parent, { defaultPath: suggestedName })
    if (canceled || !filePath) return false
    writeWhole(filePath, bytes())
    return true
  },
  pick: async (endings, maxBytes) => {
    const parent = window()
    if (!parent) return null
    const { canceled, filePaths } = await dialog.showOpenDialog(parent, {
      properties: ['openFile', 'dontAddToRecent'],
      filters: [{ name: endings.join(', '), extensions: [...endings] }],
    })
    const path = filePaths[0]
    if (canceled || !path) return null
    const { size } = statSync(path)
    return size > maxBytes ? 'too-large' : { bytes: new Uint8Array(readFileSync(path)) }
  },
})
