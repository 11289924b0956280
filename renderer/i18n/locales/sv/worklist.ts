// What waits for the signed-in person.

export const worklist = {
  title: 'Arbetslista',
  intro: 'Oavslutade kontroller, läkarens kö, uppföljningar och remisser som väntar på svar.',
  filter: 'Visa',
  date: 'Datum',
  client: 'Klient',
  what: 'Vad som väntar',
  state: 'Läge',
  overdue: 'försenad',
  nothing: 'Inget väntar',
  nothingHelp: 'Sök en klient eller börja en ny kontroll på klientens sida.',
  counted: '{{name}} ({{count}})',
  show: {
    all: 'Allt',
    today: 'I dag',
    overdue: 'Försenat',
    draft: 'Oavslutat',
    'doctor-queue': 'Läkarens kö',
    'follow-up': 'Uppföljningar',
    plan: 'Plan',
    referral: 'Remisser',
  },
  kind: {
    draft: 'Oavslutad kontroll',
    amendment: 'Oavslutad rättelse av kontroll',
    'doctor-queue': 'Läkarens del',
    'follow-up': 'Avtalad uppföljning',
    plan: 'Steg i planen',
    referral: 'Remiss som väntar',
  },
}
