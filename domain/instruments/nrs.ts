// Numeric rating of pain.
import { bandTable } from '../health-checks/bands.ts'
import { type Instrument, upTo, usual } from './instrument.ts'

export const NRS: Instrument = {
  ...usual,
  id: 'nrs',
  licence: 'ship',
  source: 'Numeric rating scale, in general use',
  items: [
    {
      id: 'q1',
      text: {
        fi: 'Kuinka voimakasta kipusi on juuri nyt, kun 0 = ei kipua ja 10 = pahin mahdollinen kipu?',
        sv: 'Hur stark är din smärta just nu, när 0 = ingen smärta och 10 = värsta tänkbara smärta?',
        en: 'How strong is your pain right now, when 0 = no pain and 10 = the worst possible pain?',
      },
      values: upTo(10),
    },
  ],
  scoring: { kind: 'sum' },
  bands: bandTable(
    'nrs',
    0,
    [
      ['none', 0, 'good'],
      ['mild', 1, 'neutral'],
      ['moderate', 4, 'mild'],
      ['strong', 7, 'severe'],
    ],
    10,
    'Pain classes 1–3, 4–6, 7–10, from knowledge (verify)',
  ),
}
