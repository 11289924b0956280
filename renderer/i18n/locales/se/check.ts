// Unapproved draft.

export const check = {
  section: {
    sleep: 'Nahkárat',
    exercise: 'Lihkadeapmi',
    pain: 'Bávččas',
    housing: 'Ássan',
    plan: 'Plána, čuovvun',
  },
  field: {
    height: 'Guhkkodat',
    weight: 'Deaddu',
    bpReadings: 'Varradeaddu',
  },
  option: {
    municipality: {
      '047': 'Eanodat',
      '148': 'Anár',
      '758': 'Soađegilli',
      '890': 'Ohcejohka',
    },
    responsible: { client: 'Áššehas', nurse: 'Buohccidivššár', doctor: 'Doavttir' },
    assessedByRole: { doctor: 'Doavttir' },
  },
  heading: { esitiedot: 'Ovdadieđut', toimintakyky: 'Doaibmannákca', suunnitelma: 'Plána' },
}
