// One section of the check: its fields, instruments, findings to act on, notes, and leaving it out with a reason.
import { Alert, Checkbox, Stack, Text, Textarea } from '@mantine/core'
import { SKIP_REASONS } from '../../../domain/health-checks/answers.ts'
import { skipOf } from '../../../domain/health-checks/conditions.ts'
import type { Field, Section, SectionInstrument } from '../../../domain/health-checks/fields.ts'
import { useT } from '../../i18n/i18n.ts'
import classes from './check.module.css'
import { useAnswersPart, useCheckScope } from './check-scope.ts'
import { useCheckText } from './check-text.ts'
import { FieldView } from './field-view.tsx'
import { OptionRow } from './fields/option-row.tsx'
import { FlagAnswers } from './flag-answers.tsx'
import { InstrumentView, MoreInstruments } from './instruments/instrument-view.tsx'
import { SAFETY_FIELDS, SafetyStep } from './safety-step.tsx'

/** Leaving the section out; what was answered before stays. */
const Skip = ({ section }: { section: Section }) => {
  const { store } = useCheckScope()
  const t = useT()
  const text = useCheckText()
  const skipped = useAnswersPart(({ sections }) => sections[section.id]?.skipped === true)
  const reason = useAnswersPart(({ sections }) => sections[section.id]?.skipReason ?? null)
  return (
    <div data-place={`sections.${section.id}`} className={classes.skip}>
      <Checkbox
        name={`sections.${section.id}.skipped`}
        label={t('checkScreen:skip')}
        checked={skipped}
        onChange={(event) =>
          store.setSection(section.id, {
            skipped: event.currentTarget.checked,
            ...(event.currentTarget.checked ? {} : { skipReason: null }),
          })
        }
      />
      {skipped ? (
        <OptionRow
          name={`sections.${section.id}.skipReason`}
          label={t('checkScreen:skipReason')}
          options={SKIP_REASONS.map((value) => ({ value, label: text(`skipReason.${value}`) }))}
          value={reason}
          onChange={(chosen) =>
            store.setSection(section.id, { skipReason: chosen as (typeof SKIP_REASONS)[number] | null })
          }
          required
        />
      ) : null}
    </div>
  )
}

const Notes = ({ section }: { section: Section }) => {
  const { store } = useCheckScope()
  const t = useT()
  const notes = useAnswersPart(({ sections }) => sections[section.id]?.notes ?? '')
  return (
    <Textarea
      name={`sections.${section.id}.notes`}
      label={t('checkScreen:notes')}
      autosize={false}
      rows={2}
      maxLength={4000}
      value={notes}
      onChange={(event) => store.setSection(section.id, { notes: event.currentTarget.value })}
    />
  )
}

/** Short boxes stand side by side, everything else takes the whole width. */
const isShort = (field: Field): boolean => {
  switch (field.type) {
    case 'int':
    case 'decimal':
      return !field.scale
    case 'date':
    case 'month':
    case 'year':
    case 'bool3':
      return true
    case 'enum':
      return field.options.values.length > 7 || field.options.values.length < 3
    case 'text':
      return !field.multiline && field.maxLength <= 160
    default:
      return false
  }
}

/** What was told must be followed up even when the rest is left out. */
const staysAsked = (mandatory: Field['mandatory']): boolean =>
  typeof mandatory === 'object' && mandatory.despiteSkip === true

/** An instrument that an answer of the section calls for stands below that answer, so that nothing moves above it. */
const followsFields = ({ showIf }: SectionInstrument): boolean => showIf !== undefined && 'field' in showIf

const Instruments = ({ rows }: { rows: readonly SectionInstrument[] }) =>
  rows.map((row) => <InstrumentView key={row.id} row={row} />)

export const SectionForm = ({ section }: { section: Section }) => {
  const { clientMode } = useCheckScope()
  const t = useT()
  const skipped = useAnswersPart((answers) => skipOf(section, answers) !== null)
  const fields = section.fields
    .filter(({ key }) => !SAFETY_FIELDS.has(key) && key !== 'assessedByRole')
    .filter(({ mandatory }) => !skipped || staysAsked(mandatory))
  return (
    <Stack gap="md" data-fields>
      {section.sensitive && !clientMode ? (
        <Alert role="note" variant="outline" color="gray" p="xs" title={t('checkScreen:sensitive')} />
      ) : null}
      {clientMode ? null : <SafetyStep section={section.id} />}
      {clientMode ? null : <FlagAnswers section={section.id} />}
      {skipped ? null : <Instruments rows={section.instruments.filter((row) => !followsFields(row))} />}
      <div className={classes.fields}>
        {fields.map((field) => (
          <div key={field.key} data-width={isShort(field) ? 'short' : 'full'}>
            <FieldView field={field} />
          </div>
        ))}
      </div>
      {skipped ? null : (
        <>
          <Instruments rows={section.instruments.filter(followsFields)} />
          <MoreInstruments rows={section.instruments} />
        </>
      )}
      {clientMode ? null : (
        <>
          <Notes section={section} />
          {section.needed ? null : <Skip section={section} />}
        </>
      )}
      {section.approved || clientMode ? null : (
        <Text size="xs" c="dimmed" className="no-print">
          {t('checkScreen:unapproved')}
        </Text>
      )}
    </Stack>
  )
}
