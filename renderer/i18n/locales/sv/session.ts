// First set-up, signing in, recovery, locked and blocked states.

export const session = {
  welcome: 'Ta arbetsstationen i bruk',
  welcomeHelp:
    'Tre steg: arbetsstation, två användare och återställningsnyckel. Reservera tio minuter och en skrivare.',
  step: 'Steg {{at}}/{{of}}',
  workplaceLabel: 'Vad används arbetsstationen till?',
  workplaceClinical: 'Kliniskt arbete',
  workplaceClinicalHelp:
    'Klienter, hälsoundersökningar och remisser. Uppgifterna krypteras på den här datorn.',
  workplaceOffice: 'Projektkontor',
  workplaceOfficeHelp: 'Inga klientuppgifter. Importerar stationernas skyddade siffror och visar mätare.',
  stationName: 'Stationens namn',
  stationNameHelp: 'Till exempel enhetens namn. Syns i utskrifter och statistikpaket.',
  administratorTitle: 'Administratör',
  administratorHelp: 'Lägger till användare och läser händelseloggen. Ser inga klientuppgifter.',
  firstNurseTitle: 'Den första skötaren',
  firstNurseHelp: 'Registrerar klienter och gör hälsoundersökningar.',
  firstOfficerTitle: 'Den första projektmedarbetaren',
  firstOfficerHelp: 'Importerar stationernas paket och följer mätarna.',
  username: 'Användarnamn',
  displayName: 'Namn',
  password: 'Lösenord',
  passwordAgain: 'Lösenordet på nytt',
  passwordRule: 'Minst 15 tecken. En lång mening är ett bra lösenord; specialtecken behövs inte.',
  passwordCount: '{{count}}/15 tecken',
  passwordGood: 'Lösenordet duger.',
  setUp: 'Ta i bruk',
  recoveryTitle: 'Återställningsnyckel',
  recoveryIntro:
    'Med återställningsnyckeln kommer man åt uppgifterna om alla lösenord glöms bort. Den visas bara nu och sparas ingenstans.',
  recoveryWarning: 'Utan lösenord och återställningsnyckel kan ingen öppna uppgifterna.',
  recoveryStore: 'Förvara papperet på ett låst ställe, skilt från den här datorn.',
  recoveryKeyLabel: 'Återställningsnyckel',
  recoveryDone: 'Nyckeln är utskriven eller skriven på papper',
  recoveryContinue: 'Fortsätt till inloggningen',
  recoveryStation: 'Station',
  recoveryDate: 'Skapad',
  recoveryHolder: 'Nyckelns innehavare och förvaringsplats',
  signInTitle: 'Logga in',
  signIn: 'Logga in',
  lockedFor: 'Låst. {{name}}, fortsätt där du slutade.',
  lockedOther: 'Logga in som en annan användare',
  'waiting#one': 'Du kan försöka igen om {{count}} sekund.',
  'waiting#other': 'Du kan försöka igen om {{count}} sekunder.',
  waitOver: 'Du kan försöka igen.',
  forgotten: 'Glömt lösenordet',
  recoverTitle: 'Återställ med återställningsnyckeln',
  recoverHelp:
    'Skriv återställningsnyckeln från papperet och ge användaren ett nytt lösenord. Återställningen antecknas i händelseloggen.',
  newPassword: 'Nytt lösenord',
  recover: 'Byt lösenord och öppna',
  wrongRecovery: 'Återställningsnyckeln eller användarnamnet är fel.',
  backToSignIn: 'Tillbaka till inloggningen',
  blocked: {
    title: 'Arbetsstationen kan inte öppnas',
    nothingDeleted:
      'Ingenting har tagits bort. Programmet tar inte bort eller ersätter uppgifter på egen hand.',
    wayOut: 'Så här kommer du vidare',
    retry: 'Kontrollera på nytt',
    code: 'Felets namn: {{code}}',
    steps: {
      'database-newer':
        'Installera minst samma programversion som den som databasen senast användes med.\nÅterställ inte en gammal säkerhetskopia bara för versionens skull: nyare anteckningar skulle falla bort.',
      'database-damaged':
        'Använd inte arbetsstationen. Ta en kopia av hela datamappen som den är.\nBe IT-stödet kontrollera disken.\nBe administratören återställa den nyaste hela säkerhetskopian.',
      'database-missing':
        'Kontrollera om datamappen har flyttats eller om nätverksdisken är borta.\nSätt tillbaka mappen eller be administratören återställa en säkerhetskopia.',
      'database-not-encrypted':
        'Filen är inte en databas som det här programmet har gjort.\nÅterställ rätt fil från säkerhetskopian och meddela dataskyddsombudet.',
      'key-slot-missing':
        'Nyckelfilen har flyttats eller tagits bort.\nÅterställ nyckelfilen från säkerhetskopian till samma mapp.\nLösenorden och återställningsnyckeln fungerar igen när filen är på plats.',
      'key-file-damaged':
        'Återställ nyckelfilen från säkerhetskopian till samma mapp.\nTa inte arbetsstationen i bruk på nytt: en ny nyckel öppnar inte den gamla databasen.',
      other: 'Starta om programmet.\nOm det upprepas, kontakta IT-stödet och berätta felets namn.',
    },
  },
}
