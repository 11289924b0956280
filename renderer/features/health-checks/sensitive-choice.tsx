// Sensitive answers leave the program only when the professional ticks them, one kind at a time.
import { Checkbox, Group } from '@mantine/core'
import type { Sensitivity } from '../../../domain/health-checks/fields.ts'
import { useT } from '../../i18n/i18n.ts'

const KINDS = ['substances', 'selfHarm', 'violence'] as const satisfies readonly Sensitivity[]

type Props = { value: readonly Sensitivity[]; onChange: (value: readonly Sensitivity[]) => void }

export const SensitiveChoice = ({ value, onChange }: Props) => {
  const t = useT()
  return (
    <Checkbox.Group
      className="no-print"
      label={t('checkScreen:include.label')}
      value={[...value]}
      onChange={(next) => onChange(next as Sensitivity[])}
    >
      <Group gap="md" mt={4}>
        {KINDS.map((kind) => (
          <Checkbox key={kind} value={kind} label={t(`checkScreen:include.${kind}`)} />
        ))}
      </Group>
    </Checkbox.Group>
  )
}
