// First set-up, signing in, recovery, locked and blocked states.

export const session = {
  welcome: 'Työaseman käyttöönotto',
  welcomeHelp:
    'Kolme vaihetta: työasema, kaksi käyttäjää ja palautusavain. Varaa kymmenen minuuttia ja tulostin.',
  step: 'Vaihe {{at}}/{{of}}',
  workplaceLabel: 'Mihin työasemaa käytetään?',
  workplaceClinical: 'Kliininen työ',
  workplaceClinicalHelp: 'Asiakkaat, terveystarkastukset ja lähetteet. Tiedot salataan tälle koneelle.',
  workplaceOffice: 'Projektitoimisto',
  workplaceOfficeHelp: 'Ei asiakastietoja. Tuo asemien suojatut luvut ja näyttää indikaattorit.',
  stationName: 'Aseman nimi',
  stationNameHelp: 'Esimerkiksi toimipisteen nimi. Näkyy tulosteissa ja tilastopaketeissa.',
  administratorTitle: 'Pääkäyttäjä',
  administratorHelp: 'Lisää käyttäjät ja lukee tapahtumalokia. Ei näe asiakastietoja.',
  firstNurseTitle: 'Ensimmäinen hoitaja',
  firstNurseHelp: 'Rekisteröi asiakkaat ja tekee terveystarkastukset.',
  firstOfficerTitle: 'Ensimmäinen projektityöntekijä',
  firstOfficerHelp: 'Tuo asemien paketit ja seuraa indikaattoreita.',
  username: 'Käyttäjätunnus',
  displayName: 'Nimi',
  password: 'Salasana',
  passwordAgain: 'Salasana uudelleen',
  passwordRule: 'Vähintään 15 merkkiä. Pitkä lause on hyvä salasana; erikoismerkkejä ei tarvita.',
  passwordCount: '{{count}}/15 merkkiä',
  passwordGood: 'Salasana kelpaa.',
  setUp: 'Ota käyttöön',
  recoveryTitle: 'Palautusavain',
  recoveryIntro:
    'Palautusavaimella pääsee tietoihin, jos kaikki salasanat unohtuvat. Se näytetään vain nyt eikä sitä tallenneta mihinkään.',
  recoveryWarning: 'Ilman salasanaa ja palautusavainta tietoja ei voi avata kukaan.',
  recoveryStore: 'Säilytä paperi lukitussa paikassa, erillään tästä koneesta.',
  recoveryKeyLabel: 'Palautusavain',
  recoveryDone: 'Avain on tulostettu tai kirjoitettu paperille',
  recoveryContinue: 'Jatka kirjautumiseen',
  recoveryStation: 'Asema',
  recoveryDate: 'Luotu',
  recoveryHolder: 'Avaimen haltija ja säilytyspaikka',
  signInTitle: 'Kirjaudu sisään',
  signIn: 'Kirjaudu',
  lockedFor: 'Lukittu. {{name}}, jatka siitä mihin jäit.',
  lockedOther: 'Kirjaudu toisena käyttäjänä',
  'waiting#one': 'Voit yrittää uudelleen {{count}} sekunnin kuluttua.',
  'waiting#other': 'Voit yrittää uudelleen {{count}} sekunnin kuluttua.',
  waitOver: 'Voit yrittää uudelleen.',
  forgotten: 'Salasana unohtunut',
  recoverTitle: 'Palauta pääsy palautusavaimella',
  recoverHelp:
    'Kirjoita paperilla oleva palautusavain ja anna käyttäjälle uusi salasana. Palautus kirjataan tapahtumalokiin.',
  newPassword: 'Uusi salasana',
  recover: 'Vaihda salasana ja avaa',
  wrongRecovery: 'Palautusavain tai käyttäjätunnus on väärin.',
  backToSignIn: 'Takaisin kirjautumiseen',
  blocked: {
    title: 'Työasemaa ei voi avata',
    nothingDeleted: 'Mitään ei ole poistettu. Ohjelma ei poista eikä korvaa tietoja itse.',
    wayOut: 'Näin pääset eteenpäin',
    retry: 'Tarkista uudelleen',
    code: 'Virheen nimi: {{code}}',
    steps: {
      'database-newer':
        'Asenna tälle koneelle vähintään sama ohjelmaversio kuin se, jolla tietokantaa viimeksi käytettiin.\nÄlä palauta vanhaa varmuuskopiota pelkästään version vuoksi: uudemmat kirjaukset jäisivät pois.',
      'database-damaged':
        'Älä käytä työasemaa. Ota koko tietokansiosta kopio sellaisenaan.\nPyydä IT-tukea tarkistamaan levy.\nPyydä pääkäyttäjää palauttamaan uusin ehjä varmuuskopio.',
      'database-missing':
        'Tarkista, onko tietokansio siirretty tai verkkolevy poissa.\nPalauta tietokansio paikalleen tai pyydä pääkäyttäjää palauttamaan varmuuskopio.',
      'database-not-encrypted':
        'Tiedosto ei ole tämän ohjelman tekemä tietokanta.\nPalauta oikea tiedosto varmuuskopiosta ja ilmoita asiasta tietosuojavastaavalle.',
      'key-slot-missing':
        'Avaintiedosto on siirretty tai poistettu.\nPalauta avaintiedosto varmuuskopiosta samaan kansioon.\nSalasanat ja palautusavain toimivat taas, kun tiedosto on paikallaan.',
      'key-file-damaged':
        'Palauta avaintiedosto varmuuskopiosta samaan kansioon.\nÄlä ota työasemaa käyttöön uudelleen: uusi avain ei avaa vanhaa tietokantaa.',
      other: 'Käynnistä ohjelma uudelleen.\nJos sama toistuu, ota yhteys IT-tukeen ja kerro virheen nimi.',
    },
  },
}
