// The client's plan: own goals and the steps of the service path, each with its date and who takes care of it.
import { Button, Group, Stack, Text } from '@mantine/core'
import { useMemo, useState } from 'react'
import { Link } from 'wouter'
import { mayMove, PLAN_STATES, type PlanState } from '../../../domain/plans/plan.ts'
import { failureOf } from '../../api/call-api.ts'
import { useRead, useWrite } from '../../api/queries.ts'
import { useT } from '../../i18n/i18n.ts'
import { FailureAlert } from '../../ui/call-form.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { formatDate } from '../../ui/format.ts'
import { Panel } from '../../ui/page.tsx'
import { Empty, ReadView } from '../../ui/states.tsx'
import { Tag } from '../../ui/tag.tsx'
import type { ClientTabProps } from '../clients/tab-props.ts'
import { useSession } from '../session/session.tsx'
import { AddPath } from './add-path.tsx'
import { type PlanItem, PlanItemForm, type Writing } from './plan-item-form.tsx'
import { inOrder } from './plan-order.ts'

type Actions = { move: (item: PlanItem, to: PlanState) => void; edit: (item: PlanItem) => void }

const useColumns = ({ move, edit }: Actions): Column<PlanItem>[] => {
  const t = useT()
  const { today } = useSession().status
  return useMemo(
    () => [
      {
        id: 'due',
        header: t('plans:due'),
        value: (item) => item.dueDate,
        cell: (item) => (
          <Group gap="xs">
            {item.dueDate ? formatDate(item.dueDate) : t('ui:none')}
            {item.state === 'open' && item.dueDate !== null && item.dueDate < today ? (
              <Tag>{t('plans:overdue')}</Tag>
            ) : null}
          </Group>
        ),
      },
      {
        id: 'title',
        header: t('plans:item'),
        value: (item) => item.title,
        rowHeader: true,
        cell: (item) => (
          <>
            {item.title}
            {item.instructions ? (
              <Text size="xs" fw={400}>
                {item.instructions}
              </Text>
            ) : null}
            {item.contact ? (
              <Text size="xs" fw={400}>
                {item.contact}
              </Text>
            ) : null}
          </>
        ),
      },
      {
        id: 'who',
        header: t('plans:who'),
        value: (item) => t(`plans:responsible.${item.responsible}`),
      },
      { id: 'state', header: t('plans:state'), value: (item) => t(`plans:states.${item.state}`) },
      {
        id: 'actions',
        header: t('plans:actions'),
        value: () => null,
        sortable: false,
        actions: true,
        cell: (item) => (
          <Group gap={4} justify="flex-end">
            {PLAN_STATES.filter((to) => mayMove(item.state, to)).map((to) => (
              <Button
                key={to}
                variant="default"
                size="compact-xs"
                aria-label={`${t(`plans:move.${to}`)}: ${item.title}`}
                onClick={() => move(item, to)}
              >
                {t(`plans:move.${to}`)}
              </Button>
            ))}
            <Button
              variant="default"
              size="compact-xs"
              aria-label={`${t('ui:edit')}: ${item.title}`}
              onClick={() => edit(item)}
            >
              {t('ui:edit')}
            </Button>
          </Group>
        ),
      },
    ],
    [t, today, move, edit],
  )
}

const KINDS = ['goal', 'step'] as const

export const PlanTab = ({ client }: ClientTabProps) => {
  const t = useT()
  const query = useRead('plans.ofClient', { clientId: client.id })
  const [writing, setWriting] = useState<Writing | null>(null)
  const [path, setPath] = useState(false)
  const { mutate, error } = useWrite('plans.change', { refresh: ['plans.ofClient'] })
  const actions = useMemo<Actions>(
    () => ({
      move: ({ id, createdAt: _created, changedAt: _changed, ...item }, state) =>
        mutate({ ...item, clientId: client.id, itemId: id, state }),
      edit: (item) => setWriting({ item }),
    }),
    [mutate, client.id],
  )
  const columns = useColumns(actions)
  const buttons = {
    goal: null,
    step: (
      <Button variant="default" size="xs" onClick={() => setPath(true)}>
        {t('plans:addPath')}
      </Button>
    ),
  }
  return (
    <Stack gap="md">
      <Group className="no-print">
        <Button variant="default" component={Link} to={`/clients/${client.id}/plan/print`}>
          {t('plans:forClient')}
        </Button>
      </Group>
      <FailureAlert failure={error ? failureOf(error) : null} />
      <ReadView query={query}>
        {(items) =>
          KINDS.map((kind) => {
            const rows = inOrder(items, kind)
            return (
              <Panel
                key={kind}
                title={t(`plans:kinds.${kind}`)}
                actions={
                  <Group gap="xs">
                    {buttons[kind]}
                    <Button size="xs" onClick={() => setWriting({ kind })}>
                      {t(`plans:add.${kind}`)}
                    </Button>
                  </Group>
                }
              >
                {rows.length === 0 ? (
                  <Empty title={t(`plans:none.${kind}`)} help={t(`plans:noneHelp.${kind}`)} />
                ) : (
                  <DataTable
                    caption={t(`plans:kinds.${kind}`)}
                    rows={rows}
                    columns={columns}
                    rowKey={(item) => item.id}
                  />
                )}
              </Panel>
            )
          })
        }
      </ReadView>
      {writing ? (
        <PlanItemForm clientId={client.id} writing={writing} close={() => setWriting(null)} />
      ) : null}
      {path ? <AddPath clientId={client.id} close={() => setPath(false)} /> : null}
    </Stack>
  )
}
