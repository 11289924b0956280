// Ids of the red flags, apart from their rules so that the stored answers can name them.

export const RED_FLAG_IDS = [
  'self_harm',
  'bp_crisis',
  'chest_pain_at_rest',
  'acute_dyspnoea',
  'neurological_deficit',
  'low_spo2',
  'unsafe_now',
  'blood_in_stool',
  'weight_loss',
  'glucose_diabetes',
  'triglycerides',
  'haemoglobin',
  'bp_severe',
  'ecg_abnormal',
  'irregular_pulse',
  'vision_driving',
  'peth_heavy_use',
  'phq9_severe',
] as const
export type RedFlagId = (typeof RED_FLAG_IDS)[number]
