// Words that every view uses: buttons, states, fields.

export const ui = {
  save: 'Tallenna',
  cancel: 'Peruuta',
  close: 'Sulje',
  back: 'Takaisin',
  next: 'Seuraava',
  print: 'Tulosta',
  edit: 'Muokkaa',
  remove: 'Poista',
  yes: 'Kyllä',
  no: 'Ei',
  none: '–',
  unknown: 'Ei tietoa',
  loading: 'Haetaan…',
  tryAgain: 'Yritä uudelleen',
  saved: 'Tallennettu.',
  showPassword: 'Näytä salasana',
  nothingFound: 'Ei osumia',
  clear: 'Tyhjennä',
  dateHelp: 'p.k.vvvv',
  monthHelp: 'k.vvvv',
  sortBy: 'Järjestä: {{column}}',
  chartTable: 'Samat luvut taulukkona',
  hidden: 'piilotettu',
  hiddenHelp: 'Luku on piilotettu tietosuojan vuoksi; se ei ole nolla.',
  range: '{{low}}–{{high}}',
  unapproved: 'Hyväksymätön teksti',
  paperLanguage: 'Paperin kieli',
  paperLanguageMissing:
    'Asiakkaan kieli: {{language}}. Sillä ei ole tekstejä; valitse kieli, jota asiakas ymmärtää.',
  conflict: {
    sentence:
      'Joku muu tallensi tämän sillä välin, kun kirjoitit. Kirjoittamasi on tallessa tässä lomakkeessa.',
    keepOwn: 'Tallenna omani toisen päälle',
    takeOther: 'Ota toisen tallentama',
  },
}
