// Backups: the daily ones, saving, checking, restoring.

export const backup = {
  title: 'Säkerhetskopior',
  intro:
    'Kopian är krypterad och öppnas bara med stationens lösenord eller återställningsnyckel. Förvara kopior någon annanstans än på den här datorn.',
  save: 'Spara en säkerhetskopia…',
  saved: 'Säkerhetskopian har sparats.',
  check: 'Kontrollera en säkerhetskopia…',
  checked:
    'Kopian är hel. Den gjordes {{at}} med {{events}} händelser, och stationens logg fortsätter därifrån.',
  daily: 'Dagliga kopior',
  dailyHelp: 'Görs en gång om dagen när stationen används. De {{count}} nyaste sparas.',
  none: 'Det finns inga dagliga kopior än',
  noneHelp: 'Den första görs en stund efter inloggningen.',
  made: 'Gjord',
  name: 'Fil',
  size: 'Storlek, MB',
  restore: 'Återställ en säkerhetskopia',
  restoreHelp:
    'Välj en kopia och öppna den med återställningsnyckeln eller en användares lösenord. En befintlig station ersätts aldrig.',
  username: 'Användarnamn',
  usernameHelp: 'Lämna tomt om du använder återställningsnyckeln.',
  secret: 'Lösenord eller återställningsnyckel',
  pick: 'Välj en kopia och återställ…',
  wrong: 'Kopian öppnas inte med det här lösenordet eller den här nyckeln.',
}
