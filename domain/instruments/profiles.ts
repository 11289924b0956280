// Result entry of licensed self-assessments without a total: Kykyviisari and 3X10D.
import { type Instrument, type Item, upTo, usual } from './instrument.ts'

const scored = (
  id: string,
  values: Item['values'],
  [fi, sv, en]: readonly [string, string, string],
): Item => ({ id, text: null, label: { fi, sv, en }, values })

const SECTION = { min: 0, max: 100, decimals: 1 }

/** Work ability and functional ability 0–10 and the five areas on the scale of the user's own report. */
export const KYKYVIISARI: Instrument = {
  ...usual,
  id: 'kykyviisari',
  licence: 'score_only',
  source: 'Kykyviisari, Työterveyslaitos (sivusto.kykyviisari.fi); no item texts, no computed bands',
  attribution: 'Kykyviisari® Työterveyslaitos',
  items: [
    scored('workAbility', upTo(10), ['Työkyky', 'Arbetsförmåga', 'Work ability']),
    scored('functionalAbility', upTo(10), ['Toimintakyky', 'Funktionsförmåga', 'Functional ability']),
    scored('mentalWellbeing', SECTION, [
      'Henkinen hyvinvointi',
      'Psykiskt välbefinnande',
      'Mental wellbeing',
    ]),
    scored('socialInclusion', SECTION, ['Sosiaalinen osallisuus', 'Social delaktighet', 'Social inclusion']),
    scored('physicalFunctioning', SECTION, [
      'Fyysinen toimintakyky',
      'Fysisk funktionsförmåga',
      'Physical functioning',
    ]),
    scored('skills', SECTION, ['Osaaminen', 'Kunnande', 'Skills']),
    scored('dailyLife', SECTION, ['Arjen sujuvuus', 'En fungerande vardag', 'Daily life']),
  ],
  scoring: { kind: 'profile' },
  bands: null,
}

const AREAS = [
  ['selfEsteem', 'Itsetunto', 'Självkänsla', 'Self-esteem'],
  ['health', 'Terveys', 'Hälsa', 'Health'],
  ['resources', 'Arjen voimavarat', 'Resurser i vardagen', 'Everyday resources'],
  ['housing', 'Asuminen', 'Boende', 'Housing'],
  ['family', 'Perhe', 'Familj', 'Family'],
  ['friends', 'Ystävät', 'Vänner', 'Friends'],
  ['economy', 'Talous', 'Ekonomi', 'Economy'],
  ['skills', 'Osaaminen', 'Kunnande', 'Skills'],
  ['dailyLife', 'Arjen sujuminen', 'En fungerande vardag', 'Daily life'],
  ['lifeAsAWhole', 'Elämä kokonaisuutena', 'Livet som helhet', 'Life as a whole'],
] as const

/** Satisfaction 0–10 with ten areas of life. */
export const X3X10D: Instrument = {
  ...usual,
  id: 'x3x10d',
  licence: 'score_only',
  source: '3X10D, Diakonia-ammattikorkeakoulu; order and names of the areas to be verified',
  attribution: '3X10D® Diakonia-ammattikorkeakoulu',
  items: AREAS.map(([id, fi, sv, en]) => scored(id, upTo(10), [fi, sv, en])),
  scoring: { kind: 'profile' },
  bands: null,
}
