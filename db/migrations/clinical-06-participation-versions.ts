import type { Migration } from './migration.ts'

/** A participation can change after entry (exit results, re-entry, corrected errors): what was before stays. */
export const clinical06ParticipationVersions: Migration = {
  name: 'clinical-06-participation-versions',
  sql: `
alter table participation add column version integer not null default 1 check (version > 0);
alter table participation add column reentered_on text;
create index participation_exit on participation (exit_date);
create index consent_kind on consent (kind, recorded_at);

create table participation_version (
  client_id text not null references client (id), version integer not null,
  kind text not null check (kind in ('left', 'exit-changed', 'reentered', 'entry-corrected')),
  data text not null check (json_valid(data)), reason text, changed_at text not null,
  changed_by text not null references app_user (id), primary key (client_id, version)
) strict;
create trigger participation_version_no_update before update on participation_version
begin select raise(abort, 'append-only'); end;
create trigger participation_in_order before update on participation
when new.version <> old.version + 1
  or not exists (select 1 from participation_version where client_id = old.client_id and version = old.version)
begin select raise(abort, 'version missing'); end;
`,
}
