// Health check: bands, derived values, red flags, closing, states, instruments, early risk.

export const band = {
  unemployment: {
    under_3: 'Under 3 mån',
    '3_5': '3–5 mån',
    '6_11': '6–11 mån',
    '12_23': '12–23 mån',
    '24_59': '24–59 mån',
    '60_or_more': '60 mån eller längre',
  },
  bmi: {
    underweight: 'Undervikt',
    normal: 'Normalvikt',
    overweight: 'Övervikt',
    obesity_1: 'Fetma, klass I',
    obesity_2: 'Fetma, klass II (svår)',
    obesity_3: 'Fetma, klass III',
  },
  waist: {
    recommended: 'Enligt rekommendationen',
    slightly_raised: 'Lindrigt förstorat',
    raised: 'Förstorat',
  },
  bloodPressure: {
    optimal: 'Optimalt',
    normal: 'Normalt',
    satisfactory: 'Nöjaktigt',
    mild: 'Lindrigt förhöjt',
    moderate: 'Måttligt förhöjt',
    severe: 'Betydligt förhöjt',
    crisis: 'Hypertensiv kris',
  },
  hearing: {
    normal: 'Normal hörsel',
    mild: 'Lindrig hörselnedsättning',
    moderate: 'Medelsvår hörselnedsättning',
    severe: 'Svår hörselnedsättning',
    profound: 'Mycket svår hörselnedsättning',
  },
  lab: {
    low: 'Under referensvärdet',
    normal: 'Inom referensvärdena',
    high: 'Över referensvärdet',
    raised_fasting: 'Förhöjt fastevärde',
    diabetes_limit: 'Diabetesgränsen uppfylls (kontrollera med nytt prov)',
    raised_risk: 'Ökad diabetesrisk',
    impaired_tolerance: 'Nedsatt glukostolerans',
    urgent: 'Brådskande (risk för bukspottkörtelinflammation)',
    doctor_soon: 'Snart till läkarbedömning',
    heavy_use: 'Tyder på riklig alkoholanvändning',
  },
  was: { poor: 'Dålig', moderate: 'Måttlig', good: 'God', excellent: 'Utmärkt' },
  phq2: {
    negative: 'Negativ screening',
    positive: 'Positiv screening: gör PHQ-9',
  },
  phq9: {
    minimal: 'Inga eller obetydliga depressiva symtom',
    mild: 'Lindriga depressiva symtom',
    moderate: 'Måttliga depressiva symtom',
    moderately_severe: 'Medelsvåra depressiva symtom',
    severe: 'Svåra depressiva symtom',
  },
  gad7: {
    minimal: 'Obetydlig ångest',
    mild: 'Lindrig ångest',
    moderate: 'Måttlig ångest',
    severe: 'Svår ångest',
  },
  who5: {
    clearly_reduced: 'Klart nedsatt välbefinnande: gör PHQ-9',
    reduced: 'Nedsatt välbefinnande',
    good: 'Gott välbefinnande',
  },
  auditc: { no_risk: 'Ingen riskkonsumtion', risk: 'Riskkonsumtion: gör AUDIT' },
  audit: {
    low: 'Liten risk',
    slightly_raised: 'Lindrigt ökad risk',
    clearly_raised: 'Klart ökad risk',
    high: 'Stor risk',
    very_high: 'Mycket stor risk',
  },
  dudit: {
    no_harm: 'Inga tecken på skadligt bruk',
    harmful_use: 'Skadligt bruk möjligt',
    dependence: 'Beroende sannolikt',
  },
  hsi: {
    low: 'Lågt nikotinberoende',
    moderate: 'Måttligt nikotinberoende',
    strong: 'Starkt nikotinberoende',
  },
  ftnd: {
    very_low: 'Mycket lågt nikotinberoende',
    low: 'Lågt nikotinberoende',
    medium: 'Medelstarkt nikotinberoende',
    strong: 'Starkt nikotinberoende',
    very_strong: 'Mycket starkt nikotinberoende',
  },
  findrisc: {
    low: 'Liten risk (1/100 insjuknar inom 10 år)',
    slightly_raised: 'Något ökad risk (1/25)',
    moderate: 'Måttlig risk (1/6)',
    high: 'Stor risk (1/3)',
    very_high: 'Mycket stor risk (1/2)',
  },
  isi: {
    none: 'Ingen betydande sömnlöshet',
    subthreshold: 'Lindrig sömnlöshet, under tröskeln',
    moderate: 'Måttlig sömnlöshet',
    severe: 'Svår sömnlöshet',
  },
  stopbang: {
    low: 'Liten risk för sömnapné',
    intermediate: 'Medelstor risk för sömnapné',
    high: 'Stor risk för sömnapné',
  },
  ucla3: { not_lonely: 'Inte ensam', lonely: 'Ensam' },
  nrs: {
    none: 'Ingen smärta',
    mild: 'Lindrig smärta',
    moderate: 'Måttlig smärta',
    strong: 'Stark smärta',
  },
  whodas12: {
    none: 'Ingen svårighet',
    mild: 'Lindrig svårighet',
    moderate: 'Måttlig svårighet',
    severe: 'Stor svårighet',
    complete: 'Total svårighet',
  },
  wai: { poor: 'Dålig', moderate: 'Måttlig', good: 'God', excellent: 'Utmärkt' },
}

/** Against the limits on the laboratory's own report. */
export const ownLimits = {
  low: 'Under laboratoriets referensvärde',
  normal: 'Inom laboratoriets referensvärden',
  high: 'Över laboratoriets referensvärde',
}

export const resultNote = {
  not_fasting: 'Inte ett fasteprov: ta ett fasteprov',
  single_reading: 'Bara en mätning: mät minst två gånger',
}

export const derived = {
  age: 'Ålder',
  referenceSex: 'Kön för referensvärden',
  minor: 'Minderårig',
  unemploymentMonths: 'Arbetslöshet, mån',
  unemploymentBand: 'Arbetslöshetens längd',
  longTermUnemployed: 'Långtidsarbetslös',
  bmi: 'Kroppsmasseindex',
  bmiBand: 'Klass av kroppsmasseindex',
  waistBand: 'Klass av midjemått',
  bpSys: 'Övertryck, medelvärde',
  bpDia: 'Undertryck, medelvärde',
  bpReadings: 'Blodtrycksmätningar',
  bpBand: 'Blodtrycksklass',
  hearingBand: 'Hörsel (bättre örat)',
  hba1cPercent: 'HbA1c, %',
  meetsActivity: 'Motionsrekommendationen uppfylls',
  auditcBand: 'AUDIT-C',
  chronicPain: 'Långvarig smärta',
  fpGlukBand: 'Fasteglukos',
  hbBand: 'Hemoglobin',
}

export const flag = {
  self_harm: 'Självdestruktiva tankar: fråga direkt, bedöm faran och anteckna vad som gjordes',
  bp_crisis: 'Hypertensiv kris: genast till läkarbedömning',
  chest_pain_at_rest: 'Bröstsmärta i vila: till jouren',
  acute_dyspnoea: 'Plötslig andnöd: till jouren',
  neurological_deficit: 'Neurologiskt bortfallssymtom: till jouren',
  low_spo2: 'Låg syremättnad: kontrollera mätningen, kontakta läkare',
  unsafe_now: 'Klienten är inte i säkerhet: ordna säkerheten innan besöket avslutas',
  blood_in_stool: 'Blod i avföringen: till läkarbedömning',
  weight_loss: 'Oavsiktlig viktnedgång: till läkarbedömning',
  glucose_diabetes: 'Glukosvärdet uppfyller diabetesgränsen: kontrollera med nytt prov, till läkarbedömning',
  triglycerides: 'Triglycerider minst 10 mmol/l: brådskande läkarbedömning',
  haemoglobin: 'Hemoglobin under 100 g/l: snart till läkarbedömning',
  bp_severe: 'Betydligt förhöjt blodtryck: till läkarbedömning',
  ecg_abnormal: 'EKG avvikande eller otolkat: till läkarbedömning',
  irregular_pulse: 'Oregelbunden puls: ta EKG',
  vision_driving: 'Synskärpan under körkortskravet (grupp 1): till optiker eller läkare',
  peth_heavy_use: 'PEth tyder på riklig alkoholanvändning',
  phq9_severe: 'Svåra depressiva symtom: till läkarbedömning',
}

export const flagAction = {
  emergency_sent: 'Hänvisad till jouren eller ringt 112',
  doctor_same_day: 'Läkarbedömning samma dag',
  doctor_booked: 'Tid bokad till läkare',
  already_in_care: 'Saken vårdas redan',
  rechecked_normal: 'Mätt på nytt, inget avvikande',
  safety_arranged: 'Säkerheten ordnad',
  client_declined: 'Klienten avböjde',
  not_significant: 'Bedömt, kräver inga åtgärder',
}

export const severity = {
  emergency: 'Jour',
  doctor: 'Läkare',
  safety: 'Säkerhet',
  notice: 'Obs',
}

export const closing = {
  required: 'Fyll i före undertecknandet',
  'must-be-true': 'Markera som gjort före undertecknandet',
  'refused-value': 'Värdet är inte tillåtet',
  unconfirmed: 'Avvikande värde ({{min}}–{{max}}): kontrollera och bekräfta',
  'unusual-bmi': 'Kroppsmasseindexet är avvikande ({{min}}–{{max}}): kontrollera längd och vikt och bekräfta',
  'skip-reason': 'Ange varför avsnittet hoppades över',
  future: 'Datumet är efter undersökningsdagen',
  'before-check': 'Datumet är före undersökningsdagen',
  'bp-order': 'Övertrycket ska vara minst 10 mmHg högre än undertrycket',
  'flag-unanswered': 'Anteckna vad som gjordes på grund av det larmande fyndet',
  'instrument-required': 'Fyll i mätaren eller ange varför den hoppades över',
  'contact-required': 'Anteckna hänvisarens telefon eller e-post',
  'doctor-only': 'Endast läkaren kan dra denna slutsats',
  'role-mismatch': 'Den som gör bedömningen ska vara den som undertecknar',
}

export const problem = {
  type: 'Värdet är av fel typ',
  'not-whole': 'Ange ett heltal',
  decimals: 'Högst {{decimals}} decimaler',
  'below-hard': 'För litet: tillåtet {{min}}–{{max}}',
  'above-hard': 'För stort: tillåtet {{min}}–{{max}}',
  'below-soft': 'Kontrollera värdet: vanligen {{min}}–{{max}}',
  'above-soft': 'Kontrollera värdet: vanligen {{min}}–{{max}}',
  'unusual-bmi': 'Kroppsmasseindexet är avvikande (vanligen {{min}}–{{max}}): kontrollera längd och vikt',
  option: 'Välj ur listan',
  repeated: 'Samma alternativ finns två gånger',
  'too-long': 'Texten är för lång',
  characters: 'Texten har ett tecken som inte kan användas. Skriv in den på nytt utan att klistra in',
  'too-many': 'För många rader',
  date: 'Datumet finns inte',
  'unknown-field': 'Okänt fält',
  'answers-or-total': 'Ange svar eller totalpoäng, inte båda',
  'answer-value': 'Svaret finns inte bland alternativen',
  'answer-count': 'Fel antal svar',
  'total-not-entered': 'Poängen räknas ur svaren',
  'total-range': 'Poängen ska vara {{min}}–{{max}}',
  required: 'Obligatorisk uppgift',
  'client-approval': 'Klienten ska godkänna texten',
  'contains-hetu': 'Ta bort personbeteckningen ur texten',
}

export const skipReason = {
  client_declined: 'Klienten ville inte svara',
  not_relevant: 'Inte aktuellt',
  no_time: 'Tiden räckte inte',
  later: 'Görs senare',
}

export const state = {
  draft: 'Utkast',
  in_progress: 'Pågår',
  nurse_done: 'Skötarens del klar',
  doctor_pending: 'Väntar på läkare',
  doctor_done: 'Läkarens del klar',
  closed: 'Klar',
  cancelled: 'Avbokad',
  no_show: 'Uteblev',
}

export const instrument = {
  was: 'Upplevd arbetsförmåga (WAS)',
  phq2: 'PHQ-2 (screening av sinnesstämning)',
  phq9: 'PHQ-9 (depressiva symtom)',
  gad7: 'GAD-7 (ångest)',
  who5: 'WHO-5 (välbefinnande)',
  auditc: 'AUDIT-C (screening av alkoholbruk)',
  audit: 'AUDIT (risker med alkoholbruk)',
  dudit: 'DUDIT (droganvändning)',
  hsi: 'HSI (nikotinberoende, 2 frågor)',
  ftnd: 'Fagerströms test för nikotinberoende',
  findrisc: 'FINDRISC (diabetesrisk)',
  isi: 'ISI (sömnlöshetens svårighetsgrad)',
  stopbang: 'STOP-Bang (risk för sömnapné)',
  ucla3: 'UCLA-3 (ensamhet)',
  nrs: 'Smärta just nu (NRS)',
  eurohis8: 'EUROHIS-8 (livskvalitet)',
  whodas12: 'WHODAS 2.0, 12 frågor (funktionsförmåga)',
  wai: 'Arbetsförmågeindex (WAI)',
  kykyviisari: 'Kykyviisari® (Förmågemätaren)',
  x3x10d: '3X10D® (livssituation)',
}

export const instrumentUi = {
  notComputed: 'Kan inte räknas ({{count}} svar saknas)',
  notDiagnosis: 'Screeningresultat, ingen diagnos',
  prorated: 'Poängen kompletterad: en del svar saknas',
  unapproved: 'Texten eller gränserna väntar på klinikerns godkännande',
  scoreOnly: 'Fyll i blanketten separat och anteckna resultatet',
  question: 'Fråga {{number}}',
  total: 'Totalpoäng',
  difficulty: 'Besvär av symtomen',
}

export const licence = {
  ship: 'Fri att använda',
  ship_attr: 'Får användas med angivande av källa',
  score_only: 'Licensierad: endast resultat antecknas',
}

export const mode = { self: 'Klienten fyllde i själv', interview: 'Intervju' }
export const round = { start: 'Början', middle: 'Mitten', end: 'Slutet' }

export const heading = {
  esitiedot: 'Förhandsuppgifter',
  nykytila: 'Nuläge',
  tutkimukset: 'Undersökningar',
  toimintakyky: 'Funktionsförmåga',
  johtopaatos: 'Slutsats',
  suunnitelma: 'Plan',
}

export const recordText = {
  guardianForbidden:
    'Den minderåriga har förbjudit att uppgifter ges till vårdnadshavaren. Ge inte detta till vårdnadshavaren.',
  title: 'Hälsoundersökning för arbetslös',
  notes: 'Tilläggsuppgifter',
  skipped: 'Överhoppat',
  preliminary: 'Skötarens preliminära bedömning',
  final: 'Läkarens bedömning',
  flag: 'Larmande fynd',
  unapprovedBands: 'Klassens gränser väntar på klinikerns godkännande.',
  yes: 'ja',
  no: 'nej',
}

export const earlyRisk = {
  title: 'Observation av tidig risk',
  none: 'Ingen risk observerad',
  unknown: 'Kan inte bedömas ({{count}} uppgifter saknas)',
  level: { some: 'Ta upp till samtal', clear: 'Klar risk: kom överens om uppföljning' },
  reason: {
    long_unemployment: 'Långvarig arbetslöshet',
    very_long_unemployment: 'Arbetslösheten har varat över två år',
    low_work_ability: 'Dålig upplevd arbetsförmåga',
    depressive_symptoms: 'Depressiva symtom',
    anxiety: 'Ångest',
    low_wellbeing: 'Klart nedsatt välbefinnande',
    strong_pain: 'Stark smärta',
    poor_sleep: 'Sömnproblem',
    loneliness: 'Ensamhet',
    functional_limits: 'Flera begränsningar i funktionsförmågan',
    repeated_checks: 'Upprepade undersökningar utan förändring',
    falling_work_ability: 'Den upplevda arbetsförmågan har sjunkit',
  },
}

export const serviceProvider = {
  kela: 'FPA',
  pension_insurer: 'Arbetspensionsanstalt',
  employment_area: 'Sysselsättningsområde',
  state: 'Staten',
  county: 'Välfärdsområde',
  legal_aid: 'Rättshjälp',
  municipality: 'Kommun',
  education: 'Läroanstalt',
  employer: 'Arbetsgivare',
  association: 'Organisation',
  other: 'Annan',
}
