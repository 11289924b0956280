// Screens of the wellbeing referral.

export const referrals = {
  title: 'Välfärdsremiss',
  list: 'Välfärdsremisser',
  tab: 'Remisser',
  write: 'Skriv en välfärdsremiss',
  none: 'Inga remisser',
  noneHelp:
    'Med en välfärdsremiss får klienten en länkperson vid sin sida. Remissen sänds bara med klientens samtycke.',
  created: 'Påbörjad',
  state: 'Läge',
  sent: 'Sänd',
  stateAndReceiver: '{{state}} · mottagare: {{receiver}}',
  backToClient: 'Till klientens sida',
  print: 'Skriv ut',
  least: 'Bara det som mottagaren behöver',
  leastHelp:
    'I remissen antecknas inte personbeteckning, diagnoser, medicinering, resultat av enkäter, våld, rusmedel eller slutsatsen om arbetsförmågan. Gå igenom texten med klienten.',
  toConsent: 'Fortsätt till samtycke',
  consent: 'Klientens samtycke',
  consentHelp:
    'Klienten har sett remissen och samtycker till att den sänds till just denna mottagare. Samtycket kan återkallas.',
  receiver: 'Mottagare',
  receiverHelp: 'Den organisation eller samordnande länkperson som remissen sänds till.',
  method: 'Hur samtycket gavs',
  saveConsent: 'Anteckna samtycket',
  consentSaved: 'Samtycket har antecknats. Remissen kan nu sändas.',
  draft: {
    saved: 'Utkastet har sparats',
    unsaved: 'Sparar…',
    failed: 'Det gick inte att spara. Det du skrivit finns kvar på skärmen.',
    stale: 'Någon annan har ändrat remissen. Öppna den på nytt.',
  },
  steps: 'Skeden',
  next: 'Nästa skede',
  note: 'Anmärkning',
  takeStep: 'Anteckna skedet',
  stepSaved: 'Skedet har antecknats.',
  onePerLine: 'En tjänst per rad.',
}
