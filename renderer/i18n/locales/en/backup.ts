// Backups: the daily ones, saving, checking, restoring.

export const backup = {
  title: 'Backups',
  intro:
    'A backup is encrypted and opens only with this station’s passwords or recovery key. Keep copies elsewhere than on this computer.',
  save: 'Save a backup…',
  saved: 'Backup saved.',
  check: 'Check a backup…',
  checked:
    'The backup is whole. It was made {{at}} with {{events}} events, and this station’s log goes on from there.',
  daily: 'Daily backups',
  dailyHelp: 'Made once a day while the station is in use. The newest {{count}} are kept.',
  none: 'No daily backups yet',
  noneHelp: 'The first is made shortly after signing in.',
  made: 'Made',
  name: 'File',
  size: 'Size, MB',
  restore: 'Restore a backup',
  restoreHelp:
    'Choose a backup and open it with the recovery key or a user’s password. An existing station is never replaced.',
  username: 'User name',
  usernameHelp: 'Leave empty when you use the recovery key.',
  secret: 'Password or recovery key',
  pick: 'Choose a backup and restore…',
  wrong: 'The backup does not open with this password or key.',
}
