import type { Migration } from './migration.ts'

/**
 * Follow-ups that were carried out, and which plan items a check put into the plan (`revision` is the item's as the
 * check left it: a later one is a person's). Follow-ups of checks that did not happen, or that agreed on none, go.
 */
export const clinical07FollowUps: Migration = {
  name: 'clinical-07-follow-ups',
  sql: `
create table follow_up_done (
  check_id text not null references health_check (id), follow_up text not null, done_at text not null,
  done_by text not null references app_user (id), primary key (check_id, follow_up)
) strict;
create trigger follow_up_done_no_update before update on follow_up_done begin select raise(abort, 'append-only'); end;
create trigger follow_up_done_no_delete before delete on follow_up_done
when not exists (
  select 1 from erasure where confirmed_at is not null
  and client_id = (select client_id from health_check where id = old.check_id)
)
begin select raise(abort, 'append-only'); end;

create table check_plan_item (
  item_id text primary key references plan_item (id), check_id text not null references health_check (id),
  words text not null, revision integer not null
) strict;
create index check_plan_item_check on check_plan_item (check_id);

update health_check set follow_up = null where follow_up is not null and (
  state in ('cancelled', 'no_show') or coalesce((
    select json_extract(answers, '$.fields.followUpType') from health_check_version
    where check_id = health_check.id and health_check_version.version = health_check.version
  ), 'none') = 'none'
);
`,
}
