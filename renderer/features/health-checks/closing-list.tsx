// Everything that still stands in the way of signing, each a link to its place. The server's refusals look the same.
import { Alert, Group, Stack, Text } from '@mantine/core'
import type { FieldProblem } from '../../../domain/contract/errors.ts'
import type { ClosingProblem } from '../../../domain/health-checks/closing.ts'
import { RED_FLAGS } from '../../../domain/health-checks/red-flags.ts'
import { FIELDS, sectionOfField, sectionOfInstrument } from '../../../domain/health-checks/sections.ts'
import { useT } from '../../i18n/i18n.ts'
import classes from './check.module.css'
import { type CheckText, useCheckText } from './check-text.ts'

export type PlacedProblem = {
  section: string
  /** As `data-place` on the screen. */
  place: string
  label: string
  code: string
  params?: Record<string, string | number>
}

/** `fields.bpReadings.0.sys` → label of the field, with the row's number and column. */
const labelOf = (place: string, text: CheckText): string => {
  const [kind, key, row, column] = place.split('.') as [string, string, string?, string?]
  if (kind === 'sections') return text(`section.${key}`)
  if (kind === 'flags') return text(`flag.${key}`)
  if (kind === 'instruments') return text(`instrument.${key}`)
  const own = text(`field.${key}`).split(' (')[0]!
  return row === undefined
    ? own
    : `${own} ${Number(row) + 1}${column ? `: ${text(`column.${key}.${column}`)}` : ''}`
}

const sectionOf = (place: string): string => {
  const [kind, key] = place.split('.') as [string, string]
  if (kind === 'sections') return key
  if (kind === 'flags') return RED_FLAGS.find(({ id }) => id === key)?.section ?? ''
  return (kind === 'instruments' ? sectionOfInstrument(key) : sectionOfField(key))?.id ?? ''
}

/** Problems found here. */
export const placedHere = (problem: ClosingProblem, text: CheckText): PlacedProblem => {
  const place = /^(flags|instruments|sections)\./.test(problem.field)
    ? problem.field
    : `fields.${problem.field}`
  return {
    section: problem.section,
    place,
    label: labelOf(place, text),
    code: problem.code,
    params: problem.params,
  }
}

/** Problems that the server has found. */
export const placedThere = ({ path, code, params }: FieldProblem, text: CheckText): PlacedProblem => {
  const place = path.replace(/^answers\./, '')
  return { section: sectionOf(place), place, label: labelOf(place, text), code, params }
}

/** Text in a box that is no value: it would not be signed. */
export const placedTyped = (path: string, text: CheckText): PlacedProblem => {
  const place = path.startsWith('instruments.') ? path : `fields.${path}`
  const key = place.split('.')[1]!
  return {
    section: sectionOf(FIELDS.has(key) ? `fields.${key}` : place),
    place,
    label: labelOf(place, text),
    code: 'refused-value',
  }
}

type Props = { problems: readonly PlacedProblem[]; go: (section: string, place: string) => void }

export const ClosingList = ({ problems, go }: Props) => {
  const t = useT()
  const text = useCheckText()
  if (problems.length === 0)
    return (
      <Alert
        color="green"
        variant="outline"
        role="status"
        title={t('checkScreen:sign.ready')}
        data-closable
      />
    )
  const sections = [...new Set(problems.map(({ section }) => section))]
  return (
    <Alert
      color="red"
      variant="outline"
      role="status"
      title={t('checkScreen:sign.problems', { count: problems.length })}
    >
      <Stack gap="xs">
        {sections.map((section) => (
          <div key={section}>
            <Text size="sm" fw={600}>
              {text(`section.${section}`)}
            </Text>
            {problems
              .filter((problem) => problem.section === section)
              .map(({ place, label, code, params }) => (
                <Group key={`${place} ${code}`} gap="xs" wrap="nowrap" align="baseline">
                  <button type="button" className={classes.link} data-stop onClick={() => go(section, place)}>
                    {label}
                  </button>
                  <Text size="sm" component="span">
                    {text(`closing.${code}`, params)}
                  </Text>
                </Group>
              ))}
          </div>
        ))}
      </Stack>
    </Alert>
  )
}
