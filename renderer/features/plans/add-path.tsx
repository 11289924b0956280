// Adding the steps of a service path: a template is chosen, its steps are seen with their dates, then added.
import { Button, Group, Modal, Select, Stack, Table, Text } from '@mantine/core'
import { useState } from 'react'
import type { Output } from '../../../domain/contract/table.ts'
import { itemsOfTemplate } from '../../../domain/plans/plan.ts'
import { failureOf } from '../../api/call-api.ts'
import { useRead, useWrite } from '../../api/queries.ts'
import { useT } from '../../i18n/i18n.ts'
import { FailureAlert } from '../../ui/call-form.tsx'
import { formatDate } from '../../ui/format.ts'
import { showNotice } from '../../ui/notices.tsx'
import { Empty, ReadView } from '../../ui/states.tsx'
import { Tag } from '../../ui/tag.tsx'
import { useSession } from '../session/session.tsx'

type Props = { clientId: string; close: () => void }
type Template = Output<'plans.templates'>['templates'][number]

const Preview = ({ template, today }: { template: Template; today: string }) => {
  const t = useT()
  return (
    <Stack gap="xs">
      {template.approved ? null : (
        <Group gap="xs">
          <Tag>{t('ui:unapproved')}</Tag>
          <Text size="sm">{t('plans:unapprovedHelp')}</Text>
        </Group>
      )}
      <Table aria-label={template.name}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('plans:due')}</Table.Th>
            <Table.Th>{t('plans:item')}</Table.Th>
            <Table.Th>{t('plans:who')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {itemsOfTemplate(template, today).map((item, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: steps of a template have no id and do not move here
            <Table.Tr key={at}>
              <Table.Td>{item.dueDate ? formatDate(item.dueDate) : t('ui:none')}</Table.Td>
              <Table.Th scope="row" fw={500}>
                {item.title}
              </Table.Th>
              <Table.Td>{t(`plans:responsible.${item.responsible}`)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Stack>
  )
}

const Chooser = ({ clientId, templates, close }: Props & { templates: Template[] }) => {
  const t = useT()
  const { today } = useSession().status
  const [chosen, setChosen] = useState<string | null>(null)
  const template = templates.find(({ id }) => id === chosen)
  const add = useWrite('plans.add', {
    refresh: ['plans.ofClient'],
    onDone: ({ ids }) => {
      showNotice(t('plans:pathAdded', { count: ids.length }))
      close()
    },
  })
  return (
    <Stack gap="md">
      <FailureAlert failure={add.error ? failureOf(add.error) : null} />
      <Select
        label={t('plans:template')}
        data={templates.map(({ id, name }) => ({ value: id, label: name }))}
        value={chosen}
        onChange={setChosen}
        allowDeselect={false}
        // The templates come after the dialog has opened.
        autoFocus
        data-autofocus
        comboboxProps={{ transitionProps: { duration: 0 } }}
      />
      {template ? <Preview template={template} today={today} /> : null}
      <Group justify="flex-end">
        <Button variant="default" onClick={close}>
          {t('ui:cancel')}
        </Button>
        <Button
          disabled={!template}
          loading={add.isPending}
          onClick={() => add.mutate({ clientId, items: itemsOfTemplate(template!, today) })}
        >
          {t('plans:addPath')}
        </Button>
      </Group>
    </Stack>
  )
}

export const AddPath = ({ clientId, close }: Props) => {
  const t = useT()
  const query = useRead('plans.templates', {})
  return (
    <Modal
      opened
      onClose={close}
      size="xl"
      title={t('plans:addPath')}
      closeButtonProps={{ 'aria-label': t('ui:close') }}
    >
      <ReadView query={query}>
        {({ templates }) =>
          templates.length === 0 ? (
            <Empty title={t('plans:noTemplates')} help={t('plans:noTemplatesHelp')} />
          ) : (
            <Chooser clientId={clientId} templates={templates} close={close} />
          )
        }
      </ReadView>
    </Modal>
  )
}
