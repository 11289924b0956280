// Clinical limits and advice that the station keeps.

export const rules = {
  title: 'Kliniska gränser',
  intro: 'Programmets egna gränser är förslag. Varje sparning lämnar en version och en anteckning i loggen.',
  source: 'Källa',
  reviewedOn: 'Granskad',
  approve: 'En läkare har godkänt',
  approveHelp: 'Godkännandet kräver granskningsdatum. Utan godkännande märks innehållet som icke godkänt.',
  approveDoctor: 'Endast en läkare godkänner. Det du sparar väntar på läkarens godkännande.',
  earlyRisk: {
    title: 'Tidig risk',
    sign: 'Tecken',
    limit: 'Gräns',
    points: 'Poäng',
    atLeast: 'minst',
    atMost: 'högst',
    weight: 'poäng',
    some: 'Viss risk, från poäng',
    clear: 'Tydlig risk, från poäng',
  },
  advice: {
    title: 'Påminnelser före underskriften',
    fields: 'Punkter som påminns om',
    help: 'Påminnelsen hindrar inte underskriften.',
  },
}
