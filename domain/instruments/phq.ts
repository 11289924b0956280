// PHQ-2 and PHQ-9: symptoms of depression over the last two weeks, with the safety step of item 9.
import { bandTable } from '../health-checks/bands.ts'
import { answerOptions, type Instrument, textItems, upTo, usual } from './instrument.ts'

const SOURCE =
  'Finnish text recalled, compare with the official form; Swedish: screener.se; English: PHQ screeners'
const ATTRIBUTION =
  'PHQ: R. L. Spitzer, J. B. W. Williams, K. Kroenke et al., with an educational grant from Pfizer Inc. No permission required to reproduce, translate, display or distribute.'

/** How often, over two weeks; shared with GAD-7. */
export const TWO_WEEK_OPTIONS = answerOptions([
  ['Ei lainkaan', 'Inte alls', 'Not at all'],
  ['Useina päivinä', 'Flera dagar', 'Several days'],
  ['Suurimpana osana päivistä', 'Mer än hälften av dagarna', 'More than half the days'],
  ['Lähes joka päivä', 'Nästan varje dag', 'Nearly every day'],
])

export const TWO_WEEK_STEM = {
  fi: 'Kuinka usein seuraavat ongelmat ovat vaivanneet sinua viimeisten 2 viikon aikana?',
  sv: 'Under de senaste 2 veckorna, hur ofta har du besvärats av något av följande problem?',
  en: 'Over the last 2 weeks, how often have you been bothered by any of the following problems?',
} as const

const ITEMS = textItems(TWO_WEEK_OPTIONS, [
  [
    'Vain vähäinen mielenkiinto tai mielihyvä asioiden tekemisestä',
    'Lite intresse eller glädje i att göra saker',
    'Little interest or pleasure in doing things',
  ],
  [
    'Alakuloisuus, masentuneisuus tai toivottomuus',
    'Känt dig nedstämd, deprimerad eller känt att framtiden ser hopplös ut',
    'Feeling down, depressed, or hopeless',
  ],
  [
    'Vaikeus nukahtaa tai pysyä unessa tai liiallinen nukkuminen',
    'Problem att somna eller att vakna i förtid, eller sovit för mycket',
    'Trouble falling or staying asleep, or sleeping too much',
  ],
  ['Väsymys tai voimattomuus', 'Känt dig trött eller energilös', 'Feeling tired or having little energy'],
  [
    'Ruokahaluttomuus tai liiallinen syöminen',
    'Dålig aptit eller att du ätit för mycket',
    'Poor appetite or overeating',
  ],
  [
    'Huono omanarvontunto tai tunne, että olet epäonnistunut tai tuottanut pettymyksen itsellesi tai perheellesi',
    'Dålig självkänsla – eller att du känt dig misslyckad eller att du svikit dig själv eller din familj',
    'Feeling bad about yourself – or that you are a failure or have let yourself or your family down',
  ],
  [
    'Vaikeus keskittyä asioihin, esimerkiksi sanomalehden lukemiseen tai television katseluun',
    'Svårigheter att koncentrera dig, till exempel när du läst tidningen eller sett på TV',
    'Trouble concentrating on things, such as reading the newspaper or watching television',
  ],
  [
    'Niin hidas liikkuminen tai puhuminen, että muut ovat ehkä huomanneet; tai päinvastoin niin levoton olo, että olet liikkunut paljon tavallista enemmän',
    'Att du rört dig eller talat så långsamt att andra noterat det; eller motsatsen – att du varit så nervös eller rastlös att du rört dig mer än vanligt',
    'Moving or speaking so slowly that other people could have noticed; or the opposite – so fidgety or restless that you have been moving around a lot more than usual',
  ],
  [
    'Ajatuksia, että olisi parempi, jos olisit kuollut, tai ajatuksia vahingoittaa itseäsi jollakin tavalla',
    'Tankar att det skulle vara bättre om du var död eller att du skulle skada dig på något sätt',
    'Thoughts that you would be better off dead or of hurting yourself in some way',
  ],
])

const DIFFICULTY = {
  id: 'difficulty',
  text: {
    fi: 'Jos sinulla on ollut näitä ongelmia: kuinka vaikeaksi ne ovat tehneet työsi, kotiasioiden hoitamisen tai ihmisten kanssa toimeen tulemisen?',
    sv: 'Om du haft något av dessa problem: hur svårt har de gjort det för dig att utföra ditt arbete, ta hand om sysslor hemma eller komma överens med andra människor?',
    en: 'If you checked off any problems, how difficult have these made it for you to do your work, take care of things at home, or get along with other people?',
  },
  options: answerOptions([
    ['Ei lainkaan vaikeaksi', 'Inte alls svårt', 'Not difficult at all'],
    ['Jonkin verran vaikeaksi', 'Ganska svårt', 'Somewhat difficult'],
    ['Erittäin vaikeaksi', 'Mycket svårt', 'Very difficult'],
    ['Äärimmäisen vaikeaksi', 'Extremt svårt', 'Extremely difficult'],
  ]),
  values: upTo(3),
  unscored: true,
} as const

export const PHQ2: Instrument = {
  ...usual,
  id: 'phq2',
  licence: 'ship',
  source: SOURCE,
  attribution: ATTRIBUTION,
  stem: TWO_WEEK_STEM,
  items: ITEMS.slice(0, 2),
  scoring: { kind: 'sum' },
  bands: bandTable(
    'phq2',
    0,
    [
      ['negative', 0, 'good'],
      ['positive', 3, 'marked'],
    ],
    6,
    'PHQ-2 cut-off 3, from knowledge (verify)',
  ),
}

export const PHQ9: Instrument = {
  ...usual,
  id: 'phq9',
  licence: 'ship_attr',
  source: SOURCE,
  attribution: ATTRIBUTION,
  stem: TWO_WEEK_STEM,
  items: [...ITEMS, DIFFICULTY],
  scoring: { kind: 'sum' },
  prorating: { max: 2, round: true, never: [8], byDefault: false },
  alarms: [{ id: 'self_harm', item: 8, atLeast: 1 }],
  carriesFrom: 'phq2',
  bands: bandTable(
    'phq9',
    0,
    [
      ['minimal', 0, 'good'],
      ['mild', 5, 'neutral'],
      ['moderate', 10, 'mild'],
      ['moderately_severe', 15, 'marked'],
      ['severe', 20, 'severe'],
    ],
    27,
    'PHQ-9 classes, from knowledge (verify)',
  ),
}
