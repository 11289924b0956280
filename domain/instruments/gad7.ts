// GAD-7: symptoms of anxiety over the last two weeks.
import { bandTable } from '../health-checks/bands.ts'
import { type Instrument, textItems, usual } from './instrument.ts'
import { TWO_WEEK_OPTIONS, TWO_WEEK_STEM } from './phq.ts'

export const GAD7: Instrument = {
  ...usual,
  id: 'gad7',
  licence: 'ship_attr',
  source: 'Finnish and Swedish texts recalled, compare with the official forms; English: PHQ screeners',
  attribution:
    'GAD-7: R. L. Spitzer, J. B. W. Williams, K. Kroenke et al., with an educational grant from Pfizer Inc. No permission required to reproduce, translate, display or distribute.',
  stem: TWO_WEEK_STEM,
  items: textItems(TWO_WEEK_OPTIONS, [
    [
      'Hermostuneisuuden, ahdistuneisuuden tai kireyden tunne',
      'Känt dig nervös, ängslig eller väldigt stressad',
      'Feeling nervous, anxious or on edge',
    ],
    [
      'En ole pystynyt lopettamaan tai hallitsemaan huolestuneisuuttani',
      'Inte kunnat sluta oroa dig eller kontrollera din oro',
      'Not being able to stop or control worrying',
    ],
    [
      'Liiallinen huolestuneisuus erilaisista asioista',
      'Oroat dig för mycket för olika saker',
      'Worrying too much about different things',
    ],
    ['Vaikeus rentoutua', 'Haft svårt att slappna av', 'Trouble relaxing'],
    [
      'Niin levoton olo, että on vaikea pysyä aloillaan',
      'Varit så rastlös att du har haft svårt att sitta still',
      'Being so restless that it is hard to sit still',
    ],
    [
      'Taipumus harmistua tai ärsyyntyä helposti',
      'Blivit lätt irriterad eller retlig',
      'Becoming easily annoyed or irritable',
    ],
    [
      'Pelko siitä, että jotakin kauheaa saattaisi tapahtua',
      'Känt dig rädd för att något hemskt skulle hända',
      'Feeling afraid as if something awful might happen',
    ],
  ]),
  scoring: { kind: 'sum' },
  bands: bandTable(
    'gad7',
    0,
    [
      ['minimal', 0, 'good'],
      ['mild', 5, 'neutral'],
      ['moderate', 10, 'mild'],
      ['severe', 15, 'severe'],
    ],
    21,
    'GAD-7 classes, from knowledge (verify)',
  ),
}
