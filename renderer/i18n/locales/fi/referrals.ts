// Screens of the wellbeing referral.

export const referrals = {
  title: 'Hyvinvointilähete',
  list: 'Hyvinvointilähetteet',
  tab: 'Lähetteet',
  write: 'Kirjoita hyvinvointilähete',
  none: 'Ei lähetteitä',
  noneHelp:
    'Hyvinvointilähetteellä asiakas saa linkkihenkilön rinnalleen. Lähete lähetetään vain asiakkaan suostumuksella.',
  created: 'Aloitettu',
  state: 'Tila',
  sent: 'Lähetetty',
  stateAndReceiver: '{{state}} · vastaanottaja: {{receiver}}',
  backToClient: 'Asiakkaan sivulle',
  print: 'Tulosta',
  least: 'Vain se, mitä vastaanottaja tarvitsee',
  leastHelp:
    'Lähetteeseen ei kirjata henkilötunnusta, diagnooseja, lääkitystä, kyselyiden tuloksia, väkivaltaa, päihteitä eikä johtopäätöstä työkyvystä. Käy teksti läpi asiakkaan kanssa.',
  toConsent: 'Jatka suostumukseen',
  consent: 'Asiakkaan suostumus',
  consentHelp:
    'Asiakas on nähnyt lähetteen ja suostuu, että se lähetetään juuri tälle vastaanottajalle. Suostumuksen voi perua.',
  receiver: 'Vastaanottaja',
  receiverHelp: 'Järjestö tai koordinoiva linkkihenkilö, jolle lähete menee.',
  method: 'Suostumuksen tapa',
  saveConsent: 'Kirjaa suostumus',
  consentSaved: 'Suostumus kirjattu. Lähetteen voi nyt lähettää.',
  draft: {
    saved: 'Luonnos tallennettu',
    unsaved: 'Tallennetaan…',
    failed: 'Tallennus ei onnistunut. Kirjoittamasi on tallessa näytöllä.',
    stale: 'Joku muu on muuttanut lähetettä. Avaa se uudelleen.',
  },
  steps: 'Vaiheet',
  next: 'Seuraava vaihe',
  note: 'Huomautus',
  takeStep: 'Kirjaa vaihe',
  stepSaved: 'Vaihe kirjattu.',
  onePerLine: 'Yksi palvelu riville.',
}
