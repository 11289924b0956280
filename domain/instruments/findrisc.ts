// FINDRISC: risk of type 2 diabetes in ten years, from facts of the check in wording of our own.
import { bandTable, type ReferenceSex } from '../health-checks/bands.ts'
import { answerOptions, type Instrument, type Item, usual } from './instrument.ts'

const points = (
  id: string,
  [fi, sv, en]: readonly [string, string, string],
  labels: readonly (readonly [string, string, string])[],
  values: readonly number[],
): Item => ({ id, text: { fi, sv, en }, options: answerOptions(labels, values), values })

const YES_NO = [
  ['Kyllä', 'Ja', 'Yes'],
  ['Ei', 'Nej', 'No'],
] as const

export const FINDRISC: Instrument = {
  ...usual,
  id: 'findrisc',
  licence: 'ship_attr',
  source: 'Points of the official English form; the form’s own texts need permission from Diabetesliitto',
  attribution: 'FINDRISC: J. Lindström, J. Tuomilehto 2003; Suomen Diabetesliitto',
  items: [
    points(
      'age',
      ['Ikä', 'Ålder', 'Age'],
      [
        ['alle 45 v', 'under 45 år', 'under 45'],
        ['45–54 v', '45–54 år', '45–54'],
        ['55–64 v', '55–64 år', '55–64'],
        ['yli 64 v', 'över 64 år', 'over 64'],
      ],
      [0, 2, 3, 4],
    ),
    points(
      'bmi',
      ['Painoindeksi', 'Kroppsmasseindex', 'Body mass index'],
      [
        ['alle 25', 'under 25', 'under 25'],
        ['25–30', '25–30', '25–30'],
        ['yli 30', 'över 30', 'over 30'],
      ],
      [0, 1, 3],
    ),
    points(
      'waist',
      ['Vyötärönympärys', 'Midjemått', 'Waist circumference'],
      [
        [
          'miehet alle 94 cm, naiset alle 80 cm',
          'män under 94 cm, kvinnor under 80 cm',
          'men under 94 cm, women under 80 cm',
        ],
        [
          'miehet 94–102 cm, naiset 80–88 cm',
          'män 94–102 cm, kvinnor 80–88 cm',
          'men 94–102 cm, women 80–88 cm',
        ],
        [
          'miehet yli 102 cm, naiset yli 88 cm',
          'män över 102 cm, kvinnor över 88 cm',
          'men over 102 cm, women over 88 cm',
        ],
      ],
      [0, 3, 4],
    ),
    points(
      'activity',
      [
        'Liikuntaa joka päivä vähintään 30 minuuttia (työ ja vapaa-aika yhteensä)',
        'Motion minst 30 minuter varje dag (arbete och fritid sammanlagt)',
        'At least 30 minutes of physical activity every day (work and leisure together)',
      ],
      YES_NO,
      [0, 2],
    ),
    points(
      'vegetables',
      ['Kasviksia, hedelmiä tai marjoja', 'Grönsaker, frukt eller bär', 'Vegetables, fruit or berries'],
      [
        ['joka päivä', 'varje dag', 'every day'],
        ['harvemmin', 'mera sällan', 'less often'],
      ],
      [0, 1],
    ),
    points(
      'bpMedicine',
      [
        'Säännöllinen verenpainelääkitys nyt tai joskus aiemmin',
        'Regelbunden blodtrycksmedicin nu eller någon gång tidigare',
        'Regular blood pressure medicine now or earlier',
      ],
      YES_NO,
      [2, 0],
    ),
    points(
      'glucose',
      [
        'Verensokeri joskus todettu koholla olevaksi',
        'Förhöjt blodsocker konstaterat någon gång',
        'Raised blood glucose found at some time',
      ],
      YES_NO,
      [5, 0],
    ),
    points(
      'family',
      ['Diabetesta suvussa', 'Diabetes i släkten', 'Diabetes in the family'],
      [
        ['ei', 'nej', 'no'],
        [
          'isovanhemmalla, vanhemman sisaruksella tai serkulla',
          'mor- eller farförälder, förälders syskon eller kusin',
          'grandparent, parent’s sibling or cousin',
        ],
        [
          'vanhemmalla, sisaruksella tai omalla lapsella',
          'förälder, syskon eller eget barn',
          'parent, sibling or own child',
        ],
      ],
      [0, 3, 5],
    ),
  ],
  scoring: { kind: 'sum' },
  bands: bandTable(
    'findrisc',
    0,
    [
      ['low', 0, 'good'],
      ['slightly_raised', 7, 'neutral'],
      ['moderate', 12, 'mild'],
      ['high', 15, 'marked'],
      ['very_high', 21, 'severe'],
    ],
    26,
    'FINDRISC form (1/100, 1/25, 1/6, 1/3, 1/2 in ten years)',
  ),
}

/** What the check knows; null where it does not. */
export type FindriscFacts = {
  age: number | null
  /** Rounded to one decimal. */
  bmi: number | null
  /** cm */
  waist: number | null
  sex: ReferenceSex
  dailyActivity: boolean | null
  dailyVegetables: boolean | null
  bloodPressureMedicine: boolean | null
  highGlucose: boolean | null
  family: 'none' | 'second_degree' | 'first_degree' | null
}

const step = (value: number | null, rule: (known: number) => number): number | null =>
  value === null ? null : rule(value)
const yesOr = (value: boolean | null, yes: number, no: number): number | null =>
  value === null ? null : value ? yes : no

/** Points of the eight questions from facts of the check; the waist needs the sex. */
export const findriscAnswers = (facts: FindriscFacts): (number | null)[] => {
  const [raised, high] = facts.sex === 'female' ? [80, 88] : [94, 102]
  return [
    step(facts.age, (age) => (age < 45 ? 0 : age <= 54 ? 2 : age <= 64 ? 3 : 4)),
    step(facts.bmi, (bmi) => (bmi < 25 ? 0 : bmi <= 30 ? 1 : 3)),
    facts.sex === 'unknown'
      ? null
      : step(facts.waist, (waist) => (waist < raised! ? 0 : waist <= high! ? 3 : 4)),
    yesOr(facts.dailyActivity, 0, 2),
    yesOr(facts.dailyVegetables, 0, 1),
    yesOr(facts.bloodPressureMedicine, 2, 0),
    yesOr(facts.highGlucose, 5, 0),
    facts.family === null ? null : { none: 0, second_degree: 3, first_degree: 5 }[facts.family],
  ]
}
