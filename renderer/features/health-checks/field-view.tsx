// One field of the tables on the screen: the fitting box, its derived value, and nothing while it is not asked.
import type { Field } from '../../../domain/health-checks/fields.ts'
import { useHolds } from './check-scope.ts'
import { DerivedNote } from './derived-note.tsx'
import { Bool3Box, ChoiceBox, ManyBox, ScaleBox, TickBox } from './fields/choice-fields.tsx'
import { ListBox } from './fields/list-box.tsx'
import { type Cell, type Place, usePlace } from './fields/place.ts'
import { DateBox, NumberBox, TextLines, YearBox } from './fields/typed-fields.tsx'

const Box = ({ place, inRow }: { place: Place; inRow: boolean }) => {
  const { field } = place
  switch (field.type) {
    case 'enum':
      return <ChoiceBox place={place as Place<typeof field>} inRow={inRow} />
    case 'multi':
      return <ManyBox place={place as Place<typeof field>} />
    case 'bool':
      return <TickBox place={place as Place<typeof field>} />
    case 'bool3':
      return <Bool3Box place={place as Place<typeof field>} />
    case 'text':
      return <TextLines place={place as Place<typeof field>} />
    case 'date':
    case 'month':
      return <DateBox place={place as Place<typeof field>} inRow={inRow} />
    case 'year':
      return <YearBox place={place as Place<typeof field>} />
    case 'list':
      return (
        <ListBox
          place={place as Place<typeof field>}
          cell={(column, at) => <FieldView field={column} cell={{ list: field.key, at }} />}
        />
      )
    default:
      return field.scale ? (
        <ScaleBox place={place as Place<typeof field>} />
      ) : (
        <NumberBox place={place as Place<typeof field>} />
      )
  }
}

const Asked = ({ field, cell }: { field: Field; cell?: Cell }) => {
  const place = usePlace(field, cell)
  return (
    <div data-place={place.name}>
      <Box place={place} inRow={cell !== undefined} />
      {cell ? null : <DerivedNote field={field} />}
    </div>
  )
}

export const FieldView = ({ field, cell }: { field: Field; cell?: Cell }) =>
  useHolds(field.showIf) ? <Asked field={field} cell={cell} /> : null
