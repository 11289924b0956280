// The policy of the county's IT: read from a place only an administrator of the machine can write, not trusted before
// it is validated, and only able to tighten what the app does anyway.
import { readFileSync, statSync } from 'node:fs'
import { z } from 'zod'

const MAX_BYTES = 64 * 1024

const schema = z.strictObject({
  version: z.literal(1),
  /** Fixes what this machine is; the first run does not ask. */
  workplace: z.enum(['clinical', 'office']).optional(),
  /** Longest idle time before the station locks, in minutes. The app's own limit holds beside it. */
  idleMinutes: z.number().int().min(1).max(60).optional(),
  /** The county's own update server. Without it the app never looks for updates. */
  updateServer: z
    .url({ protocol: /^https$/ })
    .refine((address) => {
      const { username, password, search, hash } = new URL(address)
      return username === '' && password === '' && search === '' && hash === ''
    })
    .optional(),
})

export type Policy = z.output<typeof schema>

/** `invalid` must stop the app: a policy that cannot be read may not be taken for no policy. */
export type PolicyState = { state: 'none' } | { state: 'valid'; policy: Policy } | { state: 'invalid' }

/** Fixed places: an environment variable could be set by anyone. */
export const policyPath = (platform: NodeJS.Platform): string =>
  platform === 'win32' ? 'C:\\ProgramData\\Tyokykypolku\\policy.json' : '/etc/tyokykypolku/policy.json'

/** Windows' own editors put a byte order mark before what they save as UTF-8. */
const withoutMark = (text: string): string => text.replace(/^\uFEFF/, '')

export const readPolicy = (path: string): PolicyState => {
  try {
    if (statSync(path).size > MAX_BYTES) return { state: 'invalid' }
    const parsed = schema.safeParse(JSON.parse(withoutMark(readFileSync(path, 'utf8'))))
    return parsed.success ? { state: 'valid', policy: parsed.data } : { state: 'invalid' }
  } catch (error) {
    return (error as { code?: string }).code === 'ENOENT' ? { state: 'none' } : { state: 'invalid' }
  }
}
