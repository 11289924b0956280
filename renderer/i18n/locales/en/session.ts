// First set-up, signing in, recovery, locked and blocked states.

export const session = {
  welcome: 'Set up the workstation',
  welcomeHelp: 'Three steps: workstation, two users and the recovery key. Have ten minutes and a printer.',
  step: 'Step {{at}}/{{of}}',
  workplaceLabel: 'What is the workstation used for?',
  workplaceClinical: 'Clinical work',
  workplaceClinicalHelp: 'Clients, health checks and referrals. Data is encrypted on this computer.',
  workplaceOffice: 'Project office',
  workplaceOfficeHelp: 'No client data. Imports the stations’ protected figures and shows indicators.',
  stationName: 'Name of the station',
  stationNameHelp: 'For example the name of the unit. Shown on prints and in statistics packages.',
  administratorTitle: 'Administrator',
  administratorHelp: 'Adds users and reads the event log. Sees no client data.',
  firstNurseTitle: 'First nurse',
  firstNurseHelp: 'Registers clients and makes health checks.',
  firstOfficerTitle: 'First project officer',
  firstOfficerHelp: 'Imports the stations’ packages and follows the indicators.',
  username: 'User name',
  displayName: 'Name',
  password: 'Password',
  passwordAgain: 'Password again',
  passwordRule:
    'At least 15 characters. A long sentence is a good password; special characters are not needed.',
  passwordCount: '{{count}}/15 characters',
  passwordGood: 'The password can be used.',
  setUp: 'Set up',
  recoveryTitle: 'Recovery key',
  recoveryIntro:
    'The recovery key opens the data if every password is forgotten. It is shown only now and stored nowhere.',
  recoveryWarning: 'Without a password and the recovery key nobody can open the data.',
  recoveryStore: 'Keep the paper in a locked place, apart from this computer.',
  recoveryKeyLabel: 'Recovery key',
  recoveryDone: 'The key is printed or written down',
  recoveryContinue: 'Continue to sign in',
  recoveryStation: 'Station',
  recoveryDate: 'Made on',
  recoveryHolder: 'Holder of the key and place of keeping',
  signInTitle: 'Sign in',
  signIn: 'Sign in',
  lockedFor: 'Locked. {{name}}, go on where you were.',
  lockedOther: 'Sign in as another user',
  'waiting#one': 'You can try again in {{count}} second.',
  'waiting#other': 'You can try again in {{count}} seconds.',
  waitOver: 'You can try again.',
  forgotten: 'Forgotten password',
  recoverTitle: 'Recover with the recovery key',
  recoverHelp:
    'Type the recovery key from the paper and give the user a new password. The recovery is written in the event log.',
  newPassword: 'New password',
  recover: 'Change password and open',
  wrongRecovery: 'The recovery key or the user name is wrong.',
  backToSignIn: 'Back to sign in',
  blocked: {
    title: 'The workstation cannot be opened',
    nothingDeleted: 'Nothing has been deleted. The program does not delete or replace data by itself.',
    wayOut: 'The way out',
    retry: 'Check again',
    code: 'Name of the error: {{code}}',
    steps: {
      'database-newer':
        'Install at least the version of the program that last used the database.\nDo not restore an old backup for the version’s sake alone: newer records would be missing.',
      'database-damaged':
        'Do not use the workstation. Copy the whole data folder as it is.\nAsk IT support to check the disk.\nAsk the administrator to restore the newest whole backup.',
      'database-missing':
        'Check whether the data folder has been moved or a network drive is away.\nPut the folder back or ask the administrator to restore a backup.',
      'database-not-encrypted':
        'The file is not a database made by this program.\nRestore the right file from a backup and tell the data protection officer.',
      'key-slot-missing':
        'The key file has been moved or removed.\nRestore the key file from a backup into the same folder.\nPasswords and the recovery key work again when the file is in place.',
      'key-file-damaged':
        'Restore the key file from a backup into the same folder.\nDo not set the workstation up again: a new key does not open the old database.',
      other: 'Start the program again.\nIf it happens again, call IT support and tell the name of the error.',
    },
  },
}
