// Health check: bands, derived values, red flags, closing, states, instruments, early risk.

export const band = {
  unemployment: {
    under_3: 'Under 3 months',
    '3_5': '3–5 months',
    '6_11': '6–11 months',
    '12_23': '12–23 months',
    '24_59': '24–59 months',
    '60_or_more': '60 months or more',
  },
  bmi: {
    underweight: 'Underweight',
    normal: 'Normal weight',
    overweight: 'Overweight',
    obesity_1: 'Obesity, class I',
    obesity_2: 'Obesity, class II (severe)',
    obesity_3: 'Obesity, class III',
  },
  waist: {
    recommended: 'As recommended',
    slightly_raised: 'Slightly raised',
    raised: 'Raised',
  },
  bloodPressure: {
    optimal: 'Optimal',
    normal: 'Normal',
    satisfactory: 'Satisfactory',
    mild: 'Mildly raised',
    moderate: 'Moderately raised',
    severe: 'Markedly raised',
    crisis: 'Hypertensive crisis',
  },
  hearing: {
    normal: 'Normal hearing',
    mild: 'Mild hearing loss',
    moderate: 'Moderate hearing loss',
    severe: 'Severe hearing loss',
    profound: 'Profound hearing loss',
  },
  lab: {
    low: 'Below the reference limits',
    normal: 'Within the reference limits',
    high: 'Above the reference limits',
    raised_fasting: 'Raised fasting value',
    diabetes_limit: 'Diabetes limit met (confirm with a new sample)',
    raised_risk: 'Raised risk of diabetes',
    impaired_tolerance: 'Impaired glucose tolerance',
    urgent: 'Urgent (risk of pancreatitis)',
    doctor_soon: 'To a doctor soon',
    heavy_use: 'Suggests heavy use of alcohol',
  },
  was: { poor: 'Poor', moderate: 'Moderate', good: 'Good', excellent: 'Excellent' },
  phq2: { negative: 'Screen negative', positive: 'Screen positive: do PHQ-9' },
  phq9: {
    minimal: 'No or minimal symptoms of depression',
    mild: 'Mild symptoms of depression',
    moderate: 'Moderate symptoms of depression',
    moderately_severe: 'Moderately severe symptoms of depression',
    severe: 'Severe symptoms of depression',
  },
  gad7: {
    minimal: 'Minimal anxiety',
    mild: 'Mild anxiety',
    moderate: 'Moderate anxiety',
    severe: 'Severe anxiety',
  },
  who5: {
    clearly_reduced: 'Clearly reduced wellbeing: do PHQ-9',
    reduced: 'Reduced wellbeing',
    good: 'Good wellbeing',
  },
  auditc: { no_risk: 'No risky use', risk: 'Risky use: do AUDIT' },
  audit: {
    low: 'Low risk',
    slightly_raised: 'Slightly raised risk',
    clearly_raised: 'Clearly raised risk',
    high: 'High risk',
    very_high: 'Very high risk',
  },
  dudit: {
    no_harm: 'No sign of harmful use',
    harmful_use: 'Harmful use possible',
    dependence: 'Dependence likely',
  },
  hsi: {
    low: 'Low nicotine dependence',
    moderate: 'Moderate nicotine dependence',
    strong: 'Strong nicotine dependence',
  },
  ftnd: {
    very_low: 'Very low nicotine dependence',
    low: 'Low nicotine dependence',
    medium: 'Medium nicotine dependence',
    strong: 'Strong nicotine dependence',
    very_strong: 'Very strong nicotine dependence',
  },
  findrisc: {
    low: 'Low risk (1 in 100 within 10 years)',
    slightly_raised: 'Slightly raised risk (1 in 25)',
    moderate: 'Moderate risk (1 in 6)',
    high: 'High risk (1 in 3)',
    very_high: 'Very high risk (1 in 2)',
  },
  isi: {
    none: 'No significant insomnia',
    subthreshold: 'Mild insomnia, below the threshold',
    moderate: 'Moderate insomnia',
    severe: 'Severe insomnia',
  },
  stopbang: {
    low: 'Low risk of sleep apnoea',
    intermediate: 'Intermediate risk of sleep apnoea',
    high: 'High risk of sleep apnoea',
  },
  ucla3: { not_lonely: 'Not lonely', lonely: 'Lonely' },
  nrs: { none: 'No pain', mild: 'Mild pain', moderate: 'Moderate pain', strong: 'Strong pain' },
  whodas12: {
    none: 'No difficulty',
    mild: 'Mild difficulty',
    moderate: 'Moderate difficulty',
    severe: 'Severe difficulty',
    complete: 'Complete difficulty',
  },
  wai: { poor: 'Poor', moderate: 'Moderate', good: 'Good', excellent: 'Excellent' },
}

/** Against the limits on the laboratory's own report. */
export const ownLimits = {
  low: 'Below the laboratory’s limit',
  normal: 'Within the laboratory’s limits',
  high: 'Above the laboratory’s limit',
}

export const resultNote = {
  not_fasting: 'Not a fasting sample: take a fasting sample',
  single_reading: 'Only one reading: measure at least twice',
}

export const derived = {
  age: 'Age',
  referenceSex: 'Sex for reference limits',
  minor: 'Under age',
  unemploymentMonths: 'Unemployment, months',
  unemploymentBand: 'Length of unemployment',
  longTermUnemployed: 'Long-term unemployed',
  bmi: 'Body mass index',
  bmiBand: 'Class of body mass index',
  waistBand: 'Class of waist circumference',
  bpSys: 'Systolic pressure, mean',
  bpDia: 'Diastolic pressure, mean',
  bpReadings: 'Blood pressure readings',
  bpBand: 'Class of blood pressure',
  hearingBand: 'Hearing (better ear)',
  hba1cPercent: 'HbA1c, %',
  meetsActivity: 'Meets the recommendation for physical activity',
  auditcBand: 'AUDIT-C',
  chronicPain: 'Chronic pain',
  fpGlukBand: 'Fasting glucose',
  hbBand: 'Haemoglobin',
}

export const flag = {
  self_harm: 'Thoughts of self-harm: ask directly, assess the danger and record what was done',
  bp_crisis: 'Hypertensive crisis: to a doctor at once',
  chest_pain_at_rest: 'Chest pain at rest: to emergency care',
  acute_dyspnoea: 'Sudden shortness of breath: to emergency care',
  neurological_deficit: 'Neurological deficit: to emergency care',
  low_spo2: 'Low oxygen saturation: check the reading, contact a doctor',
  unsafe_now: 'The client is not safe: arrange safety before the visit ends',
  blood_in_stool: 'Blood in the stool: to a doctor',
  weight_loss: 'Unintended weight loss: to a doctor',
  glucose_diabetes: 'Glucose meets the diabetes limit: confirm with a new sample, to a doctor',
  triglycerides: 'Triglycerides 10 mmol/l or more: to a doctor urgently',
  haemoglobin: 'Haemoglobin under 100 g/l: to a doctor soon',
  bp_severe: 'Markedly raised blood pressure: to a doctor',
  ecg_abnormal: 'ECG abnormal or not interpreted: to a doctor',
  irregular_pulse: 'Irregular pulse: take an ECG',
  vision_driving: 'Visual acuity below the driving limit (group 1): to an optician or doctor',
  peth_heavy_use: 'PEth suggests heavy use of alcohol',
  phq9_severe: 'Severe symptoms of depression: to a doctor',
}

export const flagAction = {
  emergency_sent: 'Sent to emergency care or called 112',
  doctor_same_day: 'Assessed by a doctor the same day',
  doctor_booked: 'Appointment with a doctor booked',
  already_in_care: 'Already being treated',
  rechecked_normal: 'Measured again, nothing abnormal',
  safety_arranged: 'Safety arranged',
  client_declined: 'The client declined',
  not_significant: 'Assessed, needs no action',
}

export const severity = {
  emergency: 'Emergency',
  doctor: 'Doctor',
  safety: 'Safety',
  notice: 'Notice',
}

export const closing = {
  required: 'Fill in before signing',
  'must-be-true': 'Mark as done before signing',
  'refused-value': 'The value is not allowed',
  unconfirmed: 'Unusual value ({{min}}–{{max}}): check and confirm',
  'unusual-bmi': 'The body mass index is unusual ({{min}}–{{max}}): check height and weight, and confirm',
  'skip-reason': 'Tell why the section was skipped',
  future: 'The date is after the day of the check',
  'before-check': 'The date is before the day of the check',
  'bp-order': 'Systolic pressure must be at least 10 mmHg above diastolic',
  'flag-unanswered': 'Record what was done about the alarming finding',
  'instrument-required': 'Fill in the instrument or record why it was skipped',
  'contact-required': 'Record the referrer’s phone or e-mail',
  'doctor-only': 'Only a doctor may draw this conclusion',
  'role-mismatch': 'The assessor must be the one who signs',
}

export const problem = {
  type: 'The value is of the wrong type',
  'not-whole': 'Give a whole number',
  decimals: 'At most {{decimals}} decimals',
  'below-hard': 'Too small: allowed {{min}}–{{max}}',
  'above-hard': 'Too large: allowed {{min}}–{{max}}',
  'below-soft': 'Check the value: usually {{min}}–{{max}}',
  'above-soft': 'Check the value: usually {{min}}–{{max}}',
  'unusual-bmi': 'The body mass index is unusual (usually {{min}}–{{max}}): check height and weight',
  option: 'Choose from the list',
  repeated: 'The same option is there twice',
  'too-long': 'The text is too long',
  characters: 'The text has a character that cannot be used. Type it again without pasting',
  'too-many': 'Too many rows',
  date: 'There is no such date',
  'unknown-field': 'Unknown field',
  'answers-or-total': 'Give answers or the total, not both',
  'answer-value': 'The answer is not among the options',
  'answer-count': 'Wrong number of answers',
  'total-not-entered': 'The score is counted from the answers',
  'total-range': 'The score must be {{min}}–{{max}}',
  required: 'Required',
  'client-approval': 'The client must approve the text',
  'contains-hetu': 'Remove the personal identity code from the text',
}

export const skipReason = {
  client_declined: 'The client did not want to answer',
  not_relevant: 'Not relevant',
  no_time: 'There was no time',
  later: 'To be done later',
}

export const state = {
  draft: 'Draft',
  in_progress: 'In progress',
  nurse_done: 'Nurse’s part done',
  doctor_pending: 'Waiting for the doctor',
  doctor_done: 'Doctor’s part done',
  closed: 'Closed',
  cancelled: 'Cancelled',
  no_show: 'Did not come',
}

export const instrument = {
  was: 'Work Ability Score (WAS)',
  phq2: 'PHQ-2 (mood screen)',
  phq9: 'PHQ-9 (symptoms of depression)',
  gad7: 'GAD-7 (anxiety)',
  who5: 'WHO-5 (wellbeing)',
  auditc: 'AUDIT-C (alcohol screen)',
  audit: 'AUDIT (risks of alcohol use)',
  dudit: 'DUDIT (use of drugs)',
  hsi: 'HSI (nicotine dependence, 2 questions)',
  ftnd: 'Fagerström Test for Nicotine Dependence',
  findrisc: 'FINDRISC (risk of diabetes)',
  isi: 'ISI (severity of insomnia)',
  stopbang: 'STOP-Bang (risk of sleep apnoea)',
  ucla3: 'UCLA-3 (loneliness)',
  nrs: 'Pain right now (NRS)',
  eurohis8: 'EUROHIS-8 (quality of life)',
  whodas12: 'WHODAS 2.0, 12 questions (functioning)',
  wai: 'Work Ability Index (WAI)',
  kykyviisari: 'Kykyviisari® (Abilitator)',
  x3x10d: '3X10D® (life situation)',
}

export const instrumentUi = {
  notComputed: 'Cannot be computed ({{count}} answers missing)',
  notDiagnosis: 'A screening result, not a diagnosis',
  prorated: 'Score filled up: some answers are missing',
  unapproved: 'The text or limits await a clinician’s approval',
  scoreOnly: 'Fill in the form separately and record the result',
  question: 'Question {{number}}',
  total: 'Total score',
  difficulty: 'Burden of the symptoms',
}

export const licence = {
  ship: 'Free to use',
  ship_attr: 'To be used with attribution',
  score_only: 'Licensed: result entry only',
}

export const mode = { self: 'Filled in by the client', interview: 'Interview' }
export const round = { start: 'Start', middle: 'Middle', end: 'End' }

export const heading = {
  esitiedot: 'Background information',
  nykytila: 'Present state',
  tutkimukset: 'Examinations',
  toimintakyky: 'Functional capacity',
  johtopaatos: 'Conclusion',
  suunnitelma: 'Plan',
}

export const recordText = {
  guardianForbidden: 'The minor has forbidden disclosure to the guardian. Do not give this to the guardian.',
  title: 'Health check of an unemployed person',
  notes: 'Further information',
  skipped: 'Skipped',
  preliminary: 'Preliminary assessment by a nurse',
  final: 'Assessment by a doctor',
  flag: 'Alarming finding',
  unapprovedBands: 'The limits of the class await a clinician’s approval.',
  yes: 'yes',
  no: 'no',
}

export const earlyRisk = {
  title: 'Early-risk finding',
  none: 'No risk found',
  unknown: 'Cannot be assessed ({{count}} facts missing)',
  level: { some: 'Bring it up', clear: 'Clear risk: agree on follow-up' },
  reason: {
    long_unemployment: 'Long-term unemployment',
    very_long_unemployment: 'Unemployed for over two years',
    low_work_ability: 'Poor perceived work ability',
    depressive_symptoms: 'Symptoms of depression',
    anxiety: 'Anxiety',
    low_wellbeing: 'Clearly reduced wellbeing',
    strong_pain: 'Strong pain',
    poor_sleep: 'Problems with sleep',
    loneliness: 'Loneliness',
    functional_limits: 'Several limits of functional capacity',
    repeated_checks: 'Repeated checks without change',
    falling_work_ability: 'Perceived work ability has fallen',
  },
}

export const serviceProvider = {
  kela: 'Kela',
  pension_insurer: 'Pension insurer',
  employment_area: 'Employment area',
  state: 'State',
  county: 'Wellbeing services county',
  legal_aid: 'Legal aid',
  municipality: 'Municipality',
  education: 'Educational institution',
  employer: 'Employer',
  association: 'Association',
  other: 'Other',
}
