// Laboratory results: hard limits here, classes in band-tables.ts; the report's own limits are kept beside.
import { choice, day, decimal, line, list, type NumberField, type Section, whole, yesNo } from '../fields.ts'

const mmol = { unit: 'mmol/l' } as const

export const LAB_FIELDS: readonly NumberField[] = [
  decimal('fpGluk', 1, [1, 50], mmol),
  whole('hba1c', [10, 200], { unit: 'mmol/mol' }),
  decimal('ogtt2h', 1, [1, 50], mmol),
  decimal('chol', 1, [1, 25], mmol),
  decimal('ldl', 1, [0.2, 20], mmol),
  decimal('hdl', 1, [0.2, 5], mmol),
  decimal('trig', 1, [0.1, 60], mmol),
  whole('hb', [30, 250], { unit: 'g/l' }),
  whole('krea', [10, 2000], { unit: 'µmol/l' }),
  whole('alat', [1, 5000], { unit: 'U/l' }),
  whole('gt', [1, 5000], { unit: 'U/l' }),
  decimal('tsh', 2, [0.01, 200], { unit: 'mU/l' }),
  whole('crp', [0, 600], { unit: 'mg/l' }),
  decimal('peth', 2, [0, 20], { unit: 'µmol/l', sensitive: 'substances' }),
  whole('vitD', [5, 400], { unit: 'nmol/l' }),
]

export const LAB_SECTION: Section = {
  id: 'laboratory',
  source: 'Käypä hoito and Finnish laboratories (verify); limits vary by laboratory',
  approved: false,
  reviewedOn: null,
  heading: 'tutkimukset',
  preVisit: false,
  instruments: [],
  fields: [
    day('labSampledOn', { notAfterToday: true }),
    yesNo('labFasting'),
    ...LAB_FIELDS,
    list('labOwnLimits', 15, [
      choice('test', {
        id: 'labTest',
        values: LAB_FIELDS.map(({ key }) => key),
        sensitive: Object.fromEntries(
          LAB_FIELDS.flatMap(({ key, sensitive }) => (sensitive ? [[key, sensitive]] : [])),
        ),
      }),
      decimal('low', 2, [0, 10000]),
      decimal('high', 2, [0, 10000]),
    ]),
    list('labOther', 20, [
      line('name', 80),
      decimal('value', 3, [-1000, 100000]),
      line('unit', 20),
      line('reference', 60),
    ]),
  ],
}
