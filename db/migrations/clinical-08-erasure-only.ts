import type { Migration } from './migration.ts'

/** The other tables have it from before; without these a client of few rows could go with nobody's confirmation. */
const erasureOnly = (table: string, client: string): string => `
create trigger ${table}_no_delete before delete on ${table}
when not exists (select 1 from erasure where client_id = old.${client} and confirmed_at is not null)
begin select raise(abort, 'append-only'); end;`

/** A client, and what client and participation were before their changes, go only by a confirmed erasure. */
export const clinical08ErasureOnly: Migration = {
  name: 'clinical-08-erasure-only',
  sql: `${erasureOnly('client', 'id')}
${erasureOnly('client_version', 'client_id')}
${erasureOnly('participation_version', 'client_id')}
`,
}
