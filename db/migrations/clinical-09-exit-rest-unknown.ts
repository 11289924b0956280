import type { Migration } from './migration.ts'

/** Some results of an exit never become known: said once, so that nobody is asked for them for ever. */
export const clinical09ExitRestUnknown: Migration = {
  name: 'clinical-09-exit-rest-unknown',
  sql: `
alter table participation add column exit_rest_unknown integer not null default 0 check (exit_rest_unknown in (0, 1));
`,
}
