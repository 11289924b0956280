// Every view of the app: its path, who may see it (by the call it cannot do without) and its place in the menu.
import { type ComponentType, type LazyExoticComponent, lazy } from 'react'
import type { CallName } from '../../domain/contract/table.ts'
import type { fi } from '../i18n/locales/fi.ts'
import type { ViewProps } from './view.ts'

type NavLabel = `app:nav.${keyof (typeof fi)['app']['nav']}`

export type AppRoute = {
  path: string
  /** The call that decides who sees the view: role and workplace. */
  needs: CallName
  view: LazyExoticComponent<ComponentType<ViewProps>>
  /** In the menu and in the command palette, in the order of this list. */
  nav?: { label: NavLabel }
}

/** The first one with `nav` that a person may see is where they start. */
export const ROUTES: readonly AppRoute[] = [
  {
    path: '/station',
    needs: 'users.list',
    nav: { label: 'app:nav.station' },
    view: lazy(() => import('../features/station/station-page.tsx')),
  },
  {
    path: '/worklist',
    needs: 'worklist.show',
    nav: { label: 'app:nav.worklist' },
    view: lazy(() => import('../features/worklist/worklist-page.tsx')),
  },
  {
    path: '/clients',
    needs: 'clients.search',
    nav: { label: 'app:nav.clients' },
    view: lazy(() => import('../features/clients/client-list.tsx')),
  },
  {
    path: '/clients/new',
    needs: 'clients.register',
    nav: { label: 'app:nav.register' },
    view: lazy(() => import('../features/clients/register-client.tsx')),
  },
  {
    path: '/clients/:clientId/correct',
    needs: 'clients.correct',
    view: lazy(() => import('../features/clients/correct-client.tsx')),
  },
  {
    path: '/clients/:clientId/checks/paper',
    needs: 'checks.ofClient',
    view: lazy(() => import('../features/health-checks/paper-form.tsx')),
  },
  {
    path: '/checks/:checkId/form',
    needs: 'checks.saveDraft',
    view: lazy(() => import('../features/health-checks/client-form-page.tsx')),
  },
  {
    path: '/checks/:checkId/print/:what',
    needs: 'checks.open',
    view: lazy(() => import('../features/health-checks/print-page.tsx')),
  },
  {
    path: '/checks/:checkId/:section?',
    needs: 'checks.open',
    view: lazy(() => import('../features/health-checks/check-page.tsx')),
  },
  {
    path: '/clients/:clientId/plan/print',
    needs: 'plans.ofClient',
    view: lazy(() => import('../features/plans/plan-print.tsx')),
  },
  {
    path: '/clients/:clientId/data/print',
    needs: 'dataRequest.show',
    view: lazy(() => import('../features/data-request/data-request-page.tsx')),
  },
  {
    path: '/clients/:clientId/:tab?',
    needs: 'clients.open',
    view: lazy(() => import('../features/clients/client-page.tsx')),
  },
  {
    path: '/referrals/:referralId',
    needs: 'referrals.open',
    view: lazy(() => import('../features/referrals/referral-page.tsx')),
  },
  {
    path: '/indicators',
    needs: 'indicators.show',
    nav: { label: 'app:nav.indicators' },
    view: lazy(() => import('../features/office/indicators-page.tsx')),
  },
  {
    path: '/imports',
    needs: 'imports.list',
    nav: { label: 'app:nav.imports' },
    view: lazy(() => import('../features/office/imports-page.tsx')),
  },
  {
    path: '/releases',
    needs: 'aggregates.status',
    nav: { label: 'app:nav.releases' },
    view: lazy(() => import('../features/aggregates/releases-page.tsx')),
  },
  {
    path: '/ad-hoc',
    needs: 'aggregates.adHoc',
    nav: { label: 'app:nav.adHoc' },
    view: lazy(() => import('../features/aggregates/ad-hoc-page.tsx')),
  },
  {
    path: '/receivers',
    needs: 'receivers.save',
    nav: { label: 'app:nav.receivers' },
    view: lazy(() => import('../features/referrals/receivers-page.tsx')),
  },
  {
    path: '/paths',
    needs: 'plans.saveTemplate',
    nav: { label: 'app:nav.paths' },
    view: lazy(() => import('../features/plans/templates-page.tsx')),
  },
  {
    path: '/paths/:templateId',
    needs: 'plans.saveTemplate',
    view: lazy(() => import('../features/plans/template-editor.tsx')),
  },
  {
    path: '/services',
    needs: 'services.save',
    nav: { label: 'app:nav.services' },
    view: lazy(() => import('../features/services/services-page.tsx')),
  },
  {
    path: '/rules',
    needs: 'rules.saveEarlyRisk',
    nav: { label: 'app:nav.rules' },
    view: lazy(() => import('../features/clinical-rules/rules-page.tsx')),
  },
  {
    path: '/users',
    needs: 'users.list',
    nav: { label: 'app:nav.users' },
    view: lazy(() => import('../features/users/users-page.tsx')),
  },
  {
    path: '/retention',
    needs: 'retention.rule',
    nav: { label: 'app:nav.retention' },
    view: lazy(() => import('../features/retention/retention-page.tsx')),
  },
  {
    path: '/log',
    needs: 'audit.list',
    nav: { label: 'app:nav.audit' },
    view: lazy(() => import('../features/audit/audit-page.tsx')),
  },
  {
    path: '/backup',
    needs: 'backup.status',
    nav: { label: 'app:nav.backup' },
    view: lazy(() => import('../features/backup/backup-page.tsx')),
  },
  {
    path: '/password',
    needs: 'users.changeOwnPassword',
    view: lazy(() => import('../features/users/own-password.tsx')),
  },
]
