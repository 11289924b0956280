// Finnish names of the classes, for whoever opens a package without this program.
import type { TableName } from '../../domain/aggregates/catalogue.ts'
import { mergedParts } from '../../domain/aggregates/coarser.ts'
import { ALL_AREAS, type Dimension, OTHER_AREA, TOTAL } from '../../domain/aggregates/dimensions.ts'
import { MUNICIPALITIES, SUB_REGIONS } from '../../domain/reference/municipalities.ts'

const AREAS: ReadonlyMap<string, string> = new Map([
  [ALL_AREAS, 'Kaikki alueet'],
  ...SUB_REGIONS.map((region): [string, string] => [region.id, region.fi]),
  ...MUNICIPALITIES.map((row): [string, string] => [row.code, row.fi]),
  [OTHER_AREA, 'Muu tai tuntematon kunta'],
])

const CLASSES: Readonly<Record<Exclude<Dimension, 'area'>, Readonly<Record<string, string>>>> = {
  sex: { [TOTAL]: 'Yhteensä', female: 'Naiset', male: 'Miehet', other: 'Muut' },
  age_band: {
    [TOTAL]: 'Yhteensä',
    under18: 'Alle 18-vuotiaat',
    '18-29': '18–29-vuotiaat',
    '30-54': '30–54-vuotiaat',
    '55plus': '55 vuotta täyttäneet',
  },
  labour_status: {
    [TOTAL]: 'Yhteensä',
    unemployed: 'Työttömät, ml. pitkäaikaistyöttömät',
    unemployed_short: 'Työttömät alle 12 kuukautta',
    long_term_unemployed: 'Pitkäaikaistyöttömät',
    employed: 'Työlliset, ml. yrittäjät',
    employee: 'Palkansaajat',
    self_employed: 'Yrittäjät',
    student: 'Opiskelijat',
    outside: 'Muut työvoiman ulkopuolella olevat',
  },
  education: {
    [TOTAL]: 'Yhteensä',
    'isced0-2': 'Enintään perusaste (ISCED 0–2)',
    'isced3-4': 'Toinen aste (ISCED 3–4)',
    'isced5-8': 'Korkea-aste (ISCED 5–8)',
  },
  background: {
    third_country: 'Kolmansien maiden kansalaiset',
    foreign_background: 'Ulkomaalaistaustaiset',
    housing_exclusion: 'Asunnottomat tai asunnottomuusuhan alaiset',
    rural: 'Maaseudulta tulevat',
  },
  special: { disability: 'Vammaiset osallistujat', minority: 'Vähemmistöt' },
  result: {
    EECR01: 'Alkoi etsiä työtä (EECR01)',
    EECR02: 'Aloitti koulutuksen (EECR02)',
    EECR03: 'Sai tutkinnon tai osaamistodistuksen (EECR03)',
    EECR04: 'Työllistyi (EECR04)',
  },
}

export const DIMENSION_LABELS: Readonly<Record<Dimension, string>> = {
  area: 'Alue',
  sex: 'Sukupuoli',
  age_band: 'Ikä aloittaessa',
  labour_status: 'Työmarkkina-asema aloittaessa',
  education: 'Koulutus aloittaessa',
  background: 'Tausta aloittaessa',
  special: 'Tausta aloittaessa (erityinen henkilötietoryhmä)',
  result: 'Välitön tulos',
}

/** The Finnish name of a class, or of several merged; throws when a code has none. */
export const labelOf = (dimension: Dimension, code: string): string => {
  const merged = mergedParts(code)
  if (merged.length > 1) return merged.map((part) => labelOf(dimension, part)).join(' + ')
  const label = dimension === 'area' ? AREAS.get(code) : CLASSES[dimension][code]
  if (label === undefined) throw new Error(`no label for ${dimension} ${code}`)
  return label
}

export const TABLE_TITLES: Readonly<Record<TableName, string>> = {
  participants: 'Hankkeen osallistujat neljänneksen lopussa (kertymä)',
  'health-checks': 'Asiakkaat, joiden terveystarkastus päätettiin neljänneksen aikana',
  referrals: 'Asiakkaat, joista lähetettiin hyvinvointilähete neljänneksen aikana',
  education: 'Osallistujat koulutuksen mukaan neljänneksen lopussa (kertymä)',
  background: 'Osallistujat, jotka ilmoittivat taustan, neljänneksen lopussa (kertymä)',
  special:
    'Osallistujat, jotka ilmoittivat erityiseen ryhmään kuuluvan taustan, neljänneksen lopussa (kertymä)',
  results: 'Osallistujat, joiden lähdöstä on neljä viikkoa, tuloksen mukaan neljänneksen lopussa (kertymä)',
}
