// Nicotine dependence: HSI (two questions) and FTND (six).
import { bandTable } from '../health-checks/bands.ts'
import { answerOptions, type Instrument, type Item, usual } from './instrument.ts'

const FIRST_CIGARETTE: Item = {
  id: 'first',
  text: {
    fi: 'Kuinka pian herättyäsi poltat ensimmäisen savukkeen?',
    sv: 'Hur snart efter att du har vaknat röker du den första cigaretten?',
    en: 'How soon after you wake up do you smoke your first cigarette?',
  },
  options: answerOptions(
    [
      ['Enintään 5 minuutin kuluttua', 'Inom 5 minuter', 'Within 5 minutes'],
      ['6–30 minuutin kuluttua', 'Efter 6–30 minuter', 'After 6–30 minutes'],
      ['31–60 minuutin kuluttua', 'Efter 31–60 minuter', 'After 31–60 minutes'],
      ['Yli 60 minuutin kuluttua', 'Efter mer än 60 minuter', 'After more than 60 minutes'],
    ],
    [3, 2, 1, 0],
  ),
  values: [3, 2, 1, 0],
}

const PER_DAY: Item = {
  id: 'perDay',
  text: {
    fi: 'Kuinka monta savuketta poltat päivässä?',
    sv: 'Hur många cigaretter röker du per dag?',
    en: 'How many cigarettes do you smoke a day?',
  },
  options: answerOptions([
    ['Enintään 10', 'Högst 10', '10 or fewer'],
    ['11–20', '11–20', '11–20'],
    ['21–30', '21–30', '21–30'],
    ['31 tai enemmän', '31 eller fler', '31 or more'],
  ]),
  values: [0, 1, 2, 3],
}

const YES_NO = answerOptions([
  ['Ei', 'Nej', 'No'],
  ['Kyllä', 'Ja', 'Yes'],
])
const yesNo = (id: string, fi: string, sv: string, en: string): Item => ({
  id,
  text: { fi, sv, en },
  options: YES_NO,
  values: [0, 1],
})

/** Points of the second question from the number of cigarettes a day. */
export const cigarettePoints = (perDay: number): number =>
  perDay <= 10 ? 0 : perDay <= 20 ? 1 : perDay <= 30 ? 2 : 3

/** Points of the first question from the minutes between waking and the first cigarette. */
export const firstCigarettePoints = (minutes: number): number =>
  minutes <= 5 ? 3 : minutes <= 30 ? 2 : minutes <= 60 ? 1 : 0

export const HSI: Instrument = {
  ...usual,
  id: 'hsi',
  licence: 'ship',
  source: 'Heaviness of Smoking Index, from knowledge; Käypä hoito may class otherwise (verify)',
  items: [FIRST_CIGARETTE, PER_DAY],
  scoring: { kind: 'sum' },
  sensitive: 'substances',
  bands: bandTable(
    'hsi',
    0,
    [
      ['low', 0, 'neutral'],
      ['moderate', 3, 'mild'],
      ['strong', 5, 'severe'],
    ],
    6,
    'HSI classes, from knowledge (verify)',
  ),
}

export const FTND: Instrument = {
  ...usual,
  id: 'ftnd',
  licence: 'ship_attr',
  source: 'Fagerström Test for Nicotine Dependence, texts recalled (verify)',
  attribution: 'T. F. Heatherton, L. T. Kozlowski, R. C. Frecker, K.-O. Fagerström 1991',
  items: [
    FIRST_CIGARETTE,
    yesNo(
      'difficult',
      'Onko sinusta vaikea olla tupakoimatta paikoissa, joissa se on kielletty?',
      'Har du svårt att låta bli att röka på ställen där det är förbjudet?',
      'Do you find it difficult to refrain from smoking in places where it is forbidden?',
    ),
    yesNo(
      'morning',
      'Olisiko päivän ensimmäisestä savukkeesta vaikeinta luopua?',
      'Skulle dagens första cigarett vara svårast att avstå från?',
      'Would you hate most to give up the first cigarette of the day?',
    ),
    PER_DAY,
    yesNo(
      'more',
      'Poltatko aamun ensimmäisinä tunteina enemmän kuin muina aikoina?',
      'Röker du mer under de första timmarna på morgonen än under resten av dagen?',
      'Do you smoke more during the first hours after waking than during the rest of the day?',
    ),
    yesNo(
      'ill',
      'Tupakoitko, vaikka olisit niin sairas, että joudut olemaan vuoteessa?',
      'Röker du även när du är så sjuk att du måste ligga till sängs?',
      'Do you smoke even if you are so ill that you are in bed most of the day?',
    ),
  ],
  scoring: { kind: 'sum' },
  sensitive: 'substances',
  bands: bandTable(
    'ftnd',
    0,
    [
      ['very_low', 0, 'neutral'],
      ['low', 3, 'neutral'],
      ['medium', 5, 'mild'],
      ['strong', 6, 'marked'],
      ['very_strong', 8, 'severe'],
    ],
    10,
    'FTND classes, from knowledge (verify)',
  ),
}
