// Unapproved draft.

export const app = {
  role: { doctor: 'Doavttir', nurse: 'Buohccidivššár' },
  language: 'Giella',
}
