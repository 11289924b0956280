// Three-item loneliness scale.
import { bandTable } from '../health-checks/bands.ts'
import { answerOptions, type Instrument, textItems, usual } from './instrument.ts'

const OPTIONS = answerOptions(
  [
    ['Harvoin tai ei koskaan', 'Sällan eller aldrig', 'Hardly ever or never'],
    ['Joskus', 'Ibland', 'Some of the time'],
    ['Usein', 'Ofta', 'Often'],
  ],
  [1, 2, 3],
)

export const UCLA3: Instrument = {
  ...usual,
  id: 'ucla3',
  licence: 'ship_attr',
  source: 'Hughes et al. 2004; Finnish and Swedish texts recalled (verify)',
  attribution: 'M. E. Hughes, L. J. Waite, L. C. Hawkley, J. T. Cacioppo 2004, Three-Item Loneliness Scale',
  stem: {
    fi: 'Kuinka usein sinusta tuntuu seuraavalta?',
    sv: 'Hur ofta känner du så här?',
    en: 'How often do you feel as follows?',
  },
  items: textItems(OPTIONS, [
    [
      'Tunnen, että minulta puuttuu seura',
      'Jag känner att jag saknar sällskap',
      'I feel that I lack companionship',
    ],
    ['Tunnen oloni ulkopuoliseksi', 'Jag känner mig utanför', 'I feel left out'],
    [
      'Tunnen olevani eristyksissä muista',
      'Jag känner mig isolerad från andra',
      'I feel isolated from others',
    ],
  ]),
  scoring: { kind: 'sum' },
  bands: bandTable(
    'ucla3',
    0,
    [
      ['not_lonely', 3, 'good'],
      ['lonely', 6, 'marked'],
    ],
    9,
    'UCLA-3 cut-off 6, from knowledge (verify)',
  ),
}
