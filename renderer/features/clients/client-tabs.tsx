// The tabs of a client's page. A topic adds its own row; who may not make the call does not see the tab.
import type { ComponentType } from 'react'
import type { CallName } from '../../../domain/contract/table.ts'
import type { T } from '../../i18n/i18n.ts'
import { DataRequestTab } from '../data-request/data-request-tab.tsx'
import { ChecksTab } from '../health-checks/checks-tab.tsx'
import { PlanTab } from '../plans/plan-tab.tsx'
import { ReferralsTab } from '../referrals/referrals-tab.tsx'
import { TimelineTab } from '../timeline/timeline-tab.tsx'
import { ConsentsTab } from './consents-tab.tsx'
import { LogTab } from './log-tab.tsx'
import { OverviewTab } from './overview-tab.tsx'
import { ProjectTab } from './project-tab.tsx'
import type { ClientTabProps } from './tab-props.ts'

export type ClientTab = {
  /** Last part of the address: /clients/<id>/<tab id>. */
  id: string
  label: (t: T) => string
  needs: CallName
  view: ComponentType<ClientTabProps>
}

/** The first one is shown when the address names none. */
export const CLIENT_TABS: readonly ClientTab[] = [
  { id: 'overview', label: (t) => t('clients:page.overview'), needs: 'clients.open', view: OverviewTab },
  { id: 'checks', label: (t) => t('checkScreen:heading'), needs: 'checks.ofClient', view: ChecksTab },
  { id: 'timeline', label: (t) => t('timeline:tab'), needs: 'checks.ofClient', view: TimelineTab },
  { id: 'project', label: (t) => t('clients:page.project'), needs: 'clients.open', view: ProjectTab },
  {
    id: 'referrals',
    label: (t) => t('referrals:tab'),
    needs: 'referrals.ofClient',
    view: ReferralsTab,
  },
  { id: 'plan', label: (t) => t('plans:tab'), needs: 'plans.ofClient', view: PlanTab },
  { id: 'consents', label: (t) => t('clients:page.consents'), needs: 'clients.open', view: ConsentsTab },
  { id: 'data', label: (t) => t('dataRequest:tab'), needs: 'dataRequest.show', view: DataRequestTab },
  { id: 'log', label: (t) => t('clients:page.log'), needs: 'audit.ofClient', view: LogTab },
]
