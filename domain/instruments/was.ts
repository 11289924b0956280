// Work Ability Score: perceived work ability now against one's lifetime best.
import { bandTable } from '../health-checks/bands.ts'
import { type Instrument, upTo, usual } from './instrument.ts'

export const WAS: Instrument = {
  ...usual,
  id: 'was',
  licence: 'ship',
  source: 'Single item of the Work Ability Index, wording at tyoelamatieto.fi; confirm with TTL',
  attribution: 'Työkykyindeksi (WAI), Työterveyslaitos',
  items: [
    {
      id: 'q1',
      text: {
        fi: 'Oletetaan, että työkykysi on parhaimmillaan saanut 10 pistettä. Minkä pistemäärän antaisit nykyiselle työkyvyllesi?',
        sv: 'Anta att din arbetsförmåga som bäst har fått 10 poäng. Hur många poäng skulle du ge din nuvarande arbetsförmåga?',
        en: 'Assume your work ability at its best has a value of 10 points. How many points would you give your current work ability?',
      },
      options: upTo(10).map((value) => ({
        value,
        label:
          value === 0
            ? {
                fi: '0 – täysin työkyvytön',
                sv: '0 – helt arbetsoförmögen',
                en: '0 – completely unable to work',
              }
            : value === 10
              ? {
                  fi: '10 – työkyky parhaimmillaan',
                  sv: '10 – arbetsförmågan som bäst',
                  en: '10 – work ability at its best',
                }
              : { fi: `${value}`, sv: `${value}`, en: `${value}` },
      })),
      values: upTo(10),
    },
  ],
  scoring: { kind: 'sum' },
  bands: bandTable(
    'was',
    0,
    [
      ['poor', 0, 'severe'],
      ['moderate', 6, 'mild'],
      ['good', 8, 'good'],
      ['excellent', 10, 'good'],
    ],
    10,
    'WAS classes, from knowledge (verify)',
  ),
}
