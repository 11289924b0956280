import type { Migration } from './migration.ts'

/**
 * The key box of each active user as JSON: the row says which box is theirs, and a key file that says otherwise is
 * older or was exchanged. Empty for users from before, until the next opening, and for those taken out of use.
 */
export const common02KeyBoxes: Migration = {
  name: 'common-02-key-boxes',
  sql: `
alter table app_user add column key_box text check (json_valid(key_box));
`,
}
