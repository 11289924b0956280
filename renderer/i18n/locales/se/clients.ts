// Unapproved draft.

export const clients = {
  field: {
    familyName: 'Goargu',
    givenNames: 'Ovdanamat',
    birthDate: 'Riegádanbeaivi',
    language: 'Giella',
    phone: 'Telefovdna',
    email: 'E-poasta',
  },
  sex: { female: 'Nisson', male: 'Almmái' },
  language: {
    fi: 'Suomagiella',
    sv: 'Ruoŧagiella',
    se: 'Davvisámegiella',
    smn: 'Anárašgiella',
    sms: 'Nuortalašgiella',
    en: 'Eaŋgalsgiella',
  },
}
