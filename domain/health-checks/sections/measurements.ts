// Vaccinations and measurements with their hard and soft limits.
import {
  choice,
  day,
  decimal,
  line,
  list,
  many,
  type OptionSet,
  type Section,
  tick,
  whole,
  year,
  yesNo,
} from '../fields.ts'

const base = {
  approved: false,
  reviewedOn: null,
  heading: 'tutkimukset',
  preVisit: false,
  instruments: [],
} as const

const WHISPER: OptionSet = { id: 'hearingWhisper', values: ['hears', 'does_not_hear'] }

export const MEASUREMENT_SECTIONS: readonly Section[] = [
  {
    ...base,
    id: 'vaccinations',
    source: 'Adult tetanus boosters at 25, 45, 65 and then every 10 years; TBE areas (verify)',
    preVisit: true,
    heading: 'esitiedot',
    fields: [
      year('tetanusBoosterYear', 1930),
      many('vaccinesReceived', ['mmr', 'tbe', 'influenza', 'covid']),
      yesNo('vaccinesUpToDate'),
    ],
  },
  {
    ...base,
    id: 'measurements',
    source: 'Validation limits from practice; classes by Käypä hoito (verify)',
    instruments: [{ id: 'findrisc', optional: true }],
    fields: [
      day('measuredOn', { notAfterToday: true }),
      line('measuredBy', 120),
      decimal('height', 1, [100, 250], { soft: [140, 210], unit: 'cm' }),
      decimal('weight', 1, [25, 400], { soft: [40, 200], unit: 'kg' }),
      yesNo('pregnant', { showIf: { derived: 'referenceSex', in: ['female', 'unknown'] } }),
      decimal('waist', 1, [40, 250], { soft: [55, 160], unit: 'cm' }),
      list('bpReadings', 6, [
        whole('sys', [60, 300], { soft: [90, 200], unit: 'mmHg' }),
        whole('dia', [30, 200], { soft: [50, 120], unit: 'mmHg' }),
      ]),
      whole('pulse', [20, 250], { soft: [50, 100], unit: 'perMin' }),
      choice('rhythm', ['regular', 'irregular']),
      whole('spo2', [50, 100], { soft: [94, 100], unit: 'percent' }),
      decimal('temperature', 1, [30, 43], { soft: [35.5, 37.8], unit: 'celsius' }),
      decimal('visionRight', 2, [0, 2], { soft: [0.5, 2] }),
      decimal('visionLeft', 2, [0, 2], { soft: [0.5, 2] }),
      decimal('visionBoth', 2, [0, 2], { soft: [0.5, 2] }),
      tick('visionWithCorrection'),
      decimal('visionNear', 2, [0.1, 2]),
      choice('hearingWhisperRight', WHISPER),
      choice('hearingWhisperLeft', WHISPER),
      whole('audiometryRight', [-10, 120], { soft: [-10, 25], unit: 'dB' }),
      whole('audiometryLeft', [-10, 120], { soft: [-10, 25], unit: 'dB' }),
      decimal('gripRight', 1, [0, 100], { soft: [10, 80], unit: 'kg' }),
      decimal('gripLeft', 1, [0, 100], { soft: [10, 80], unit: 'kg' }),
      whole('chairStand30s', [0, 60], { unit: 'times' }),
      decimal('chairStand5', 1, [3, 120], { unit: 's' }),
      whole('walk6min', [0, 1000], { soft: [300, 800], unit: 'm' }),
      choice('ecg', ['not_taken', 'normal', 'abnormal', 'pending']),
      whole('qtc', [300, 600], {
        unit: 'ms',
        showIf: { field: 'ecg', in: ['normal', 'abnormal', 'pending'] },
      }),
      yesNo('dailyActivity30min'),
      choice('vegetablesHowOften', ['daily', 'less_often']),
      yesNo('everBloodPressureMedicine'),
      yesNo('everHighGlucose'),
      choice('familyDiabetes', ['none', 'second_degree', 'first_degree']),
    ],
  },
]
