// The client's data on request.

export const dataRequest = {
  tab: 'Tietopyyntö',
  title: 'Asiakkaan tiedot pyynnöstä',
  intro:
    'Asiakkaalla on oikeus saada kaikki häntä koskevat tiedot ja tieto siitä, kuka niitä on katsonut ja milloin. Katsominen ja tallentaminen kirjataan lokiin.',
  identity: 'Varmista asiakkaan henkilöllisyys ennen luovuttamista.',
  show: 'Näytä ja tulosta',
  save: 'Tallenna JSON-tiedostoksi',
  saved: 'Tiedosto tallennettu.',
  fileHelp:
    'JSON-tiedosto sisältää kaiken, myös arkaluonteiset vastaukset ja turvakiellon alaiset yhteystiedot. Luovuta se vain asiakkaalle itselleen.',
  paper: 'Sinua koskevat tiedot',
  made: '{{station}} · {{time}}',
  leftOut: 'Tästä tulosteesta on jätetty pois: {{kinds}}. Asiakas saa nekin pyynnöstä.',
  earlierHetu: 'Aiempi henkilötunnus {{number}} ({{date}} asti)',
  corrections: 'Korjaukset',
  followUpDone: 'Seuranta {{date}} merkitty tehdyksi {{time}}, {{by}}',
  version: 'Versio {{version}}: {{time}}, {{by}}',
  draft: 'Kesken: tallennettu {{time}}',
  referral: 'Hyvinvointilähete {{date}}',
  at: 'Aika',
  by: 'Kirjaaja',
  planChanges: 'Suunnitelman aiemmat tiedot',
  until: 'Voimassa asti',
  releases: 'Tilastot, joissa sinut on laskettu mukaan',
  releasesHelp: 'Tilastoissa on vain lukumääriä, ei nimiä eikä tunnuksia.',
  countedAs: 'Mitä laskettiin',
  counted: {
    participant: 'Osallistuja',
    check: 'Terveystarkastus',
    referral: 'Hyvinvointilähete',
    result: 'Lähdön tulokset',
  },
  classes: 'Luokat',
  erasure: 'Tietojen poistamista on ehdottanut {{by}}, {{time}}. Ehdotus raukeaa, kun tietoja käytetään.',
}
