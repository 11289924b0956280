// The client's way so far: how measures have changed, and what has been done.
import { Stack } from '@mantine/core'
import { useMemo } from 'react'
import { useRead } from '../../api/queries.ts'
import { ReadView } from '../../ui/states.tsx'
import type { ClientTabProps } from '../clients/tab-props.ts'
import { LeftOutNote } from '../health-checks/left-out-note.tsx'
import { EventList } from './event-list.tsx'
import { eventsOf } from './events.ts'
import { TrendsView } from './trends-view.tsx'

export const TimelineTab = ({ client }: ClientTabProps) => {
  const clientId = client.id
  const checks = useRead('checks.ofClient', { clientId })
  const referrals = useRead('referrals.ofClient', { clientId })
  const plan = useRead('plans.ofClient', { clientId })
  const events = useMemo(
    () =>
      checks.data && referrals.data && plan.data
        ? eventsOf({ client, checks: checks.data, referrals: referrals.data, plan: plan.data })
        : [],
    [client, checks.data, referrals.data, plan.data],
  )
  return (
    <ReadView query={checks}>
      {(ofClient) => (
        <ReadView query={referrals}>
          {() => (
            <ReadView query={plan}>
              {() => (
                <Stack gap="md">
                  {ofClient.length > 0 ? <LeftOutNote /> : null}
                  <TrendsView client={client} checks={ofClient} />
                  <EventList events={events} />
                </Stack>
              )}
            </ReadView>
          )}
        </ReadView>
      )}
    </ReadView>
  )
}
