import type { Migration } from './migration.ts'

/** Releases may merge classes, show margins only or leave a table out: kept with the release, as JSON. */
export const clinical04Coarser: Migration = {
  name: 'clinical-04-coarser',
  sql: `
alter table release add column coarser text not null default '[]' check (json_valid(coarser));
`,
}
