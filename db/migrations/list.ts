// The ordered steps of each workplace. The office never gets a client table.
import { clinical01 } from './clinical-01.ts'
import { clinical02 } from './clinical-02.ts'
import { clinical03Releases } from './clinical-03-releases.ts'
import { clinical04Coarser } from './clinical-04-coarser.ts'
import { clinical05StationData } from './clinical-05-station-data.ts'
import { clinical06ParticipationVersions } from './clinical-06-participation-versions.ts'
import { clinical07FollowUps } from './clinical-07-follow-ups.ts'
import { clinical08ErasureOnly } from './clinical-08-erasure-only.ts'
import { clinical09ExitRestUnknown } from './clinical-09-exit-rest-unknown.ts'
import { clinical10ReleaseClasses } from './clinical-10-release-classes.ts'
import { common01 } from './common-01.ts'
import { common02KeyBoxes } from './common-02-key-boxes.ts'
import type { Migration } from './migration.ts'
import { office01 } from './office-01.ts'
import { office02Coarser } from './office-02-coarser.ts'
import { office03LeftOut } from './office-03-left-out.ts'

export const MIGRATIONS: Record<'clinical' | 'office', readonly Migration[]> = {
  clinical: [
    common01,
    clinical01,
    clinical02,
    clinical03Releases,
    clinical04Coarser,
    clinical05StationData,
    clinical06ParticipationVersions,
    clinical07FollowUps,
    common02KeyBoxes,
    clinical08ErasureOnly,
    clinical09ExitRestUnknown,
    clinical10ReleaseClasses,
  ],
  office: [common01, office01, office02Coarser, common02KeyBoxes, office03LeftOut],
}
