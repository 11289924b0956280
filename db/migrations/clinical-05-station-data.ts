import type { Migration } from './migration.ts'

/** What the station keeps itself (directories, templates, limits): every saving is a version that stays. */
export const clinical05StationData: Migration = {
  name: 'clinical-05-station-data',
  sql: `
create table station_data (
  name text not null, version integer not null check (version > 0), value text not null check (json_valid(value)),
  saved_at text not null, saved_by text not null references app_user (id), primary key (name, version)
) strict, without rowid;
create trigger station_data_no_update before update on station_data begin select raise(abort, 'append-only'); end;
create trigger station_data_no_delete before delete on station_data begin select raise(abort, 'append-only'); end;
create trigger station_data_in_order before insert on station_data
when new.version <> coalesce((select max(version) from station_data where name = new.name), 0) + 1
begin select raise(abort, 'out of order'); end;

insert into station_data
select case key when 'referralReceivers' then 'receivers' else key end, 1, value, changed_at, changed_by
from setting where key in ('referralReceivers', 'pathTemplates');
delete from setting where key in ('referralReceivers', 'pathTemplates');
`,
}
