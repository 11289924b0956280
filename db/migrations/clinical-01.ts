import type { Migration } from './migration.ts'

/** The client register with identifiers, search keys, project participation and consents. */
export const clinical01: Migration = {
  name: 'clinical-01',
  sql: `
create table client (
  id text primary key, version integer not null, family_name text not null, given_names text not null,
  birth_date text not null, sex text not null, municipality text not null, labour_status text not null,
  unemployed_since text, language text not null, interpreter integer not null check (interpreter in (0, 1)),
  phone text, email text, protected_address integer not null check (protected_address in (0, 1)),
  registered_at text not null, registered_by text not null references app_user (id)
) strict;
create index client_birth on client (birth_date);

create table client_version (
  client_id text not null references client (id), version integer not null, data text not null,
  reason text not null, changed_at text not null, changed_by text not null references app_user (id),
  primary key (client_id, version)
) strict;
create trigger client_version_no_update before update on client_version begin select raise(abort, 'append-only'); end;

create table client_identifier (
  value text primary key, client_id text not null references client (id),
  kind text not null check (kind in ('real', 'temporary')), valid_from text not null, valid_to text
) strict;
create index client_identifier_client on client_identifier (client_id);

create table client_search (
  key text not null, client_id text not null references client (id), primary key (key, client_id)
) strict, without rowid;
create index client_search_client on client_search (client_id, key);

create table participation (
  client_id text primary key references client (id), entry_date text not null, labour_status text not null,
  education text not null, disability text not null, third_country text not null, foreign_background text not null,
  minority text not null, housing_exclusion text not null, rural text not null, municipality text not null,
  sex text not null, birth_date text not null, exit_date text, exit_status text,
  exit_job_search integer, exit_education integer, exit_qualification integer
) strict;
create index participation_entry on participation (entry_date);

create table consent (
  id text primary key, client_id text not null references client (id), kind text not null,
  given integer not null check (given in (0, 1)), method text not null, receiver text,
  recorded_at text not null, recorded_by text not null references app_user (id),
  withdrawn_at text, withdrawn_by text references app_user (id)
) strict;
create index consent_client on consent (client_id, kind, recorded_at);
`,
}
