// Clinical limits and advice that the station keeps.

export const rules = {
  title: 'Kliiniset rajat',
  intro: 'Ohjelman omat rajat ovat ehdotuksia. Jokaisesta tallennuksesta jää versio ja merkintä lokiin.',
  source: 'Lähde',
  reviewedOn: 'Tarkistettu',
  approve: 'Lääkäri on hyväksynyt',
  approveHelp:
    'Hyväksyntään tarvitaan tarkistuspäivä. Ilman hyväksyntää sisältö merkitään hyväksymättömäksi.',
  approveDoctor: 'Vain lääkäri hyväksyy. Tallennuksesi jää odottamaan lääkärin hyväksyntää.',
  earlyRisk: {
    title: 'Varhainen riski',
    sign: 'Merkki',
    limit: 'Raja',
    points: 'Pisteet',
    atLeast: 'vähintään',
    atMost: 'enintään',
    weight: 'pistettä',
    unit: {
      unemploymentMonths: 'kuukautta',
      workAbility: 'WAS, 0–10',
      workAbilityFall: 'WAS-pistettä',
      phq9: 'PHQ-9, 0–27',
      gad7: 'GAD-7, 0–21',
      who5: 'WHO-5, 0–100',
      pain: 'NRS, 0–10',
      sleep: 'ISI, 0–28',
      ucla3: 'UCLA-3, 3–9',
      limits: 'rajoitusta',
      checksWithoutChange: 'tarkastusta',
    },
    some: 'Jonkin verran riskiä, pisteistä',
    clear: 'Selvä riski, pisteistä',
  },
  advice: {
    title: 'Muistutukset ennen allekirjoitusta',
    fields: 'Kohdat, joista muistutetaan',
    help: 'Muistutus ei estä allekirjoitusta.',
  },
}
