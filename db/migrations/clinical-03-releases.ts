import { appendOnly } from './append-only.ts'
import type { Migration } from './migration.ts'

/** The ledger of releases with its cell map and the people counted. */
export const clinical03Releases: Migration = {
  name: 'clinical-03-releases',
  sql: `
create table release (
  id text primary key, quarter text not null unique, released_at text not null,
  released_by text not null references app_user (id), file_name text not null, sha256 text not null unique,
  package blob not null, figures text not null check (json_valid(figures)), rules text not null check (json_valid(rules))
) strict;
${appendOnly('release')}
create trigger release_in_order before insert on release
when new.quarter <= coalesce((select max(quarter) from release), '')
begin select raise(abort, 'out of order'); end;

create table release_cell (
  release_id text not null references release (id), cell text not null, count integer not null check (count > 0),
  state text not null check (state in ('shown', 'primary', 'secondary')), primary key (release_id, cell)
) strict, without rowid;
${appendOnly('release_cell')}

create table release_person (
  release_id text not null references release (id), kind text not null check (kind in ('participant', 'check', 'referral')),
  client_id text not null, area text not null, sex text not null, age_band text not null, labour_status text not null,
  primary key (kind, client_id, release_id)
) strict, without rowid;
create unique index release_person_once on release_person (client_id) where kind = 'participant';
create index release_person_release on release_person (release_id, kind);
${appendOnly('release_person')}
`,
}
