import type { Migration } from './migration.ts'

/** What a station's release left out or merged, as its package says. */
export const office02Coarser: Migration = {
  name: 'office-02-coarser',
  sql: `
alter table import add column coarser text not null default '[]' check (json_valid(coarser));
`,
}
