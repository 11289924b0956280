import type { Migration } from './migration.ts'

/** Rows may go only with the whole client, after an erasure that a second person has confirmed. */
const appendOnly = (table: string, client: string): string => `
create trigger ${table}_no_update before update on ${table} begin select raise(abort, 'append-only'); end;
create trigger ${table}_no_delete before delete on ${table}
when not exists (select 1 from erasure where client_id = ${client} and confirmed_at is not null)
begin select raise(abort, 'append-only'); end;`

/** Health checks with signed versions and drafts, wellbeing referrals with their steps, and the plan. */
export const clinical02: Migration = {
  name: 'clinical-02',
  sql: `
create table erasure (
  client_id text primary key, rule text not null, proposed_at text not null,
  proposed_by text not null references app_user (id), confirmed_at text,
  confirmed_by text references app_user (id) check (confirmed_by <> proposed_by)
) strict;
create trigger erasure_final before update on erasure when old.confirmed_at is not null
begin select raise(abort, 'append-only'); end;

create table health_check (
  id text primary key, client_id text not null references client (id), state text not null, check_date text not null,
  created_at text not null, created_by text not null references app_user (id), version integer not null,
  closed_at text, follow_up text
) strict;
create index health_check_client on health_check (client_id, check_date);
create index health_check_open on health_check (state, check_date) where closed_at is null;
create index health_check_closed on health_check (closed_at) where closed_at is not null;
create index health_check_follow_up on health_check (follow_up) where follow_up is not null;

create table health_check_version (
  check_id text not null references health_check (id), version integer not null, state text not null,
  answers text not null check (json_valid(answers)), reason text, signed_at text not null,
  signed_by text not null references app_user (id), signed_role text not null,
  primary key (check_id, version)
) strict;
${appendOnly('health_check_version', '(select client_id from health_check where id = old.check_id)')}

create table health_check_draft (
  check_id text primary key references health_check (id), revision integer not null,
  answers text not null check (json_valid(answers)), reason text, saved_at text not null,
  saved_by text not null references app_user (id)
) strict;

create table referral (
  id text primary key, client_id text not null references client (id), check_id text references health_check (id),
  state text not null, revision integer not null, content text not null check (json_valid(content)), receiver text,
  created_at text not null, created_by text not null references app_user (id), sent_at text, state_at text not null
) strict;
create index referral_client on referral (client_id, created_at);
create index referral_open on referral (state, state_at);
create index referral_sent on referral (sent_at) where sent_at is not null;
create trigger referral_sent_content before update of content, sent_at, receiver on referral
when old.sent_at is not null and (new.content <> old.content or new.sent_at is not old.sent_at or new.receiver is not old.receiver)
begin select raise(abort, 'sent content is final'); end;

create table referral_event (
  referral_id text not null references referral (id), step integer not null, at text not null,
  by text not null references app_user (id), from_state text not null, to_state text not null, note text not null,
  details text not null check (json_valid(details)), primary key (referral_id, step)
) strict;
${appendOnly('referral_event', '(select client_id from referral where id = old.referral_id)')}

create table plan_item (
  id text primary key, client_id text not null references client (id), kind text not null, title text not null,
  instructions text not null, contact text not null, responsible text not null, due_date text, state text not null,
  revision integer not null, created_at text not null, created_by text not null references app_user (id),
  changed_at text not null, changed_by text not null references app_user (id)
) strict;
create index plan_item_client on plan_item (client_id, created_at);
create index plan_item_due on plan_item (due_date) where state = 'open' and due_date is not null;

create table plan_item_version (
  item_id text not null references plan_item (id), revision integer not null,
  data text not null check (json_valid(data)), replaced_at text not null, primary key (item_id, revision)
) strict;
${appendOnly('plan_item_version', '(select client_id from plan_item where id = old.item_id)')}
`,
}
