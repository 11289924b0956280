// Service paths to start from. They are a proposal to be edited and approved by the county, hence not approved.
import type { PathTemplate } from '../plans/plan.ts'

const SOURCE =
  'Hankesuunnitelma TP2–TP4 ja työttömän terveystarkastuksen käytäntö; hyväksyttävä hyvinvointialueella'

type Step = PathTemplate['steps'][number]
const step = (
  title: string,
  responsible: Step['responsible'],
  days: number | null,
  instructions: string,
): Step => ({
  title,
  responsible,
  days,
  instructions,
  contact: '',
})

/** In Finnish: they are the county's own texts, shown to the client as they stand. */
export const PATH_TEMPLATES: readonly PathTemplate[] = [
  {
    id: 'terveystarkastus',
    name: 'Työttömän terveystarkastuksesta eteenpäin',
    source: SOURCE,
    approved: false,
    steps: [
      step(
        'Esitietolomake',
        'client',
        0,
        'Täytä esitietolomake kotona tai vastaanotolla ja ota se mukaan tarkastukseen.',
      ),
      step(
        'Terveystarkastus',
        'nurse',
        0,
        'Hoitaja käy kanssasi läpi terveytesi, työkykysi ja omat tavoitteesi.',
      ),
      step(
        'Lääkärin arvio',
        'doctor',
        14,
        'Lääkäri arvioi työkykysi, jos hoitaja tai sinä pidätte sitä tarpeellisena.',
      ),
      step(
        'Yhteinen suunnitelma',
        'nurse',
        14,
        'Saat suunnitelman, jossa on seuraavat askeleet ja yhteystiedot.',
      ),
      step('Seurantasoitto', 'nurse', 90, 'Hoitaja soittaa ja kysyy, miten suunnitelma on edennyt.'),
    ],
  },
  {
    id: 'tyokyvyn-tuki',
    name: 'Työkyvyn tuki ja kuntoutus',
    source: SOURCE,
    approved: false,
    steps: [
      step(
        'Työkyvyn arviointi',
        'doctor',
        14,
        'Lääkäri, fysioterapeutti tai muu asiantuntija arvioi työkykyäsi.',
      ),
      step(
        'Työkykykoordinaattorin tapaaminen',
        'coordinator',
        21,
        'Työkykykoordinaattori kokoaa kanssasi tarvittavan tuen.',
      ),
      step(
        'Verkostotapaaminen',
        'coordinator',
        42,
        'Tapaat yhdessä ne työntekijät, joiden apua tarvitset. Sinä päätät, ketkä kutsutaan.',
      ),
      step(
        'Kuntoutukseen hakeminen',
        'client',
        60,
        'Haet kuntoutusta ohjeiden mukaan. Saat apua hakemukseen.',
      ),
      step(
        'Seuranta',
        'coordinator',
        120,
        'Katsotte yhdessä, onko tuki auttanut ja mitä seuraavaksi tehdään.',
      ),
    ],
  },
  {
    id: 'hyvinvointilahete',
    name: 'Hyvinvointilähete',
    source: SOURCE,
    approved: false,
    steps: [
      step(
        'Suostumus ja lähete',
        'nurse',
        0,
        'Lähete lähetetään vain sinun suostumuksellasi ja vain sille, jonka hyväksyt.',
      ),
      step(
        'Linkkihenkilö ottaa yhteyttä',
        'other',
        14,
        'Linkkihenkilö soittaa tai lähettää viestin. Voitte sopia ensimmäisen tapaamisen.',
      ),
      step(
        'Yhdessä liikkeelle',
        'client',
        30,
        'Kokeilet linkkihenkilön kanssa sinua kiinnostavaa toimintaa.',
      ),
      step('Kuulumiset', 'nurse', 90, 'Kerrot, mitä hyvinvointilähetteestä on ollut sinulle.'),
    ],
  },
  {
    id: 'uraohjaus',
    name: 'Vahvuusperustainen uraohjaus ja opinnot',
    source: SOURCE,
    approved: false,
    steps: [
      step(
        'Ensimmäinen ohjaus',
        'counsellor',
        14,
        'Tapaat uraohjaajan lähi- tai etätapaamisessa. Mietitte yhdessä vahvuuksiasi.',
      ),
      step('Osaamisen kartoitus', 'counsellor', 30, 'Kokoatte osaamisesi ja koulutustarpeesi.'),
      step(
        'Tutustuminen koulutukseen tai työhön',
        'client',
        60,
        'Käyt tutustumassa sinua kiinnostavaan koulutukseen tai työhön.',
      ),
      step('Hakeminen', 'client', 90, 'Haet koulutukseen, työkokeiluun tai työhön. Saat apua hakemiseen.'),
      step(
        'Seuranta',
        'counsellor',
        150,
        'Ohjaaja kysyy, miten olet päässyt alkuun ja tarvitsetko lisää tukea.',
      ),
    ],
  },
]
