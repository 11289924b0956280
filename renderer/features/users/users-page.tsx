// The administrator's users: add, give a new password, take out of use.
import { Button, Group, Modal, Stack } from '@mantine/core'
import { useCallback, useMemo, useState } from 'react'
import type { Output } from '../../../domain/contract/table.ts'
import { failureOf } from '../../api/call-api.ts'
import { useRead, useWrite } from '../../api/queries.ts'
import { type T, useT } from '../../i18n/i18n.ts'
import { FailureAlert } from '../../ui/call-form.tsx'
import { ConfirmButton } from '../../ui/confirm.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { formatMoment } from '../../ui/format.ts'
import { showNotice } from '../../ui/notices.tsx'
import { Page, Panel } from '../../ui/page.tsx'
import { Empty, ReadView } from '../../ui/states.tsx'
import { AddUserForm } from './add-user-form.tsx'
import { ResetPasswordForm } from './reset-password-form.tsx'

type User = Output<'users.list'>[number]

const columnsOf = (t: T, reset: (user: User) => void, deactivate: (user: User) => void): Column<User>[] => [
  { id: 'name', header: t('users:name'), value: (user) => user.displayName, rowHeader: true },
  { id: 'username', header: t('users:username'), value: (user) => user.username },
  { id: 'role', header: t('users:role'), value: (user) => t(`app:role.${user.role}`) },
  {
    id: 'state',
    header: t('users:state'),
    value: (user) => (user.active ? t('users:active') : t('users:inactive')),
  },
  {
    id: 'created',
    header: t('users:created'),
    value: (user) => user.createdAt,
    cell: (user) => formatMoment(user.createdAt),
  },
  {
    id: 'actions',
    header: t('users:actions'),
    value: () => null,
    sortable: false,
    actions: true,
    cell: (user) =>
      user.active ? (
        <Group gap="xs">
          <Button
            variant="default"
            size="compact-xs"
            aria-label={`${t('users:resetPassword')}: ${user.displayName}`}
            onClick={() => reset(user)}
          >
            {t('users:resetPassword')}
          </Button>
          <ConfirmButton
            label={t('users:deactivate')}
            name={`${t('users:deactivate')}: ${user.displayName}`}
            question={t('users:deactivateConfirm', { name: user.displayName })}
            size="compact-xs"
            danger
            onConfirm={() => deactivate(user)}
          />
        </Group>
      ) : null,
  },
]

const UsersPage = () => {
  const t = useT()
  const users = useRead('users.list', {})
  const [adding, setAdding] = useState(false)
  const [resetting, setResetting] = useState<User | null>(null)
  const { mutate, error } = useWrite('users.deactivate', { refresh: ['users.list'] })
  const deactivate = useCallback(
    (user: User) =>
      mutate(
        { id: user.id },
        { onSuccess: () => showNotice(t('users:deactivated', { name: user.displayName })) },
      ),
    [mutate, t],
  )
  const columns = useMemo(() => columnsOf(t, setResetting, deactivate), [t, deactivate])
  const close = { 'aria-label': t('ui:close') }
  return (
    <Page
      title={t('users:title')}
      intro={t('users:intro')}
      actions={<Button onClick={() => setAdding(true)}>{t('users:add')}</Button>}
    >
      <Stack gap="sm">
        <FailureAlert failure={error ? failureOf(error) : null} />
        <Panel>
          <ReadView query={users} empty={<Empty title={t('users:empty')} />}>
            {(rows) => (
              <DataTable
                caption={t('users:title')}
                rows={rows}
                columns={columns}
                rowKey={(user) => user.id}
                sortBy={{ id: 'name' }}
              />
            )}
          </ReadView>
        </Panel>
      </Stack>
      <Modal opened={adding} onClose={() => setAdding(false)} title={t('users:add')} closeButtonProps={close}>
        <AddUserForm onDone={() => setAdding(false)} />
      </Modal>
      <Modal
        opened={resetting !== null}
        onClose={() => setResetting(null)}
        title={t('users:resetPasswordOf', { name: resetting?.displayName ?? '' })}
        closeButtonProps={close}
      >
        {resetting ? <ResetPasswordForm user={resetting} onDone={() => setResetting(null)} /> : null}
      </Modal>
    </Page>
  )
}

export default UsersPage
