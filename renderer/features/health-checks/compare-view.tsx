// Two versions of a check side by side, the differences marked.
import { Group, Select, Stack, Table, Text } from '@mantine/core'
import { useState } from 'react'
import type {
  CheckAnswers,
  FlagAnswer,
  InstrumentAnswers,
  SectionAnswers,
} from '../../../domain/health-checks/answers.ts'
import { compareAnswers, type Difference } from '../../../domain/health-checks/compare.ts'
import { FIELDS } from '../../../domain/health-checks/sections.ts'
import { useT } from '../../i18n/i18n.ts'
import { formatMoment } from '../../ui/format.ts'
import { Empty } from '../../ui/states.tsx'
import { fieldText, instrumentText, sectionNotes } from './answer-text.ts'
import classes from './check.module.css'
import { type CheckText, useCheckText } from './check-text.ts'
import type { Version } from './versions.ts'

const shown = ({ kind, key }: Difference, value: unknown, text: CheckText): string => {
  switch (kind) {
    case 'field':
      return fieldText(FIELDS.get(key)!, value, text)
    case 'instrument':
      return instrumentText(value as InstrumentAnswers | null, text)
    case 'notes':
      return sectionNotes(value as SectionAnswers | null, text)
    case 'flag': {
      const flag = value as FlagAnswer | null
      return flag ? [text(`flagAction.${flag.action}`), flag.note].filter(Boolean).join(': ') : ''
    }
  }
}

const labelOf = ({ kind, key }: Difference, text: CheckText): string =>
  kind === 'notes' ? text('recordText.notes') : text(`${kind === 'field' ? 'field' : kind}.${key}`)

type Props = { differences: readonly Difference[]; before: string; after: string }

export const DifferenceTable = ({ differences, before, after }: Props) => {
  const t = useT()
  const text = useCheckText()
  if (differences.length === 0) return <Empty title={t('checkScreen:compare.same')} />
  return (
    <Table aria-label={t('checkScreen:compare.title')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('checkScreen:compare.place')}</Table.Th>
          <Table.Th>{before}</Table.Th>
          <Table.Th>{after}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {differences.map((difference) => (
          <Table.Tr key={`${difference.kind}.${difference.key}`}>
            <Table.Th scope="row" fw={500}>
              {labelOf(difference, text)}
              {difference.section ? (
                <Text size="xs" c="dimmed" component="div" fw={400}>
                  {text(`section.${difference.section}`)}
                </Text>
              ) : null}
            </Table.Th>
            <Table.Td className={classes.lines}>
              <del>{shown(difference, difference.before, text) || t('ui:none')}</del>
            </Table.Td>
            <Table.Td className={classes.lines}>
              <ins>{shown(difference, difference.after, text) || t('ui:none')}</ins>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}

export const CompareVersions = ({ versions }: { versions: readonly Version[] }) => {
  const t = useT()
  const newest = versions.at(-1)!.version
  const [left, setLeft] = useState(String(newest - 1))
  const [right, setRight] = useState(String(newest))
  const choices = versions.map(({ version, signedAt }) => ({
    value: String(version),
    label: t('checkScreen:version.name', { version, time: formatMoment(signedAt) }),
  }))
  const answersOf = (version: string) =>
    versions.find((one) => String(one.version) === version)!.answers as unknown as CheckAnswers
  const choose = (label: string, value: string, set: (value: string) => void) => (
    <Select
      label={label}
      data={choices}
      value={value}
      allowDeselect={false}
      onChange={(next) => (next ? set(next) : undefined)}
      w="18rem"
      comboboxProps={{ transitionProps: { duration: 0 } }}
    />
  )
  return (
    <Stack gap="sm">
      <Group className="no-print">
        {choose(t('checkScreen:compare.before'), left, setLeft)}
        {choose(t('checkScreen:compare.after'), right, setRight)}
      </Group>
      <DifferenceTable
        differences={compareAnswers(answersOf(left), answersOf(right))}
        before={t('checkScreen:version.short', { version: left })}
        after={t('checkScreen:version.short', { version: right })}
      />
    </Stack>
  )
}
