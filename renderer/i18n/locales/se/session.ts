// Unapproved draft.

export const session = {
  username: 'Geavaheaddjinamma',
  displayName: 'Namma',
  password: 'Beassansátni',
  newPassword: 'Ođđa beassansátni',
}
