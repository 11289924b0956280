// What a file system refuses is told in the program's own words: where to look, and never the path.
import { Refusal } from '../../domain/contract/errors.ts'
import type { Files } from './ports.ts'

const NO_SPACE: readonly string[] = ['ENOSPC', 'EDQUOT', 'EFBIG']

/** Names of the system's own errors, such as EACCES. */
const systemError = (error: unknown): string | null => {
  const code = (error as { code?: unknown } | null)?.code
  return typeof code === 'string' && /^E[A-Z0-9]+$/.test(code) ? code : null
}

/** Whether the disk that something was written to is full. */
export const isFull = (error: unknown): boolean => NO_SPACE.includes(systemError(error) ?? '')

/** The host's files, whose faults are refusals: `file-unreadable`, `file-unwritable` or `file-no-space`. */
export const toldFiles = (files: Files): Files => ({
  save: async (name, bytes) => {
    try {
      return await files.save(name, bytes)
    } catch (error) {
      if (isFull(error)) throw new Refusal('file-no-space')
      throw systemError(error) ? new Refusal('file-unwritable') : error
    }
  },
  pick: async (endings, maxBytes) => {
    try {
      return await files.pick(endings, maxBytes)
    } catch (error) {
      throw systemError(error) ? new Refusal('file-unreadable') : error
    }
  },
})
