// The 21 municipalities of Lapland, their sub-regions and employment areas: editable data with sources.

export type SubRegionId =
  | 'rovaniemi'
  | 'kemi_tornio'
  | 'torniolaakso'
  | 'ita_lappi'
  | 'tunturi_lappi'
  | 'pohjois_lappi'

/** Sub-regions that coarsen the municipalities, with their Finnish names. */
export const SUB_REGIONS: readonly { id: SubRegionId; fi: string; sv: string; en: string }[] = [
  { id: 'rovaniemi', fi: 'Rovaniemen seutu', sv: 'Rovaniemiregionen', en: 'Rovaniemi sub-region' },
  { id: 'kemi_tornio', fi: 'Kemi–Tornio', sv: 'Kemi–Torneå', en: 'Kemi–Tornio' },
  { id: 'torniolaakso', fi: 'Torniolaakso', sv: 'Tornedalen', en: 'Torne Valley' },
  { id: 'ita_lappi', fi: 'Itä-Lappi', sv: 'Östra Lappland', en: 'Eastern Lapland' },
  { id: 'tunturi_lappi', fi: 'Tunturi-Lappi', sv: 'Fjällappland', en: 'Fell Lapland' },
  { id: 'pohjois_lappi', fi: 'Pohjois-Lappi', sv: 'Norra Lappland', en: 'Northern Lapland' },
]

/** Statistics Finland codes of the 21 municipalities, three digits as text. */
export const MUNICIPALITY_CODES = [
  '047',
  '148',
  '240',
  '241',
  '261',
  '273',
  '320',
  '498',
  '583',
  '614',
  '683',
  '698',
  '732',
  '742',
  '751',
  '758',
  '845',
  '851',
  '854',
  '890',
  '976',
] as const
export type MunicipalityCode = (typeof MUNICIPALITY_CODES)[number]

export type Municipality = {
  code: MunicipalityCode
  fi: string
  sv: string
  /** Northern Sámi name where one is official, else the Finnish name. */
  se: string
  subRegion: SubRegionId
  /** Inhabitants, rounded, about the end of 2024. */
  population: number
}

const at = (
  code: MunicipalityCode,
  fi: string,
  subRegion: SubRegionId,
  population: number,
  sv: string = fi,
  se: string = fi,
): Municipality => ({ code, fi, sv, se, subRegion, population })

export const MUNICIPALITIES: readonly Municipality[] = [
  at('047', 'Enontekiö', 'tunturi_lappi', 1800, 'Enontekis', 'Eanodat'),
  at('148', 'Inari', 'pohjois_lappi', 7200, 'Enare', 'Anár'),
  at('240', 'Kemi', 'kemi_tornio', 19600),
  at('241', 'Keminmaa', 'kemi_tornio', 7700),
  at('261', 'Kittilä', 'tunturi_lappi', 6900),
  at('273', 'Kolari', 'tunturi_lappi', 4000),
  at('320', 'Kemijärvi', 'ita_lappi', 6900),
  at('498', 'Muonio', 'tunturi_lappi', 2350),
  at('583', 'Pelkosenniemi', 'ita_lappi', 950),
  at('614', 'Posio', 'ita_lappi', 2900),
  at('683', 'Ranua', 'rovaniemi', 3600),
  at('698', 'Rovaniemi', 'rovaniemi', 65700),
  at('732', 'Salla', 'ita_lappi', 3300),
  at('742', 'Savukoski', 'ita_lappi', 950),
  at('751', 'Simo', 'kemi_tornio', 2800),
  at('758', 'Sodankylä', 'pohjois_lappi', 8100, 'Sodankylä', 'Soađegilli'),
  at('845', 'Tervola', 'kemi_tornio', 2750),
  at('851', 'Tornio', 'kemi_tornio', 20900, 'Torneå'),
  at('854', 'Pello', 'torniolaakso', 3150),
  at('890', 'Utsjoki', 'pohjois_lappi', 1150, 'Utsjoki', 'Ohcejohka'),
  at('976', 'Ylitornio', 'torniolaakso', 3650, 'Övertorneå'),
]

/** Where the table's names, codes and rounded populations come from; the populations await review. */
export const MUNICIPALITIES_SOURCE = {
  source:
    'Statistics Finland municipality codes; Lapha list of municipalities; populations rounded, end of 2024',
  approved: false,
  reviewedOn: null,
} as const

const byCode: ReadonlyMap<string, Municipality> = new Map(
  MUNICIPALITIES.map((row): [string, Municipality] => [row.code, row]),
)

/** The municipality of a code, or null for places outside Lapland and unknown ones. */
export const municipalityOf = (code: string): Municipality | null => byCode.get(code) ?? null

export type EmploymentArea = {
  id: string
  fi: string
  municipalities: readonly string[]
  /** YYYY-MM-DD, from act 380/2023. */
  validFrom: string
  validTo: string | null
  source: string
  approved: boolean
}

const area = (id: string, fi: string, municipalities: string[], source: string): EmploymentArea => ({
  id,
  fi,
  municipalities,
  validFrom: '2025-01-01',
  validTo: null,
  source,
  approved: false,
})

/** Employment areas since 1.1.2025; the first set that an administrator may edit. */
export const EMPLOYMENT_AREAS: readonly EmploymentArea[] = [
  area(
    'TA-TUPE',
    'Tunturi-Lapin ja Pellon työllisyysalue',
    ['047', '261', '273', '498', '854'],
    'Government decision 30.11.2023 (kittila.fi 1.12.2023)',
  ),
  area(
    'TA-MERI',
    'Meri-Lapin työllisyysalue',
    ['240', '241', '751', '845', '851', '976'],
    'Proposal of 2023 (Muonio minutes), final form to be verified',
  ),
  area('TA-ROI', 'Rovaniemen työllisyysalue', ['683', '698'], 'To be verified with the employment area'),
  area(
    'TA-ITA',
    'Itä-Lapin työllisyysalue',
    ['320', '583', '614', '732', '742'],
    'To be verified; Posio uncertain',
  ),
  area(
    'TA-POHJ',
    'Pohjois-Lapin työllisyysalue',
    ['148', '758', '890'],
    'To be verified with the employment area',
  ),
]
