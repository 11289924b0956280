import { appendOnly } from './append-only.ts'
import type { Migration } from './migration.ts'

/** The project office: stations with confirmed keys, their packages, the figures in them. No table about a client. */
export const office01: Migration = {
  name: 'office-01',
  sql: `
create table pinned_station (
  id text primary key, name text not null, public_key text not null unique, fingerprint text not null unique,
  pinned_at text not null, pinned_by text not null references app_user (id)
) strict;
${appendOnly('pinned_station')}

create table import (
  id text primary key, station_id text not null references pinned_station (id), quarter text not null,
  sha256 text not null unique, package blob not null, released_at text not null, imported_at text not null,
  imported_by text not null references app_user (id), cells integer not null, hidden integer not null,
  unique (station_id, quarter)
) strict;
${appendOnly('import')}

create table import_cell (
  import_id text not null references import (id), cell text not null, value integer check (value >= 0),
  primary key (import_id, cell)
) strict, without rowid;
${appendOnly('import_cell')}

create table import_interval (
  import_id text not null references import (id), cell text not null, low integer not null check (low >= 0),
  high integer check (high >= low), primary key (import_id, cell)
) strict, without rowid;
`,
}
