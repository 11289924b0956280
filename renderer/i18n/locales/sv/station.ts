// The administrator's start view.

export const station = {
  title: 'Arbetsstationens läge',
  users: 'Användare',
  toUsers: 'Till användarna',
  active: 'I bruk',
  administrators: 'Administratörer',
  inactive: 'Tagna ur bruk',
  oneAdministrator:
    'Det finns bara en administratör. Lägg till en till, så att stationen kan skötas när du är borta.',
  backups: 'Säkerhetskopior',
  toBackups: 'Till säkerhetskopiorna',
  newestBackup: 'Senaste dagliga',
  noBackup: 'Ännu ingen',
  backupsKept: 'Sparade',
  backupLate:
    'Den senaste säkerhetskopian är över två dygn gammal. Kontrollera att det finns plats på disken.',
  log: 'Händelselogg',
  toLog: 'Till loggen',
  events: 'Händelser',
  newestEvent: 'Senaste händelse',
  unapproved: 'Väntar på godkännande',
  allApproved: 'Allt innehåll är godkänt.',
  'waiting#one': '{{count}} ej godkänd',
  'waiting#other': '{{count}} ej godkända',
}
