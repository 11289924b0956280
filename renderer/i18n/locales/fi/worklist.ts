// What waits for the signed-in person.

export const worklist = {
  title: 'Työlista',
  intro:
    'Keskeneräiset tarkastukset, lääkärin jono, seurannat, suunnitelman askeleet ja vastausta odottavat lähetteet.',
  filter: 'Näytä',
  date: 'Päivä',
  client: 'Asiakas',
  what: 'Mitä odottaa',
  state: 'Tila',
  overdue: 'myöhässä',
  nothing: 'Ei mitään odottamassa',
  nothingHelp: 'Hae asiakas tai aloita uusi tarkastus asiakkaan sivulta.',
  counted: '{{name}} ({{count}})',
  show: {
    all: 'Kaikki',
    today: 'Tänään',
    overdue: 'Myöhässä',
    draft: 'Kesken',
    'doctor-queue': 'Lääkärin jono',
    'follow-up': 'Seurannat',
    plan: 'Suunnitelma',
    referral: 'Lähetteet',
  },
  kind: {
    draft: 'Keskeneräinen tarkastus',
    amendment: 'Tarkastuksen korjaus kesken',
    'doctor-queue': 'Lääkärin osuus',
    'follow-up': 'Sovittu seuranta',
    plan: 'Suunnitelma',
    referral: 'Lähete odottaa',
  },
  ofClient: {
    title: 'Kesken ja tulossa',
    start: 'Aloita terveystarkastus tänään',
    goOn: 'Jatka tarkastusta {{date}}',
    nothing: 'Mitään ei ole kesken.',
    last: 'Edellinen tarkastus {{date}}.',
    noneYet: 'Tarkastusta ei ole vielä tehty.',
  },
}
