import type { Migration } from './migration.ts'

/** Station, users, settings and the append-only log: in both workplaces. */
export const common01: Migration = {
  name: 'common-01',
  sql: `
create table station (
  id text primary key, name text not null, workplace text not null check (workplace in ('clinical', 'office')),
  created_at text not null, signing_public text not null, signing_private text not null
) strict;
create unique index station_single on station ((1));

create table app_user (
  id text primary key, username text not null unique, display_name text not null, role text not null,
  active integer not null check (active in (0, 1)), slot_id text not null, created_at text not null
) strict;

create table setting (
  key text primary key, value text not null, changed_at text not null, changed_by text not null
) strict;

create table audit_event (
  seq integer primary key, at text not null, user_id text, user_name text not null, role text not null,
  event text not null, outcome text not null check (outcome in ('done', 'refused')), client_id text,
  details text not null, prev_hash text not null, hash text not null unique
) strict;
create index audit_event_client on audit_event (client_id, seq) where client_id is not null;
create trigger audit_event_no_update before update on audit_event begin select raise(abort, 'append-only'); end;
create trigger audit_event_no_delete before delete on audit_event begin select raise(abort, 'append-only'); end;
create trigger audit_event_in_order before insert on audit_event
when new.seq <> coalesce((select max(seq) from audit_event), 0) + 1
  or new.prev_hash <> coalesce((select hash from audit_event order by seq desc limit 1), '')
begin select raise(abort, 'out of order'); end;
`,
}
