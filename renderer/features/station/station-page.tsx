// Where the administrator starts: what needs attention at this station, each with the way to it.
import { Stack, Text } from '@mantine/core'
import { useRead } from '../../api/queries.ts'
import { useT } from '../../i18n/i18n.ts'
import { formatMoment, formatNumber } from '../../ui/format.ts'
import { AppLink, Facts, Page, Panel } from '../../ui/page.tsx'
import { ReadView } from '../../ui/states.tsx'
import { useMay, useSession } from '../session/session.tsx'
import { UnapprovedPanel } from './unapproved-panel.tsx'

/** A day and a night may pass without anyone signing in; two should not go unnoticed. */
const LATE_MS = 2 * 86_400_000

const Users = () => {
  const t = useT()
  const users = useRead('users.list', {})
  return (
    <Panel title={t('station:users')} actions={<AppLink to="/users">{t('station:toUsers')}</AppLink>}>
      <ReadView query={users}>
        {(rows) => {
          const active = rows.filter((user) => user.active)
          const administrators = active.filter(({ role }) => role === 'administrator').length
          return (
            <>
              <Facts
                facts={[
                  { label: t('station:active'), value: active.length },
                  { label: t('station:administrators'), value: administrators },
                  { label: t('station:inactive'), value: rows.length - active.length },
                ]}
              />
              {administrators < 2 ? (
                <Text size="sm" mt="xs">
                  {t('station:oneAdministrator')}
                </Text>
              ) : null}
            </>
          )
        }}
      </ReadView>
    </Panel>
  )
}

const Backups = () => {
  const t = useT()
  const backups = useRead('backup.status', {})
  return (
    <Panel title={t('station:backups')} actions={<AppLink to="/backup">{t('station:toBackups')}</AppLink>}>
      <ReadView query={backups}>
        {({ kept }) => {
          const newest = kept
            .map(({ at }) => at)
            .sort()
            .at(-1)
          const late = newest !== undefined && Date.now() - Date.parse(newest) > LATE_MS
          return (
            <>
              <Facts
                facts={[
                  {
                    label: t('station:newestBackup'),
                    value: newest ? formatMoment(newest) : t('station:noBackup'),
                  },
                  { label: t('station:backupsKept'), value: kept.length },
                ]}
              />
              {late ? (
                <Text size="sm" mt="xs">
                  {t('station:backupLate')}
                </Text>
              ) : null}
            </>
          )
        }}
      </ReadView>
    </Panel>
  )
}

const Log = () => {
  const t = useT()
  const newest = useRead('audit.list', { before: null, limit: 1 })
  return (
    <Panel title={t('station:log')} actions={<AppLink to="/log">{t('station:toLog')}</AppLink>}>
      <ReadView query={newest}>
        {([event]) => (
          <Facts
            facts={[
              { label: t('station:events'), value: formatNumber(event?.seq ?? 0) },
              { label: t('station:newestEvent'), value: event ? formatMoment(event.at) : t('ui:none') },
            ]}
          />
        )}
      </ReadView>
    </Panel>
  )
}

const StationPage = () => {
  const t = useT()
  const may = useMay()
  const { status } = useSession()
  return (
    <Page title={t('station:title')} intro={status.stationName}>
      <Stack gap="sm">
        <Users />
        <Backups />
        <Log />
        {may('rules.earlyRisk') ? <UnapprovedPanel /> : null}
      </Stack>
    </Page>
  )
}

export default StationPage
