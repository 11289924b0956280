// Item 9 of PHQ-9 or plans of suicide: the step that must be taken before anything else, with the numbers to call.
import { Alert, Stack, Text } from '@mantine/core'
import { holds } from '../../../domain/health-checks/conditions.ts'
import { RED_FLAGS } from '../../../domain/health-checks/red-flags.ts'
import { FIELDS } from '../../../domain/health-checks/sections.ts'
import { useT } from '../../i18n/i18n.ts'
import { useAnswersPart } from './check-scope.ts'
import { useCheckText } from './check-text.ts'
import { FieldView } from './field-view.tsx'

const SELF_HARM = RED_FLAGS.find(({ id }) => id === 'self_harm')!

/** Shown in the step instead of their place in the section. */
export const SAFETY_FIELDS: ReadonlySet<string> = new Set([...SELF_HARM.answeredBy!, 'safetyPlan'])

export const SafetyStep = ({ section }: { section: string }) => {
  const t = useT()
  const text = useCheckText()
  const raised = useAnswersPart((answers, context) => holds(SELF_HARM.when, answers, context))
  if (!raised || section !== SELF_HARM.section) return null
  return (
    <Alert
      color="red"
      variant="outline"
      role="alert"
      title={text('flag.self_harm')}
      data-place="flags.self_harm"
    >
      <Stack gap="sm">
        <Text size="sm" fw={600}>
          {t('checkScreen:safety.call')} {t('checkScreen:safety.stay')}
        </Text>
        {[...SAFETY_FIELDS].map((key) => (
          <FieldView key={key} field={FIELDS.get(key)!} />
        ))}
      </Stack>
    </Alert>
  )
}
