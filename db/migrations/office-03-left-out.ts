import { leftOutBefore } from './left-out.ts'
import type { Migration } from './migration.ts'

/** Packages imported before there were tables on education, background and results: they left these out. */
export const office03LeftOut: Migration = {
  name: 'office-03-left-out',
  sql: `${leftOutBefore('import')}
`,
}
