// Backups: the daily ones, saving, checking, restoring.

export const backup = {
  title: 'Varmuuskopiot',
  intro:
    'Kopio on salattu ja aukeaa vain tämän aseman salasanoilla tai palautusavaimella. Säilytä kopioita muualla kuin tällä koneella.',
  save: 'Tallenna varmuuskopio…',
  saved: 'Varmuuskopio tallennettu.',
  check: 'Tarkista varmuuskopio…',
  checked:
    'Kopio on ehjä. Se on tehty {{at}}, ja siinä on {{events}} tapahtumaa, joista tämän aseman loki jatkuu.',
  daily: 'Päivittäiset kopiot',
  dailyHelp: 'Tehdään kerran päivässä, kun asemaa käytetään. Uusimmat {{count}} säilyvät.',
  none: 'Päivittäisiä kopioita ei vielä ole',
  noneHelp: 'Ensimmäinen tehdään hetken kuluttua kirjautumisesta.',
  made: 'Tehty',
  name: 'Tiedosto',
  size: 'Koko, Mt',
  restore: 'Palauta varmuuskopio',
  restoreHelp:
    'Valitse kopio ja avaa se palautusavaimella tai käyttäjän salasanalla. Olemassa olevaa asemaa ei koskaan korvata.',
  username: 'Käyttäjätunnus',
  usernameHelp: 'Jätä tyhjäksi, jos avaat palautusavaimella.',
  secret: 'Salasana tai palautusavain',
  pick: 'Valitse kopio ja palauta…',
  wrong: 'Kopio ei aukea tällä salasanalla tai avaimella.',
}
