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
    some: 'Jonkin verran riskiä, pisteistä',
    clear: 'Selvä riski, pisteistä',
  },
  advice: {
    title: 'Muistutukset ennen allekirjoitusta',
    fields: 'Kohdat, joista muistutetaan',
    help: 'Muistutus ei estä allekirjoitusta.',
  },
}
