// Looks through every file of a folder, and into every zip, for what must not be there.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { unzipSync } from 'fflate'

const filesUnder = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))

/** Anything shaped like a henkilötunnus with an individual number of the demo. */
const HETU = /\d{6}[-+A-FU-Y]9\d\d[0-9A-Y]/g

/**
 * Names and henkilötunnus found in files under a folder, as `file: what`.
 * @param names each at least six letters, so that encrypted bytes do not spell one by chance
 */
export const findLeaks = (folder: string, names: readonly string[], hetus: ReadonlySet<string>): string[] => {
  const found: string[] = []
  const needles = names.map((name) => Buffer.from(name))
  const look = (where: string, bytes: Uint8Array): void => {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    needles.forEach((needle, i) => {
      if (buffer.includes(needle)) found.push(`${where}: ${names[i]}`)
    })
    for (const [text] of buffer.toString('latin1').matchAll(HETU))
      if (hetus.has(text)) found.push(`${where}: ${text}`)
  }
  for (const path of filesUnder(folder)) {
    const bytes = readFileSync(path)
    look(path, bytes)
    if (path.endsWith('.zip'))
      for (const [name, inside] of Object.entries(unzipSync(bytes))) look(`${path}/${name}`, inside)
  }
  return found
}
