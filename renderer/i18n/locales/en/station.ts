// The administrator's start view.

export const station = {
  title: 'Station status',
  users: 'Users',
  toUsers: 'To users',
  active: 'In use',
  administrators: 'Administrators',
  inactive: 'Taken out of use',
  oneAdministrator:
    'There is only one administrator. Add another, so that the station can be looked after while you are away.',
  backups: 'Backups',
  toBackups: 'To backups',
  newestBackup: 'Newest daily one',
  noBackup: 'None yet',
  backupsKept: 'Kept',
  backupLate: 'The newest backup is more than two days old. Check that the disk has room.',
  log: 'Log',
  toLog: 'To the log',
  events: 'Events',
  newestEvent: 'Newest event',
  unapproved: 'Waits for approval',
  allApproved: 'All contents are approved.',
  'waiting#one': '{{count}} unapproved',
  'waiting#other': '{{count}} unapproved',
}
