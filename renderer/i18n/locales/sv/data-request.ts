// The client's data on request.

export const dataRequest = {
  tab: 'Begäran om uppgifter',
  title: 'Klientens uppgifter på begäran',
  intro:
    'Klienten har rätt att få alla uppgifter om sig och veta vem som har sett dem och när. Visning och sparande antecknas i loggen.',
  identity: 'Kontrollera klientens identitet före överlämnandet.',
  show: 'Visa och skriv ut',
  save: 'Spara som JSON-fil',
  saved: 'Filen sparad.',
  fileHelp:
    'JSON-filen innehåller allt, också känsliga svar och spärrmarkerade kontaktuppgifter. Ge den bara till klienten själv.',
  paper: 'Uppgifter om dig',
  made: '{{station}} · {{time}}',
  leftOut: 'Från denna utskrift har utelämnats: {{kinds}}. Klienten får också dem på begäran.',
  earlierHetu: 'Tidigare personbeteckning {{number}} (till {{date}})',
  corrections: 'Rättelser',
  followUpDone: 'Uppföljningen {{date}} märktes som gjord {{time}}, {{by}}',
  version: 'Version {{version}}: {{time}}, {{by}}',
  draft: 'Oavslutad: sparad {{time}}',
  referral: 'Välfärdsremiss {{date}}',
  at: 'Tid',
  by: 'Antecknad av',
  planChanges: 'Tidigare uppgifter i planen',
  until: 'Gällde till',
  releases: 'Statistik där du har räknats med',
  releasesHelp: 'Statistiken innehåller bara antal, inga namn eller personbeteckningar.',
  countedAs: 'Vad som räknades',
  counted: {
    participant: 'Deltagare',
    check: 'Hälsoundersökning',
    referral: 'Välfärdsremiss',
    result: 'Resultat vid avslut',
  },
  classes: 'Klasser',
  erasure:
    '{{by}} har föreslagit att uppgifterna raderas, {{time}}. Förslaget förfaller när uppgifterna används.',
}
