// Writing a referral: the client's own words first of all, and nothing of the health check.
import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { type Control, type UseFormReturn, useFormState, useWatch } from 'react-hook-form'
import type { Output } from '../../../domain/contract/table.ts'
import { emptyAnswers } from '../../../domain/health-checks/answers.ts'
import { holds } from '../../../domain/health-checks/conditions.ts'
import type { Field } from '../../../domain/health-checks/fields.ts'
import { REFERRAL_GROUPS } from '../../../domain/referrals/fields.ts'
import { NO_CONTEXT, referralProblems } from '../../../domain/referrals/schema.ts'
import { useT } from '../../i18n/i18n.ts'
import { ConflictAlert } from '../../ui/conflict-alert.tsx'
import { FieldGrid, Panel } from '../../ui/page.tsx'
import { ConsentStep } from './consent-step.tsx'
import { type Draft, ReferralField } from './referral-field.tsx'
import { useReferralText } from './referral-text.ts'
import { showProblems, useReferralDraft } from './use-referral-draft.ts'

type Opened = Output<'referrals.open'>

/** A field that depends on another one, e.g. the words for "other reason". */
const Conditional = ({ field, control }: { field: Field; control: Control<Draft> }) => {
  const values = useWatch({ control })
  const shown = holds(field.showIf!, { ...emptyAnswers(), fields: values }, NO_CONTEXT)
  return shown ? <ReferralField field={field} control={control} /> : null
}

/** Says near the button that something above is open; the fields say what. */
const Gaps = ({ form }: { form: UseFormReturn<Draft> }) => {
  const t = useT()
  const { errors } = useFormState({ control: form.control })
  const count = Object.keys(errors).length
  return count === 0 ? null : (
    <Text size="sm" role="alert">
      {t('referrals:gaps', { count })}
    </Text>
  )
}

export const ReferralForm = ({ referral }: { referral: Opened }) => {
  const t = useT()
  const text = useReferralText()
  const draft = useReferralDraft(referral.id, referral.content, referral.revision)
  const { form, state, flush, conflict } = draft
  const [consenting, setConsenting] = useState<number | null>(null)

  /** A protected address keeps the municipality out, unless it is there from before: then it must be emptied. */
  const shown = ({ key }: Field) =>
    key !== 'municipality' || !referral.protectedAddress || Boolean(referral.content.municipality)

  /** Everything the client should see before saying yes must be there; the first gap gets the focus. */
  const askConsent = async (): Promise<void> => {
    const revision = await flush()
    if (revision === null) return
    const problems = [...draft.problems(), ...referralProblems(form.getValues(), referral)]
    showProblems(form, problems)
    if (problems[0]) form.setFocus(problems[0].field)
    else setConsenting(revision)
  }

  return (
    <form
      noValidate
      aria-label={t('referrals:write')}
      onSubmit={(event) => {
        event.preventDefault()
        void askConsent()
      }}
    >
      <Stack gap="md">
        <Alert variant="light" role="note" title={t('referrals:least')}>
          {t('referrals:leastHelp')}
        </Alert>
        {REFERRAL_GROUPS.map((group) => (
          <Panel key={group.id} title={text.group(group.id)}>
            <FieldGrid columns={group.id === 'client' || group.id === 'writer' ? 3 : 2}>
              {group.fields
                .filter(shown)
                .map((field) =>
                  field.showIf ? (
                    <Conditional key={field.key} field={field} control={form.control} />
                  ) : (
                    <ReferralField key={field.key} field={field} control={form.control} />
                  ),
                )}
            </FieldGrid>
          </Panel>
        ))}
        <Group>
          <Button type="submit">{t('referrals:toConsent')}</Button>
          <Text size="sm" role="status">
            {state === 'partly'
              ? t('referrals:draftPartly', { count: draft.refused })
              : t(`referrals:draft.${state}`)}
          </Text>
        </Group>
        {state === 'stale' ? <ConflictAlert {...conflict} /> : null}
        <Gaps form={form} />
      </Stack>
      {consenting === null ? null : (
        <ConsentStep referralId={referral.id} revision={consenting} close={() => setConsenting(null)} />
      )}
    </form>
  )
}
