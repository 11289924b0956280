// The check as plain text under the headings of the patient record; sensitive answers stay out by default.
import { isEmpty } from '../contract/empty.ts'
import { INSTRUMENTS } from '../instruments/registry.ts'
import type { CheckAnswers } from './answers.ts'
import { bandMarks } from './band-marks.ts'
import { instrumentVisible, visible } from './conditions.ts'
import { bloodPressureNote, type DerivedName, derivedValue, labClassOf, labTextKeys } from './derived.ts'
import type { CheckContext } from './facts.ts'
import {
  type Field,
  openValue,
  RECORD_HEADINGS,
  type RecordHeading,
  type Section,
  type Sensitivity,
} from './fields.ts'
import { guardianForbidden } from './guardian.ts'
import { fieldText, finnishDate, finnishNumber, OMITTED, type Translate } from './record-values.ts'
import { raisedFlags } from './red-flags.ts'
import { scoreOf } from './scores.ts'
import { SECTIONS, sensitivityOf } from './sections.ts'
import { isPreliminary } from './work-ability.ts'

export type RecordOptions = {
  /** Kinds of sensitive answers that the professional chose to include. */
  include?: readonly Sensitivity[]
  /** Non-disclosure for safety: where the client lives and is reached stays out. */
  protectedAddress?: boolean
}

export type RecordGroup = { heading: RecordHeading; lines: string[] }

/** Derived values shown in a section, with the band that explains them. */
const DERIVED: readonly {
  section: string
  name: DerivedName
  band?: [DerivedName, string]
  unit?: string
}[] = [
  { section: 'unemployment', name: 'unemploymentMonths', band: ['unemploymentBand', 'unemployment'] },
  { section: 'unemployment', name: 'longTermUnemployed' },
  { section: 'exercise', name: 'meetsActivity' },
  { section: 'measurements', name: 'bmi', band: ['bmiBand', 'bmi'], unit: 'kg/m²' },
  { section: 'measurements', name: 'bpSys', unit: 'mmHg' },
  { section: 'measurements', name: 'bpDia', band: ['bpBand', 'bloodPressure'], unit: 'mmHg' },
]

const labClass = (field: Field, answers: CheckAnswers, context: CheckContext, t: Translate): string => {
  const found = labClassOf(answers, context, field.key)
  const explained = found ? labTextKeys(found).map((one) => t(one)) : []
  return explained.length > 0 ? ` (${explained.join('; ')})` : ''
}

const scoreLine = (id: string, answers: CheckAnswers, context: CheckContext, t: Translate): string | null => {
  const score = scoreOf(answers, context, id)
  const instrument = INSTRUMENTS.get(id)!
  if (!score) return null
  if (instrument.scoring.kind === 'profile') {
    const given = answers.instruments[id]?.answers ?? []
    const parts = instrument.items.flatMap((item, at) =>
      typeof given[at] === 'number' ? [`${item.label?.fi ?? item.id} ${finnishNumber(given[at])}`] : [],
    )
    return parts.length > 0 ? `${t(`instrument.${id}`)}: ${parts.join(', ')}` : null
  }
  if (score.total === null) return null
  const table =
    instrument.bands === null ? null : 'rows' in instrument.bands ? instrument.bands : instrument.bands.female
  const percent = instrument.scoring.kind === 'percent' ? ' %' : ''
  const band = score.band && table ? `, ${t(`band.${table.id}.${score.band}`)}` : ''
  const prorated = score.prorated ? ` (${t('instrumentUi.prorated')})` : ''
  return `${t(`instrument.${id}`)}: ${finnishNumber(score.total)}${percent}${band}${prorated}`
}

const derivedLines = (
  section: Section,
  answers: CheckAnswers,
  context: CheckContext,
  t: Translate,
): string[] =>
  DERIVED.filter((row) => row.section === section.id).flatMap(({ name, band, unit }) => {
    const value = derivedValue(name, answers, context)
    if (value === null) return []
    const shown =
      typeof value === 'boolean'
        ? t(value ? 'recordText.yes' : 'recordText.no')
        : finnishNumber(value as number)
    const id = band ? derivedValue(band[0], answers, context) : null
    const few = name === 'bpDia' ? bloodPressureNote(answers) : null
    const parts = [band && id !== null ? `band.${band[1]}.${id}` : null, few].filter((key) => key !== null)
    const explained = parts.length > 0 ? ` (${parts.map((key) => t(key)).join('; ')})` : ''
    return [`${t(`derived.${name}`)}: ${shown}${unit ? ` ${unit}` : ''}${explained}`]
  })

type Line = { heading: RecordHeading; text: string }

const sectionLines = (
  section: Section,
  answers: CheckAnswers,
  context: CheckContext,
  t: Translate,
  allowed: (kind: Sensitivity | undefined) => boolean,
  protectedAddress: boolean,
): Line[] => {
  const state = answers.sections[section.id]
  const here = (text: string, heading: RecordHeading = section.heading): Line => ({ heading, text })
  if (!allowed(section.sensitive)) return []
  if (state?.skipped)
    return [
      here(
        `${t(`section.${section.id}`)}: ${t('recordText.skipped')}${state.skipReason ? ` (${t(`skipReason.${state.skipReason}`)})` : ''}`,
      ),
    ]
  const fields = section.fields
    .filter((field) => allowed(sensitivityOf(field)) && !OMITTED.has(field.key))
    .filter(({ locates }) => !(protectedAddress && locates))
    .filter((field) => visible(field, answers, context))
    .flatMap((field) => {
      const value = openValue(field, answers.fields[field.key], allowed)
      if (isEmpty(value)) return []
      const text = `${t(`field.${field.key}`)}: ${fieldText(field, value, t)}`
      return [here(text + labClass(field, answers, context, t), field.heading)]
    })
  const scores = section.instruments
    .filter((row) => allowed(INSTRUMENTS.get(row.id)?.sensitive) && instrumentVisible(row, answers, context))
    .flatMap(({ id }) => scoreLine(id, answers, context, t) ?? [])
  const notes = state?.notes.trim() ? [here(`${t('recordText.notes')}: ${state.notes.trim()}`)] : []
  return [
    ...fields,
    ...derivedLines(section, answers, context, t).map((text) => here(text)),
    ...scores.map((text) => here(text)),
    ...notes,
  ]
}

const flagLines = (
  answers: CheckAnswers,
  context: CheckContext,
  t: Translate,
  allowed: (kind: Sensitivity | undefined) => boolean,
): Line[] =>
  raisedFlags(answers, context)
    .filter(({ id }) => id !== 'self_harm' || allowed('selfHarm'))
    .filter(({ section }) => allowed(SECTIONS.find(({ id }) => id === section)?.sensitive))
    .filter(({ id }) => id !== 'peth_heavy_use' || allowed('substances'))
    .flatMap(({ id }) => {
      const done = answers.flags[id]
      if (!done) return []
      const note = done.note.trim() ? ` – ${done.note.trim()}` : ''
      return [
        {
          heading: 'nykytila' as const,
          text: `${t('recordText.flag')}: ${t(`flag.${id}`)}: ${t(`flagAction.${done.action}`)}${note}`,
        },
      ]
    })

type Told = { groups: RecordGroup[]; notes: string[] }

const told = (
  answers: CheckAnswers,
  context: CheckContext,
  translate: Translate,
  { include = [], protectedAddress = false }: RecordOptions,
): Told => {
  const { text: t, notes } = bandMarks(translate)
  const allowed = (kind: Sensitivity | undefined) => kind === undefined || include.includes(kind)
  const by = answers.fields.assessedByRole
  const status: Line[] =
    by === 'nurse' || by === 'doctor'
      ? [
          {
            heading: 'johtopaatos',
            text: t(isPreliminary(by) ? 'recordText.preliminary' : 'recordText.final'),
          },
        ]
      : []
  const forbidden: Line[] = guardianForbidden(answers, context)
    ? [{ heading: 'esitiedot', text: translate('recordText.guardianForbidden') }]
    : []
  const lines = [
    ...forbidden,
    ...SECTIONS.flatMap((section) => sectionLines(section, answers, context, t, allowed, protectedAddress)),
    ...flagLines(answers, context, t, allowed),
    ...status,
  ]
  const groups = RECORD_HEADINGS.map((heading) => ({
    heading,
    lines: lines.filter((line) => line.heading === heading).map(({ text }) => text),
  })).filter((group) => group.lines.length > 0)
  return { groups, notes: notes() }
}

/** The lines of a check by heading, in the order of the record; headings without lines are left out. */
export const recordGroups = (
  answers: CheckAnswers,
  context: CheckContext,
  translate: Translate,
  options: RecordOptions = {},
): RecordGroup[] => told(answers, context, translate, options).groups

/**
 * The whole text to copy into the patient record: title, date, headings in capitals with their lines, and last what
 * the classes among them are worth.
 */
export const recordText = (
  answers: CheckAnswers,
  context: CheckContext,
  translate: Translate,
  options: RecordOptions = {},
): string => {
  const { groups, notes } = told(answers, context, translate, options)
  return [
    `${translate('recordText.title')} ${finnishDate(context.checkDate)}`,
    ...groups.map(
      ({ heading, lines }) => `${translate(`heading.${heading}`).toUpperCase()}\n${lines.join('\n')}`,
    ),
    ...(notes.length > 0 ? [notes.join('\n')] : []),
  ].join('\n\n')
}
