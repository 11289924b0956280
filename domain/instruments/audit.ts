// AUDIT and AUDIT-C: drinking over the last year. One Finnish dose is 12 g of alcohol.
import { bandTable } from '../health-checks/bands.ts'
import { answerOptions, type Instrument, type Item, usual } from './instrument.ts'

const ATTRIBUTION = 'AUDIT: T. F. Babor et al., World Health Organization 2001. For non-commercial use.'
const SOURCE =
  'Finnish items: paihdelinkki.fi; options and Swedish texts recalled, compare with the official forms'

const FREQUENCY = answerOptions([
  ['En koskaan', 'Aldrig', 'Never'],
  ['Noin kerran kuussa tai harvemmin', 'Ungefär en gång i månaden eller mera sällan', 'Monthly or less'],
  ['2–4 kertaa kuussa', '2–4 gånger i månaden', '2 to 4 times a month'],
  ['2–3 kertaa viikossa', '2–3 gånger i veckan', '2 to 3 times a week'],
  ['4 kertaa viikossa tai useammin', '4 gånger i veckan eller oftare', '4 or more times a week'],
])
const DOSES = answerOptions([
  ['1–2 annosta', '1–2 portioner', '1 or 2 drinks'],
  ['3–4 annosta', '3–4 portioner', '3 or 4 drinks'],
  ['5–6 annosta', '5–6 portioner', '5 or 6 drinks'],
  ['7–9 annosta', '7–9 portioner', '7 to 9 drinks'],
  ['10 annosta tai enemmän', '10 portioner eller fler', '10 or more drinks'],
])
const HOW_OFTEN = answerOptions([
  ['En koskaan', 'Aldrig', 'Never'],
  ['Harvemmin kuin kerran kuussa', 'Mera sällan än en gång i månaden', 'Less than monthly'],
  ['Kerran kuussa', 'En gång i månaden', 'Monthly'],
  ['Kerran viikossa', 'En gång i veckan', 'Weekly'],
  ['Päivittäin tai lähes päivittäin', 'Dagligen eller nästan dagligen', 'Daily or almost daily'],
])
const EVER = answerOptions(
  [
    ['Ei', 'Nej', 'No'],
    [
      'On, mutta ei viimeisen vuoden aikana',
      'Ja, men inte under det senaste året',
      'Yes, but not in the last year',
    ],
    ['On, viimeisen vuoden aikana', 'Ja, under det senaste året', 'Yes, during the last year'],
  ],
  [0, 2, 4],
)

const item = (id: string, options: typeof EVER, fi: string, sv: string, en: string): Item => ({
  id,
  text: { fi, sv, en },
  options,
  values: options.map(({ value }) => value),
})

const FIRST_THREE: readonly Item[] = [
  item(
    'q1',
    FREQUENCY,
    'Kuinka usein juot olutta, viiniä tai muita alkoholijuomia? Ota mukaan myös ne kerrat, jolloin nautit vain pieniä määriä, esim. pullon keskiolutta tai tilkan viiniä.',
    'Hur ofta dricker du öl, vin eller andra alkoholdrycker? Räkna också med de gånger du dricker bara små mängder, t.ex. en flaska mellanöl eller lite vin.',
    'How often do you have a drink containing alcohol? Include also the times when you have only a small amount.',
  ),
  item(
    'q2',
    DOSES,
    'Kuinka monta annosta alkoholia yleensä olet ottanut niinä päivinä, jolloin käytit alkoholia?',
    'Hur många portioner alkohol har du vanligtvis tagit de dagar då du har druckit alkohol?',
    'How many drinks containing alcohol do you have on a typical day when you are drinking?',
  ),
  item(
    'q3',
    HOW_OFTEN,
    'Kuinka usein olet juonut kerralla kuusi tai useampia annoksia?',
    'Hur ofta har du druckit sex eller fler portioner på en gång?',
    'How often do you have six or more drinks on one occasion?',
  ),
]

const OTHERS: readonly Item[] = [
  item(
    'q4',
    HOW_OFTEN,
    'Kuinka usein viime vuoden aikana sinulle kävi niin, että et pystynyt lopettamaan alkoholin käyttöä, kun aloit ottaa?',
    'Hur ofta under det senaste året kunde du inte sluta dricka när du väl hade börjat?',
    'How often during the last year have you found that you were not able to stop drinking once you had started?',
  ),
  item(
    'q5',
    HOW_OFTEN,
    'Kuinka usein viime vuoden aikana et ole juomisesi vuoksi saanut tehtyä jotain, mikä tavallisesti kuuluu tehtäviisi?',
    'Hur ofta under det senaste året har du på grund av ditt drickande inte fått något gjort som normalt hör till dina uppgifter?',
    'How often during the last year have you failed to do what was normally expected of you because of drinking?',
  ),
  item(
    'q6',
    HOW_OFTEN,
    'Kuinka usein viime vuoden aikana runsaan juomisen jälkeen tarvitsit aamulla olutta tai muuta alkoholia päästäksesi paremmin liikkeelle?',
    'Hur ofta under det senaste året behövde du efter rikligt drickande öl eller annan alkohol på morgonen för att komma i gång?',
    'How often during the last year have you needed a first drink in the morning to get yourself going after a heavy drinking session?',
  ),
  item(
    'q7',
    HOW_OFTEN,
    'Kuinka usein viime vuoden aikana tunsit syyllisyyttä tai katumusta juomisen jälkeen?',
    'Hur ofta under det senaste året kände du skuld eller ånger efter att du hade druckit?',
    'How often during the last year have you had a feeling of guilt or remorse after drinking?',
  ),
  item(
    'q8',
    HOW_OFTEN,
    'Kuinka usein viime vuoden aikana sinulle kävi niin, että et juomisen vuoksi pystynyt muistamaan edellisen illan tapahtumia?',
    'Hur ofta under det senaste året kunde du på grund av drickandet inte minnas vad som hade hänt kvällen innan?',
    'How often during the last year have you been unable to remember what happened the night before because you had been drinking?',
  ),
  item(
    'q9',
    EVER,
    'Oletko itse tai onko joku muu satuttanut tai loukannut itseään sinun alkoholinkäyttösi seurauksena?',
    'Har du själv eller någon annan skadats till följd av ditt drickande?',
    'Have you or someone else been injured as a result of your drinking?',
  ),
  item(
    'q10',
    EVER,
    'Onko joku läheisesi tai ystäväsi, lääkäri tai joku muu ollut huolissaan alkoholinkäytöstäsi tai ehdottanut että vähentäisit juomista?',
    'Har någon närstående eller vän, en läkare eller någon annan varit orolig över ditt drickande eller föreslagit att du ska minska på det?',
    'Has a relative or friend or a doctor or another health worker been concerned about your drinking or suggested you cut down?',
  ),
]

const riskFrom = (cut: number, source: string) =>
  bandTable(
    'auditc',
    0,
    [
      ['no_risk', 0, 'good'],
      ['risk', cut, 'marked'],
    ],
    12,
    source,
  )

export const AUDIT_C: Instrument = {
  ...usual,
  id: 'auditc',
  licence: 'ship_attr',
  source: SOURCE,
  attribution: ATTRIBUTION,
  items: FIRST_THREE,
  scoring: { kind: 'sum' },
  skips: [{ when: [{ item: 0, equals: 0 }], items: [1, 2], force: true }],
  sensitive: 'substances',
  bands: {
    female: riskFrom(5, 'Women from 5, from knowledge (verify)'),
    male: riskFrom(6, 'Men from 6: palveluketjut.hyvaep.fi (verify)'),
    unknown: riskFrom(5, 'Sex unknown: the lower limit'),
  },
}

export const AUDIT: Instrument = {
  ...usual,
  id: 'audit',
  licence: 'ship_attr',
  source: SOURCE,
  attribution: ATTRIBUTION,
  items: [...FIRST_THREE, ...OTHERS],
  scoring: { kind: 'sum' },
  skips: [
    { when: [{ item: 0, equals: 0 }], items: [1, 2, 3, 4, 5, 6, 7], force: true },
    {
      when: [
        { item: 1, equals: 0 },
        { item: 2, equals: 0 },
      ],
      items: [3, 4, 5, 6, 7],
      force: false,
    },
  ],
  sensitive: 'substances',
  carriesFrom: 'auditc',
  bands: bandTable(
    'audit',
    0,
    [
      ['low', 0, 'good'],
      ['slightly_raised', 8, 'mild'],
      ['clearly_raised', 11, 'marked'],
      ['high', 15, 'severe'],
      ['very_high', 20, 'severe'],
    ],
    40,
    'Finnish AUDIT classes, from knowledge (verify); WHO zones are 0–7, 8–15, 16–19, 20–40',
  ),
}
