// The answers of a check to be read: by section, only what was answered. Sensitive answers can be left out.
import { Table, Text, Title } from '@mantine/core'
import type { CheckAnswers } from '../../../domain/health-checks/answers.ts'
import { bandMarks } from '../../../domain/health-checks/band-marks.ts'
import { instrumentVisible, visible } from '../../../domain/health-checks/conditions.ts'
import type { CheckContext } from '../../../domain/health-checks/facts.ts'
import { openValue, type Section, type Sensitivity } from '../../../domain/health-checks/fields.ts'
import { raisedFlags } from '../../../domain/health-checks/red-flags.ts'
import { SECTIONS, sensitivityOf } from '../../../domain/health-checks/sections.ts'
import { INSTRUMENTS } from '../../../domain/instruments/registry.ts'
import { useT } from '../../i18n/i18n.ts'
import { fieldText, isAnswered, scoreText, sectionNotes } from './answer-text.ts'
import classes from './check.module.css'
import { type CheckText, useCheckText } from './check-text.ts'
import { derivedLine } from './derived-note.tsx'

type Line = { key: string; label: string; value: string; locates?: true | undefined }

const linesOf = (
  section: Section,
  answers: CheckAnswers,
  context: CheckContext,
  text: CheckText,
  derived: (key: string) => string | null,
  include: readonly Sensitivity[],
): Line[] => {
  const open = (kind: Sensitivity | undefined) => kind === undefined || include.includes(kind)
  const fields = section.fields
    .filter((field) => open(sensitivityOf(field)) && visible(field, answers, context))
    .flatMap((field): Line[] => {
      const told = openValue(field, answers.fields[field.key], open)
      if (!isAnswered(told)) return []
      const note = derived(field.key)
      const value = fieldText(field, told, text)
      return [
        {
          key: field.key,
          label: text(`field.${field.key}`),
          value: note ? `${value}\n${note}` : value,
          locates: field.locates,
        },
      ]
    })
  const scores = section.instruments
    .filter(({ id }) => open(INSTRUMENTS.get(id)!.sensitive ?? section.sensitive))
    .filter((row) => instrumentVisible(row, answers, context))
    .map(
      ({ id }): Line => ({
        key: id,
        label: text(`instrument.${id}`),
        value: scoreText(id, answers, context, text),
      }),
    )
    .filter(({ value }) => value !== '')
  const flags = raisedFlags(answers, context)
    .filter(({ id, section: at }) => at === section.id && answers.flags[id])
    .filter(({ id }) => open(id === 'peth_heavy_use' ? 'substances' : section.sensitive))
    .map(({ id }): Line => {
      const flag = answers.flags[id]!
      return {
        key: `flag.${id}`,
        label: text(`flag.${id}`),
        value: [text(`flagAction.${flag.action}`), flag.note.trim()].filter((part) => part !== '').join('\n'),
      }
    })
  const notes = open(section.sensitive) ? sectionNotes(answers.sections[section.id], text) : ''
  return [
    ...fields,
    ...scores,
    ...flags,
    ...(notes ? [{ key: 'notes', label: text('recordText.notes'), value: notes }] : []),
  ]
}

/** What the classes on a paper are worth, once at its end. */
export const BandNotes = ({ notes }: { notes: readonly string[] }) =>
  notes.map((note) => (
    <Text key={note} size="sm">
      {note}
    </Text>
  ))

type Props = {
  answers: CheckAnswers
  context: CheckContext
  /** Kinds of sensitive answers to show. */
  include: readonly Sensitivity[]
  /** What becomes of where a client with a protected address lives and is reached; shown when there is no need. */
  location?: 'shown' | 'screenOnly' | 'leftOut'
}

export const AnswersView = ({ answers, context, include, location = 'shown' }: Props) => {
  const t = useT()
  const { text, notes } = bandMarks(useCheckText())
  const shown = SECTIONS.map((section) => ({
    id: section.id,
    lines: linesOf(
      section,
      answers,
      context,
      text,
      (key) => derivedLine(key, answers, context, text, t),
      include,
    ).filter(({ locates }) => !(locates && location === 'leftOut')),
  })).filter(({ lines }) => lines.length > 0)
  return (
    <>
      {shown.map(({ id, lines }) => (
        <section key={id} className={classes.read} aria-label={text(`section.${id}`)}>
          <Title order={3}>{text(`section.${id}`)}</Title>
          <Table verticalSpacing={3} withRowBorders={false} aria-label={text(`section.${id}`)}>
            <Table.Tbody>
              {lines.map((line) => (
                <Table.Tr
                  key={line.key}
                  className={line.locates && location === 'screenOnly' ? 'no-print' : undefined}
                >
                  <Table.Th scope="row" fw={400} className={classes.readLabel}>
                    {line.label}
                  </Table.Th>
                  <Table.Td className={classes.lines}>{line.value}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </section>
      ))}
      <BandNotes notes={notes()} />
    </>
  )
}
