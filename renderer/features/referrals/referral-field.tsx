// One field of the referral, drawn from the domain's table.
import type { Control } from 'react-hook-form'
import type { Field } from '../../../domain/health-checks/fields.ts'
import { CheckField, MultiCheckField, SelectField } from '../../ui/fields/choice-field.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { DateField, NumberField } from '../../ui/fields/typed-field.tsx'
import classes from './referral-field.module.css'
import { useReferralText } from './referral-text.ts'

export type Draft = Record<string, unknown>

export const ReferralField = ({ field, control }: { field: Field; control: Control<Draft> }) => {
  const text = useReferralText()
  const common = {
    control,
    name: field.key,
    label: text.label(field.key),
    required: Boolean(field.mandatory),
  }
  if (field.type === 'enum' || field.type === 'multi') {
    const choices = field.options.values.map((value) => ({ value, label: text.choice(field, value) }))
    return field.type === 'enum' ? (
      <SelectField {...common} choices={choices} clearable={!field.mandatory} />
    ) : (
      <div className={classes.choices}>
        <MultiCheckField {...common} choices={choices} />
      </div>
    )
  }
  if (field.type === 'bool') return <CheckField {...common} />
  if (field.type === 'date') return <DateField {...common} />
  if (field.type === 'int') return <NumberField {...common} />
  return <TextField {...common} rows={field.type === 'text' && field.multiline ? 3 : 1} emptyAsNull />
}
