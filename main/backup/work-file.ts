// Encrypted work files in the station's own folder; never in the system's temporary one.
import { randomBytes } from 'node:crypto'
import { rmSync } from 'node:fs'
import { join } from 'node:path'

export const workPath = (folder: string): string =>
  join(folder, `backup-${randomBytes(6).toString('hex')}.work`)

/** Removes what a reader of a WAL file leaves beside it; the file is whole without. */
export const removeBeside = (path: string): void => {
  for (const ending of ['-wal', '-shm']) rmSync(`${path}${ending}`, { force: true })
}

/** Removes a database file and what SQLite puts beside it. */
export const removeWork = (path: string): void => {
  rmSync(path, { force: true })
  removeBeside(path)
}
