// WHO-5 wellbeing index.
import { bandTable } from '../health-checks/bands.ts'
import { answerOptions, type Instrument, textItems, usual } from './instrument.ts'

const OPTIONS = answerOptions(
  [
    ['Koko ajan', 'Hela tiden', 'All of the time'],
    ['Suurimman osan ajasta', 'Större delen av tiden', 'Most of the time'],
    ['Yli puolet ajasta', 'Mer än hälften av tiden', 'More than half of the time'],
    ['Alle puolet ajasta', 'Mindre än hälften av tiden', 'Less than half of the time'],
    ['Silloin tällöin', 'Då och då', 'Some of the time'],
    ['Ei koskaan', 'Aldrig', 'At no time'],
  ],
  [5, 4, 3, 2, 1, 0],
)

export const WHO5: Instrument = {
  ...usual,
  id: 'who5',
  licence: 'ship_attr',
  source: 'WHO 2024; Finnish and Swedish texts recalled, compare with the official forms',
  attribution:
    'The World Health Organization-Five Well-Being Index (WHO-5). Geneva: World Health Organization; 2024. Licence: CC BY-NC-SA 3.0 IGO.',
  stem: {
    fi: 'Valitse kunkin väittämän kohdalla vaihtoehto, joka kuvaa vointiasi parhaiten kahden viimeksi kuluneen viikon aikana.',
    sv: 'Välj för varje påstående det alternativ som bäst stämmer med hur du har känt dig under de senaste två veckorna.',
    en: 'For each statement, choose the answer that is closest to how you have been feeling over the last two weeks.',
  },
  items: textItems(OPTIONS, [
    [
      'Olen tuntenut itseni iloiseksi ja hyväntuuliseksi',
      'Jag har känt mig glad och på gott humör',
      'I have felt cheerful and in good spirits',
    ],
    [
      'Olen tuntenut itseni tyyneksi ja rentoutuneeksi',
      'Jag har känt mig lugn och avslappnad',
      'I have felt calm and relaxed',
    ],
    [
      'Olen tuntenut itseni toimeliaaksi ja tarmokkaaksi',
      'Jag har känt mig aktiv och kraftfull',
      'I have felt active and vigorous',
    ],
    [
      'Olen herännyt virkeänä ja levänneenä',
      'Jag har känt mig pigg och utvilad när jag vaknat',
      'I woke up feeling fresh and rested',
    ],
    [
      'Jokapäiväinen elämäni on ollut täynnä minua kiinnostavia asioita',
      'Mitt vardagsliv har varit fyllt av sådant som intresserar mig',
      'My daily life has been filled with things that interest me',
    ],
  ]),
  scoring: { kind: 'sum', multiplier: 4 },
  bands: bandTable(
    'who5',
    0,
    [
      ['clearly_reduced', 0, 'severe'],
      ['reduced', 29, 'mild'],
      ['good', 51, 'good'],
    ],
    100,
    'WHO-5 cut-offs 50 and 28, from knowledge (verify)',
  ),
}
