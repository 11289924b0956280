// Files into a zip whose bytes depend on the files alone: fixed order, fixed time, no extra fields.
import { zipSync } from 'fflate'

/** The first moment a zip can name, in local time because the format knows no other. */
const EPOCH = new Date(1980, 0, 1, 0, 0, 0)

export const zipFiles = (files: ReadonlyMap<string, Uint8Array>): Uint8Array =>
  zipSync(Object.fromEntries([...files].sort(([a], [b]) => (a < b ? -1 : 1))), { level: 9, mtime: EPOCH })
