// Licensed instruments: scoring and result entry only; the user holds the form, no item texts are here.
import { bandTable } from '../health-checks/bands.ts'
import { bareItems, type Instrument, type Item, upTo, usual } from './instrument.ts'

const total = (min: number, max: number, decimals = 0) => ({ min, max, decimals })

const duditBands = (cut: number, who: string) =>
  bandTable(
    'dudit',
    0,
    [
      ['no_harm', 0, 'good'],
      ['harmful_use', cut, 'marked'],
      ['dependence', 25, 'severe'],
    ],
    44,
    `DUDIT cut-offs, ${who}, from knowledge (verify)`,
  )

export const DUDIT: Instrument = {
  ...usual,
  id: 'dudit',
  licence: 'score_only',
  source: 'Karolinska Institutet; terms to be checked',
  attribution: 'DUDIT © Karolinska Institutet',
  items: [...bareItems(9, upTo(4)), ...bareItems(11, [0, 2, 4]).slice(9)],
  scoring: { kind: 'sum' },
  totalEntry: total(0, 44),
  sensitive: 'substances',
  bands: {
    female: duditBands(2, 'women'),
    male: duditBands(6, 'men'),
    unknown: duditBands(2, 'sex unknown: the lower limit'),
  },
}

export const ISI: Instrument = {
  ...usual,
  id: 'isi',
  licence: 'score_only',
  source: 'Insomnia Severity Index',
  attribution: '© C. M. Morin; distributed by Mapi Research Trust',
  items: bareItems(7, upTo(4)),
  scoring: { kind: 'sum' },
  totalEntry: total(0, 28),
  bands: bandTable(
    'isi',
    0,
    [
      ['none', 0, 'good'],
      ['subthreshold', 8, 'neutral'],
      ['moderate', 15, 'marked'],
      ['severe', 22, 'severe'],
    ],
    28,
    'ISI classes, from knowledge (verify)',
  ),
}

/** Topics of the eight components; the licensed wording is on the user's form. */
const STOPBANG_TOPICS = [
  ['snoring', 'Kuorsaus', 'Snarkning', 'Snoring'],
  ['tired', 'Väsymys', 'Trötthet', 'Tiredness'],
  ['observed', 'Hengityskatkokset', 'Andningsuppehåll', 'Breathing pauses'],
  ['pressure', 'Verenpaine', 'Blodtryck', 'Blood pressure'],
  ['bmi', 'BMI yli 35', 'BMI över 35', 'BMI over 35'],
  ['age', 'Ikä yli 50 v', 'Ålder över 50 år', 'Age over 50'],
  [
    'neck',
    'Kaulan ympärys (mies ≥ 43 cm, nainen ≥ 41 cm)',
    'Halsmått (man ≥ 43 cm, kvinna ≥ 41 cm)',
    'Neck (man ≥ 43 cm, woman ≥ 41 cm)',
  ],
  ['sex', 'Sukupuoli mies', 'Kön man', 'Male sex'],
] as const

export const STOPBANG: Instrument = {
  ...usual,
  id: 'stopbang',
  licence: 'score_only',
  source: 'STOP-Bang, University Health Network, Toronto; licence needed for the texts',
  attribution: '© University Health Network, www.stopbang.ca',
  items: STOPBANG_TOPICS.map(
    ([id, fi, sv, en]): Item => ({ id, text: null, label: { fi, sv, en }, values: [0, 1] }),
  ),
  scoring: { kind: 'sum' },
  totalEntry: total(0, 8),
  bands: bandTable(
    'stopbang',
    0,
    [
      ['low', 0, 'good'],
      ['intermediate', 3, 'mild'],
      ['high', 5, 'severe'],
    ],
    8,
    'STOP-Bang classes, from knowledge (verify)',
  ),
}

export const EUROHIS8: Instrument = {
  ...usual,
  id: 'eurohis8',
  licence: 'score_only',
  source: 'EUROHIS-QOL 8; no clinical cut-off. “Good” from 4.0 is a convention of THL statistics (verify)',
  attribution: 'EUROHIS-QOL 8-item index, WHOQOL Group',
  items: bareItems(8, [1, 2, 3, 4, 5]),
  scoring: { kind: 'mean', decimals: 2 },
  totalEntry: total(1, 5, 2),
  bands: null,
}

export const WHODAS12: Instrument = {
  ...usual,
  id: 'whodas12',
  licence: 'score_only',
  source: 'WHODAS 2.0, 12 items; Finnish form from TOIMIA/THL (verify)',
  attribution: 'WHO Disability Assessment Schedule 2.0 © World Health Organization',
  items: bareItems(12, upTo(4)),
  scoring: { kind: 'percent', of: 48, decimals: 1 },
  totalEntry: total(0, 48),
  prorating: { max: 1, round: false, never: [], byDefault: true },
  bands: bandTable(
    'whodas12',
    2,
    [
      ['none', 0, 'good'],
      ['mild', 5, 'neutral'],
      ['moderate', 25, 'mild'],
      ['severe', 50, 'marked'],
      ['complete', 96, 'severe'],
    ],
    100,
    'No official bands; ICF-like classes on the unrounded percentage (verify)',
  ),
}

export const WAI: Instrument = {
  ...usual,
  id: 'wai',
  licence: 'score_only',
  source: 'Work Ability Index, Työterveyslaitos',
  attribution: 'Työkykyindeksi © Työterveyslaitos',
  items: [],
  scoring: { kind: 'entry' },
  totalEntry: total(7, 49),
  bands: bandTable(
    'wai',
    0,
    [
      ['poor', 7, 'severe'],
      ['moderate', 28, 'mild'],
      ['good', 37, 'good'],
      ['excellent', 44, 'good'],
    ],
    49,
    'WAI classes, from knowledge (verify)',
  ),
}
