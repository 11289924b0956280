// Health check: bands, derived values, red flags, closing, states, instruments, early risk.

export const band = {
  unemployment: {
    under_3: 'Alle 3 kk',
    '3_5': '3–5 kk',
    '6_11': '6–11 kk',
    '12_23': '12–23 kk',
    '24_59': '24–59 kk',
    '60_or_more': '60 kk tai yli',
  },
  bmi: {
    underweight: 'Alipaino',
    normal: 'Normaali paino',
    overweight: 'Ylipaino',
    obesity_1: 'Lihavuus, luokka I',
    obesity_2: 'Lihavuus, luokka II (vaikea)',
    obesity_3: 'Lihavuus, luokka III',
  },
  waist: {
    recommended: 'Suosituksen mukainen',
    slightly_raised: 'Lievästi suurentunut',
    raised: 'Suurentunut',
  },
  bloodPressure: {
    optimal: 'Optimaalinen',
    normal: 'Normaali',
    satisfactory: 'Tyydyttävä',
    mild: 'Lievästi kohonnut',
    moderate: 'Kohtalaisesti kohonnut',
    severe: 'Huomattavasti kohonnut',
    crisis: 'Hypertensiivinen kriisi',
  },
  hearing: {
    normal: 'Normaali kuulo',
    mild: 'Lievä kuulonalenema',
    moderate: 'Keskivaikea kuulonalenema',
    severe: 'Vaikea kuulonalenema',
    profound: 'Erittäin vaikea kuulonalenema',
  },
  lab: {
    low: 'Alle viitearvon',
    normal: 'Viitearvoissa',
    high: 'Yli viitearvon',
    raised_fasting: 'Kohonnut paastoarvo',
    diabetes_limit: 'Diabetesraja täyttyy (varmista uusintanäytteellä)',
    raised_risk: 'Suurentunut diabetesriski',
    impaired_tolerance: 'Heikentynyt glukoosinsieto',
    urgent: 'Kiireellinen (haimatulehduksen vaara)',
    doctor_soon: 'Pian lääkärin arvioon',
    heavy_use: 'Viittaa runsaaseen alkoholinkäyttöön',
  },
  was: { poor: 'Huono', moderate: 'Kohtalainen', good: 'Hyvä', excellent: 'Erinomainen' },
  phq2: {
    negative: 'Seula negatiivinen',
    positive: 'Seula positiivinen: tee PHQ-9',
  },
  phq9: {
    minimal: 'Ei tai vähäisiä masennusoireita',
    mild: 'Lieviä masennusoireita',
    moderate: 'Kohtalaisia masennusoireita',
    moderately_severe: 'Kohtalaisen vaikeita masennusoireita',
    severe: 'Vaikeita masennusoireita',
  },
  gad7: {
    minimal: 'Vähäinen ahdistuneisuus',
    mild: 'Lievä ahdistuneisuus',
    moderate: 'Kohtalainen ahdistuneisuus',
    severe: 'Vaikea ahdistuneisuus',
  },
  who5: {
    clearly_reduced: 'Selvästi alentunut hyvinvointi: tee PHQ-9',
    reduced: 'Alentunut hyvinvointi',
    good: 'Hyvä hyvinvointi',
  },
  auditc: { no_risk: 'Ei riskikäyttöä', risk: 'Riskikäyttö: tee AUDIT' },
  audit: {
    low: 'Vähäinen riski',
    slightly_raised: 'Lievästi suurentunut riski',
    clearly_raised: 'Selvästi suurentunut riski',
    high: 'Suuri riski',
    very_high: 'Erittäin suuri riski',
  },
  dudit: {
    no_harm: 'Ei viitettä haitallisesta käytöstä',
    harmful_use: 'Haitallinen käyttö mahdollinen',
    dependence: 'Riippuvuus todennäköinen',
  },
  hsi: {
    low: 'Vähäinen nikotiiniriippuvuus',
    moderate: 'Kohtalainen nikotiiniriippuvuus',
    strong: 'Vahva nikotiiniriippuvuus',
  },
  ftnd: {
    very_low: 'Hyvin vähäinen nikotiiniriippuvuus',
    low: 'Vähäinen nikotiiniriippuvuus',
    medium: 'Keskimääräinen nikotiiniriippuvuus',
    strong: 'Vahva nikotiiniriippuvuus',
    very_strong: 'Hyvin vahva nikotiiniriippuvuus',
  },
  findrisc: {
    low: 'Pieni riski (1/100 sairastuu 10 vuodessa)',
    slightly_raised: 'Jonkin verran lisääntynyt riski (1/25)',
    moderate: 'Kohtalainen riski (1/6)',
    high: 'Suuri riski (1/3)',
    very_high: 'Hyvin suuri riski (1/2)',
  },
  isi: {
    none: 'Ei merkittävää unettomuutta',
    subthreshold: 'Lievä, kynnyksen alle jäävä unettomuus',
    moderate: 'Kohtalainen unettomuus',
    severe: 'Vaikea unettomuus',
  },
  stopbang: {
    low: 'Pieni uniapnean riski',
    intermediate: 'Keskisuuri uniapnean riski',
    high: 'Suuri uniapnean riski',
  },
  ucla3: { not_lonely: 'Ei yksinäinen', lonely: 'Yksinäinen' },
  nrs: {
    none: 'Ei kipua',
    mild: 'Lievä kipu',
    moderate: 'Kohtalainen kipu',
    strong: 'Voimakas kipu',
  },
  whodas12: {
    none: 'Ei vaikeutta',
    mild: 'Lievä vaikeus',
    moderate: 'Kohtalainen vaikeus',
    severe: 'Vaikea vaikeus',
    complete: 'Täydellinen vaikeus',
  },
  wai: { poor: 'Huono', moderate: 'Kohtalainen', good: 'Hyvä', excellent: 'Erinomainen' },
}

/** Against the limits on the laboratory's own report. */
export const ownLimits = {
  low: 'Alle laboratorion viitearvon',
  normal: 'Laboratorion viitearvoissa',
  high: 'Yli laboratorion viitearvon',
}

export const resultNote = {
  not_fasting: 'Ei paastonäyte: ota paastonäyte',
  single_reading: 'Vain yksi mittaus: mittaa vähintään kahdesti',
}

export const derived = {
  age: 'Ikä',
  referenceSex: 'Sukupuoli viitearvoja varten',
  minor: 'Alaikäinen',
  unemploymentMonths: 'Työttömyys, kk',
  unemploymentBand: 'Työttömyyden kesto',
  longTermUnemployed: 'Pitkäaikaistyötön',
  bmi: 'Painoindeksi',
  bmiBand: 'Painoindeksin luokka',
  waistBand: 'Vyötärönympäryksen luokka',
  bpSys: 'Yläpaineen keskiarvo',
  bpDia: 'Alapaineen keskiarvo',
  bpReadings: 'Verenpainemittauksia',
  bpBand: 'Verenpaineluokka',
  hearingBand: 'Kuulo (parempi korva)',
  hba1cPercent: 'HbA1c, %',
  meetsActivity: 'Liikuntasuositus täyttyy',
  auditcBand: 'AUDIT-C',
  chronicPain: 'Pitkäaikainen kipu',
  fpGlukBand: 'Paastoglukoosi',
  hbBand: 'Hemoglobiini',
}

export const flag = {
  self_harm: 'Itsetuhoisia ajatuksia: kysy suoraan, arvioi vaara ja kirjaa, mitä tehtiin',
  bp_crisis: 'Hypertensiivinen kriisi: heti lääkärin arvioon',
  chest_pain_at_rest: 'Rintakipu levossa: päivystykseen',
  acute_dyspnoea: 'Äkillinen hengenahdistus: päivystykseen',
  neurological_deficit: 'Neurologinen puutosoire: päivystykseen',
  low_spo2: 'Matala happikyllästeisyys: tarkista mittaus, ota yhteys lääkäriin',
  unsafe_now: 'Asiakas ei ole turvassa: järjestä turvallisuus ennen käynnin päättymistä',
  blood_in_stool: 'Verta ulosteessa: lääkärin arvioon',
  weight_loss: 'Tahaton painonlasku: lääkärin arvioon',
  glucose_diabetes: 'Glukoosiarvo täyttää diabetesrajan: varmista uusintanäytteellä, lääkärin arvioon',
  triglycerides: 'Triglyseridit vähintään 10 mmol/l: kiireellisesti lääkärin arvioon',
  haemoglobin: 'Hemoglobiini alle 100 g/l: pian lääkärin arvioon',
  bp_severe: 'Huomattavasti kohonnut verenpaine: lääkärin arvioon',
  ecg_abnormal: 'EKG poikkeava tai tulkitsematta: lääkärin arvioon',
  irregular_pulse: 'Epäsäännöllinen syke: ota EKG',
  vision_driving: 'Näöntarkkuus alle ajokortin vaatimuksen (ryhmä 1): optikolle tai lääkärille',
  peth_heavy_use: 'PEth viittaa runsaaseen alkoholinkäyttöön',
  phq9_severe: 'Vaikeita masennusoireita: lääkärin arvioon',
}

export const flagAction = {
  emergency_sent: 'Ohjattu päivystykseen tai soitettu 112',
  doctor_same_day: 'Lääkärin arvio samana päivänä',
  doctor_booked: 'Varattu aika lääkärille',
  already_in_care: 'Asia on jo hoidossa',
  rechecked_normal: 'Mitattu uudelleen, ei poikkeavaa',
  safety_arranged: 'Turvallisuus järjestetty',
  client_declined: 'Asiakas kieltäytyi',
  not_significant: 'Arvioitu, ei vaadi toimia',
}

export const severity = {
  emergency: 'Päivystys',
  doctor: 'Lääkäri',
  safety: 'Turvallisuus',
  notice: 'Huomio',
}

export const closing = {
  required: 'Täytä ennen allekirjoitusta',
  'must-be-true': 'Merkitse tehdyksi ennen allekirjoitusta',
  'refused-value': 'Arvo ei ole sallittu',
  unconfirmed: 'Poikkeava arvo ({{min}}–{{max}}): tarkista ja vahvista',
  'unusual-bmi': 'Painoindeksi on poikkeava ({{min}}–{{max}}): tarkista pituus ja paino ja vahvista',
  'skip-reason': 'Kerro, miksi osio ohitettiin',
  future: 'Päivä on tarkastuspäivän jälkeen',
  'before-check': 'Päivä on ennen tarkastuspäivää',
  'bp-order': 'Yläpaineen on oltava vähintään 10 mmHg alapainetta suurempi',
  'flag-unanswered': 'Kirjaa, mitä hälyttävän löydöksen vuoksi tehtiin',
  'instrument-required': 'Täytä mittari tai kirjaa, miksi se ohitettiin',
  'contact-required': 'Kirjaa ohjaajan puhelin tai sähköposti',
  'doctor-only': 'Vain lääkäri voi tehdä tämän johtopäätöksen',
  'role-mismatch': 'Arvion tekijän on oltava allekirjoittaja',
}

export const problem = {
  type: 'Arvo on väärää tyyppiä',
  'not-whole': 'Anna kokonaisluku',
  decimals: 'Enintään {{decimals}} desimaalia',
  'below-hard': 'Liian pieni: sallittu {{min}}–{{max}}',
  'above-hard': 'Liian suuri: sallittu {{min}}–{{max}}',
  'below-soft': 'Tarkista arvo: tavallisesti {{min}}–{{max}}',
  'above-soft': 'Tarkista arvo: tavallisesti {{min}}–{{max}}',
  'unusual-bmi': 'Painoindeksi on poikkeava (tavallisesti {{min}}–{{max}}): tarkista pituus ja paino',
  option: 'Valitse luettelosta',
  repeated: 'Sama vaihtoehto on kahdesti',
  'too-long': 'Teksti on liian pitkä',
  characters: 'Tekstissä on merkki, jota ei voi käyttää. Kirjoita kohta uudelleen liittämättä',
  'too-many': 'Rivejä on liikaa',
  date: 'Päivää ei ole olemassa',
  'unknown-field': 'Tuntematon kenttä',
  'answers-or-total': 'Anna vastaukset tai kokonaispisteet, ei molempia',
  'answer-value': 'Vastaus ei ole vaihtoehtojen joukossa',
  'answer-count': 'Vastausten määrä on väärä',
  'total-not-entered': 'Pisteet lasketaan vastauksista',
  'total-range': 'Pisteiden on oltava {{min}}–{{max}}',
  required: 'Pakollinen tieto',
  'client-approval': 'Asiakkaan on hyväksyttävä teksti',
  'contains-hetu': 'Poista henkilötunnus tekstistä',
}

export const skipReason = {
  client_declined: 'Asiakas ei halunnut vastata',
  not_relevant: 'Ei ajankohtainen',
  no_time: 'Aika ei riittänyt',
  later: 'Tehdään myöhemmin',
}

export const state = {
  draft: 'Luonnos',
  in_progress: 'Kesken',
  nurse_done: 'Hoitajan osuus valmis',
  doctor_pending: 'Odottaa lääkäriä',
  doctor_done: 'Lääkärin osuus valmis',
  closed: 'Valmis',
  cancelled: 'Peruttu',
  no_show: 'Ei saapunut',
}

export const instrument = {
  was: 'Koettu työkyky (WAS)',
  phq2: 'PHQ-2 (mielialan seula)',
  phq9: 'PHQ-9 (masennusoireet)',
  gad7: 'GAD-7 (ahdistuneisuus)',
  who5: 'WHO-5 (hyvinvointi)',
  auditc: 'AUDIT-C (alkoholinkäytön seula)',
  audit: 'AUDIT (alkoholinkäytön riskit)',
  dudit: 'DUDIT (huumeiden käyttö)',
  hsi: 'HSI (nikotiiniriippuvuus, 2 kysymystä)',
  ftnd: 'Fagerströmin nikotiiniriippuvuustesti',
  findrisc: 'FINDRISC (diabetesriski)',
  isi: 'ISI (unettomuuden haitta-aste)',
  stopbang: 'STOP-Bang (uniapnean riski)',
  ucla3: 'UCLA-3 (yksinäisyys)',
  nrs: 'Kipu juuri nyt (NRS)',
  eurohis8: 'EUROHIS-8 (elämänlaatu)',
  whodas12: 'WHODAS 2.0, 12 kysymystä (toimintakyky)',
  wai: 'Työkykyindeksi (WAI)',
  kykyviisari: 'Kykyviisari®',
  x3x10d: '3X10D® (elämäntilanne)',
}

export const instrumentUi = {
  notComputed: 'Ei laskettavissa ({{count}} vastausta puuttuu)',
  notDiagnosis: 'Seulontatulos, ei diagnoosi',
  prorated: 'Pisteet täydennetty: osa vastauksista puuttuu',
  unapproved: 'Teksti tai rajat odottavat kliinikon hyväksyntää',
  scoreOnly: 'Täytä lomake erikseen ja kirjaa tulos',
  question: 'Kysymys {{number}}',
  total: 'Kokonaispisteet',
  difficulty: 'Oireiden haitta',
}

export const licence = {
  ship: 'Vapaasti käytettävä',
  ship_attr: 'Käytettävä lähdettä mainiten',
  score_only: 'Lisensoitu: vain tuloksen kirjaus',
}

export const mode = { self: 'Asiakas täytti itse', interview: 'Haastattelu' }
export const round = { start: 'Alku', middle: 'Väli', end: 'Loppu' }

export const heading = {
  esitiedot: 'Esitiedot',
  nykytila: 'Nykytila',
  tutkimukset: 'Tutkimukset',
  toimintakyky: 'Toimintakyky',
  johtopaatos: 'Johtopäätös',
  suunnitelma: 'Suunnitelma',
}

export const recordText = {
  guardianForbidden: 'Alaikäinen on kieltänyt tietojen antamisen huoltajalle. Älä luovuta tätä huoltajalle.',
  title: 'Työttömän terveystarkastus',
  notes: 'Lisätietoja',
  skipped: 'Ohitettu',
  preliminary: 'Hoitajan alustava arvio',
  final: 'Lääkärin arvio',
  flag: 'Hälyttävä löydös',
  unapprovedBands: 'Luokan rajat odottavat kliinikon hyväksyntää.',
  yes: 'kyllä',
  no: 'ei',
}

export const earlyRisk = {
  title: 'Varhaisen riskin havainto',
  none: 'Ei havaittua riskiä',
  unknown: 'Ei arvioitavissa ({{count}} tietoa puuttuu)',
  level: { some: 'Ota puheeksi', clear: 'Selvä riski: sovi seuranta' },
  reason: {
    long_unemployment: 'Pitkäaikainen työttömyys',
    very_long_unemployment: 'Työttömyys kestänyt yli kaksi vuotta',
    low_work_ability: 'Koettu työkyky huono',
    depressive_symptoms: 'Masennusoireita',
    anxiety: 'Ahdistuneisuutta',
    low_wellbeing: 'Hyvinvointi selvästi alentunut',
    strong_pain: 'Voimakas kipu',
    poor_sleep: 'Uniongelmia',
    loneliness: 'Yksinäisyyttä',
    functional_limits: 'Useita toimintakyvyn rajoituksia',
    repeated_checks: 'Toistuvia tarkastuksia ilman muutosta',
    falling_work_ability: 'Koettu työkyky on laskenut',
  },
}

export const serviceProvider = {
  kela: 'Kela',
  pension_insurer: 'Työeläkelaitos',
  employment_area: 'Työllisyysalue',
  state: 'Valtio',
  county: 'Hyvinvointialue',
  legal_aid: 'Oikeusapu',
  municipality: 'Kunta',
  education: 'Oppilaitos',
  employer: 'Työnantaja',
  association: 'Järjestö',
  other: 'Muu',
}
