import { appendOnly } from './append-only.ts'
import { leftOutBefore } from './left-out.ts'
import type { Migration } from './migration.ts'

/** The names of the columns that were answered with yes, as a JSON list. */
const answered = (...columns: string[]): string =>
  `(select json_group_array(code) from (${columns
    .map((column) => `select '${column}' as code where p.${column} = 'yes'`)
    .join(' union all ')}))`

/**
 * Education, background and results are released too, frozen with the person like the other classes. Whoever was counted
 * before is given what the entry says now. Nobody counted has been erased yet (the years of the retention rule are longer
 * than the project): the default stands for nobody. Zeros may be hidden now, and then stand in the cell map.
 */
export const clinical10ReleaseClasses: Migration = {
  name: 'clinical-10-release-classes',
  sql: `
create table release_cell_new (
  release_id text not null references release (id), cell text not null, count integer not null check (count >= 0),
  state text not null check (state in ('shown', 'primary', 'secondary')), check (count > 0 or state <> 'shown'),
  primary key (release_id, cell)
) strict, without rowid;
insert into release_cell_new select release_id, cell, count, state from release_cell;
drop table release_cell;
alter table release_cell_new rename to release_cell;
${appendOnly('release_cell')}

create table release_person_new (
  release_id text not null references release (id),
  kind text not null check (kind in ('participant', 'check', 'referral', 'result')),
  client_id text not null, area text not null, sex text not null, age_band text not null, labour_status text not null,
  education text not null, background text not null check (json_valid(background)),
  special text not null check (json_valid(special)), result text not null check (json_valid(result)),
  primary key (kind, client_id, release_id)
) strict, without rowid;
insert into release_person_new
select r.release_id, r.kind, r.client_id, r.area, r.sex, r.age_band, r.labour_status, coalesce(p.education, 'isced3-4'),
  ${answered('third_country', 'foreign_background', 'housing_exclusion', 'rural')},
  ${answered('disability', 'minority')}, '[]'
from release_person r left join participation p on p.client_id = r.client_id;
drop table release_person;
alter table release_person_new rename to release_person;
create unique index release_person_once on release_person (client_id) where kind = 'participant';
create unique index release_person_result_once on release_person (client_id) where kind = 'result';
create index release_person_release on release_person (release_id, kind);
${appendOnly('release_person')}
${leftOutBefore('release')}
`,
}
