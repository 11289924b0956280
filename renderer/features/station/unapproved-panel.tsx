// Clinical contents that nobody has approved yet.
import { List, Text } from '@mantine/core'
import { useRead } from '../../api/queries.ts'
import { useT } from '../../i18n/i18n.ts'
import { AppLink, Panel } from '../../ui/page.tsx'
import { Loading } from '../../ui/states.tsx'

const waiting = (rows: readonly { approved: boolean }[]): number =>
  rows.filter(({ approved }) => !approved).length

export const UnapprovedPanel = () => {
  const t = useT()
  const earlyRisk = useRead('rules.earlyRisk', {}).data
  const advice = useRead('rules.closingAdvice', {}).data
  const services = useRead('services.list', {}).data
  const paths = useRead('plans.templates', {}).data
  if (!earlyRisk || !advice || !services || !paths) return <Loading />
  const rows = [
    { to: '/rules', text: t('rules:earlyRisk.title'), count: waiting([earlyRisk.settings]) },
    { to: '/rules', text: t('rules:advice.title'), count: waiting([advice.advice]) },
    { to: '/services', text: t('services:title'), count: waiting(services.services) },
    { to: '/paths', text: t('plans:templates.title'), count: waiting(paths.templates) },
  ].filter(({ count }) => count > 0)
  return (
    <Panel title={t('station:unapproved')}>
      {rows.length === 0 ? (
        <Text size="sm">{t('station:allApproved')}</Text>
      ) : (
        <List size="sm">
          {rows.map(({ to, text, count }) => (
            <List.Item key={text}>
              <AppLink to={to} underline="always">
                {text}
              </AppLink>
              : {t('station:waiting', { count })}
            </List.Item>
          ))}
        </List>
      )}
    </Panel>
  )
}
