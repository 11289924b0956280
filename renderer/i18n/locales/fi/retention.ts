// Retention and erasure by rule.

export const retention = {
  title: 'Säilytys ja poistaminen',
  intro:
    'Asiakkaan tiedot voi poistaa asemalta vasta, kun niitä ei ole käytetty sovittuun aikaan. Poistoon tarvitaan kaksi henkilöä. Loki ja jo annetut luvut säilyvät.',
  rule: 'Sääntö',
  years: 'Vuosia ilman käyttöä',
  yearsHelp: 'Tyhjä: mitään ei poisteta.',
  noRule: 'Sääntöä ei ole asetettu: mitään ei poisteta.',
  ruleIs: 'Tiedot voi poistaa, kun niitä ei ole käytetty {{years}} vuoteen.',
  ruleSaved: 'Sääntö tallennettu.',
  source: 'Peruste (vahvistamatta): {{source}}',
  candidates: 'Poistettavissa olevat asiakkaat',
  none: 'Ei poistettavia',
  noneHelp: 'Yhdenkään asiakkaan tiedot eivät täytä sääntöä.',
  name: 'Nimi',
  birthYear: 'Syntymävuosi',
  lastEvent: 'Viimeksi käytetty',
  proposedBy: 'Poistoa ehdottanut',
  actions: 'Toiminnot',
  propose: 'Ehdota poistoa',
  proposeFor: 'Ehdota poistoa: {{name}}',
  proposed: 'Poistoa ehdotettu. Toisen henkilön on vahvistettava se.',
  waitsForOther: 'Odottaa toisen henkilön vahvistusta',
  erase: 'Poista tiedot',
  eraseFor: 'Poista tiedot: {{name}}',
  eraseQuestion:
    '{{other}} on ehdottanut, että asiakkaan {{name}} kaikki tiedot poistetaan tältä asemalta. Poistoa ei voi perua.',
  erased: 'Tiedot poistettu.',
}
