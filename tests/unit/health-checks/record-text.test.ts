import { describe, expect, test } from 'vitest'
import { bandMarks } from '../../../domain/health-checks/band-marks.ts'
import { recordGroups, recordText } from '../../../domain/health-checks/record-text.ts'
import { FIELDS } from '../../../domain/health-checks/sections.ts'
import { check } from '../../../renderer/i18n/locales/fi/check.ts'
import { answered, CONTEXT, completeCheck } from './complete-check.ts'

const missing: string[] = []
const finnish = (key: string): string => {
  const text = key
    .split('.')
    .reduce<unknown>((node, part) => (node as Record<string, unknown>)?.[part], check)
  if (typeof text !== 'string') missing.push(key)
  return String(text)
}

const full = completeCheck(
  {
    origin: 'kela',
    referrerName: 'Ohjaaja',
    referrerPhone: '040 000 0001',
    phone: '040 000 0000',
    symptoms: [{ symptom: 'headache', duration: 'under_2_weeks', detail: 'iltaisin' }],
    functionStairs: 'some',
    height: 170,
    weight: 72.3,
    bpReadings: [
      { sys: 141, dia: 88 },
      { sys: 138, dia: 87 },
    ],
    temperature: 36.6,
    fpGluk: 6.5,
    hba1c: 49,
    peth: 0.4,
    drugs: 'earlier',
    violenceAsked: true,
    violence: 'yes',
    safeNow: 'no',
    workAbility: 'able_restricted',
    restrictions: ['lifting', 'cold'],
    strengths: 'Sinnikäs',
    planItems: [
      { goal: 'Uni', action: 'Unipäiväkirja', responsible: 'client', dueDate: '2026-12-24', status: 'open' },
    ],
    onward: [
      { target: 'physiotherapist', urgency: 'not_urgent' },
      { target: 'shelter', outcome: 'Paikka sovittu' },
      { target: 'crisis_help' },
      { target: 'substance_services' },
      { target: 'smoking_cessation' },
    ],
    labOwnLimits: [
      { test: 'peth', high: 0.2 },
      { test: 'hba1c', high: 50 },
    ],
    followUpType: 'call',
    followUpDate: '2027-02-24',
    selfHarmThoughts: 'yes',
    suicidalPlans: 'yes',
    redFlagSymptoms: ['blood_in_stool'],
  },
  {
    instruments: {
      ...answered('was', [6]),
      ...answered('auditc', [2, 2, 2]),
      ...answered('phq2', [1, 1]),
      ...answered('whodas12', [...Array(11).fill(1), null]),
    },
    sections: {
      sleep: { skipped: true, skipReason: 'no_time', notes: '' },
      oral: { skipped: false, skipReason: null, notes: 'Hampaat kunnossa' },
      violence: { skipped: false, skipReason: null, notes: 'Salainen' },
    },
    flags: {
      unsafe_now: { action: 'safety_arranged', note: 'Salainen' },
      bp_crisis: { action: 'emergency_sent', note: '' },
    },
  },
)

describe('text for the patient record', () => {
  const text = recordText(full, CONTEXT, finnish)
  test('every text it uses exists', () => {
    expect(missing).toEqual([])
  })

  test('has the headings of the record in order', () => {
    expect(recordGroups(full, CONTEXT, finnish).map(({ heading }) => heading)).toEqual([
      'esitiedot',
      'nykytila',
      'tutkimukset',
      'toimintakyky',
      'johtopaatos',
      'suunnitelma',
    ])
    expect(text.startsWith('Työttömän terveystarkastus 24.11.2026\n\nESITIEDOT\n')).toBe(true)
  })

  test.each([
    'Työttömänä alkaen (kuukausi): 1.2025',
    'Työttömyys, kk: 22 (12–23 kk)',
    'Oireet ja niiden kesto: Päänsärky, Alle 2 viikkoa, iltaisin',
    'Yhden kerrosvälin nousu portaita: Jonkin verran vaikeuksia',
    'Paino: 72,3 kg',
    'Painoindeksi: 25 kg/m² (Ylipaino*)',
    'Alapaineen keskiarvo: 88 mmHg (Lievästi kohonnut*)',
    '141 mmHg / 88 mmHg; 138 mmHg / 87 mmHg',
    'Lämpö: 36,6 °C',
    'fP-Gluk (paastoglukoosi): 6,5 mmol/l (Kohonnut paastoarvo*)',
    'mmol/mol (Diabetesraja täyttyy (varmista uusintanäytteellä)*; Laboratorion viitearvoissa)',
    'Koettu työkyky (WAS): 6, Kohtalainen*',
    'WHODAS 2.0, 12 kysymystä (toimintakyky): 25 %, Kohtalainen vaikeus* (Pisteet täydennetty: osa vastauksista puuttuu)',
    'Arvio työkyvystä: Työkykyinen rajoituksin (osatyökykyinen)',
    'Rajoitukset: Nostaminen, Kylmä',
    'Hoitajan alustava arvio',
    'Uni, Unipäiväkirja, Asiakas, 24.12.2026, Avoin',
    'Uni: Ohitettu (Aika ei riittänyt)',
    'Lisätietoja: Hampaat kunnossa',
    'Vakavat oireet (merkitse, jos on): Verta ulosteessa',
    'Jatko-ohjaus: Fysioterapeutti, Ei kiireellinen',
  ])('says: %s', (line) => {
    expect(text).toContain(line)
  })

  test('sensitive answers, their scores, notes and flags stay out', () => {
    for (const word of [
      'Salainen',
      'AUDIT',
      'PEth',
      'Huumeiden',
      'turvassa',
      'väkival',
      'tsetuhois',
      'tsemurha',
      'Alkohol',
      'Turvakoti',
      'Paikka sovittu',
      'Kriisiapu',
      'Päihdepalvelut',
      'Tupakasta',
    ])
      expect(text, word).not.toContain(word)
    expect(text).not.toContain('040')
  })

  test('they come in when the professional chooses so', () => {
    const open = recordText(full, CONTEXT, finnish, { include: ['violence', 'substances', 'selfHarm'] })
    for (const word of ['Salainen', 'AUDIT-C', 'PEth', 'On nyt turvassa: ei', 'Huumeiden käyttö: Aiemmin'])
      expect(open).toContain(word)
    expect(open).toContain('Turvakoti, Paikka sovittu; Kriisiapu; Päihdepalvelut; Tupakasta vieroitus')
  })

  test('a service is left out by its own kind alone', () => {
    const some = recordText(full, CONTEXT, finnish, { include: ['substances'] })
    expect(some).toContain('Fysioterapeutti, Ei kiireellinen; Päihdepalvelut; Tupakasta vieroitus')
    expect(some).toMatch(/PEth[^\n]*, 0,2/)
    expect(some).not.toMatch(/Turvakoti|Kriisiapu/)
  })

  test('a flag that is no longer raised is not told', () => {
    expect(text).not.toContain('Hypertensiivinen')
  })
})

test('where a client with a protected address lives and is reached stays out of the text', () => {
  const located = completeCheck({ municipality: '698', distanceToServicesKm: 120 })
  const named = (protectedAddress: boolean) =>
    recordText(located, CONTEXT, (key) => `<${key}>`, { protectedAddress })
  for (const key of ['<field.municipality>', '<field.distanceToServicesKm>']) {
    expect(named(false)).toContain(key)
    expect(named(true)).not.toContain(key)
  }
  expect([...FIELDS.values()].filter(({ locates }) => locates).map(({ key }) => key)).toEqual([
    'municipality',
    'phone',
    'email',
    'nextOfKin',
    'distanceToServicesKm',
  ])
})

test('blood pressure of one reading is told to be so', () => {
  const of = (...bpReadings: object[]) => recordText(completeCheck({ bpReadings }), CONTEXT, finnish)
  const reading = { sys: 150, dia: 95 }
  expect(of(reading)).toContain('95 mmHg (Lievästi kohonnut*; Vain yksi mittaus: mittaa vähintään kahdesti)')
  expect(of(reading, { sys: 150 })).toContain('Vain yksi mittaus')
  expect(of(reading, reading)).not.toContain('Vain yksi mittaus')
})

describe('classes are screening results, and unapproved ones are marked', () => {
  const SCREENING = 'Seulontatulos, ei diagnoosi.'
  const UNAPPROVED = '* Luokan rajat odottavat kliinikon hyväksyntää.'

  test('each note stands once, at the end', () => {
    const text = recordText(full, CONTEXT, finnish)
    expect(text.endsWith(`\n\n${SCREENING}\n${UNAPPROVED}`)).toBe(true)
    expect(text.split(SCREENING)).toHaveLength(2)
    expect(text.split(UNAPPROVED)).toHaveLength(2)
  })

  test('none without a class; one that is left out calls for none', () => {
    const plain = completeCheck({ height: 170 }, { instruments: answered('auditc', [2, 2, 2]) })
    expect(recordText(plain, CONTEXT, finnish)).not.toMatch(/Seulontatulos|\*/)
    expect(recordText(plain, CONTEXT, finnish, { include: ['substances'] })).toContain(SCREENING)
  })

  test('an approved class carries no mark', () => {
    const { text, notes } = bandMarks((key) => key, new Map([['band.bmi.normal', true]]))
    expect(notes()).toEqual([])
    expect(text('band.bmi.normal')).toBe('band.bmi.normal')
    expect(notes()).toEqual(['instrumentUi.notDiagnosis.'])
  })
})

test('a minor who forbids telling the guardian: the text begins with it, an adult’s old answer does not', () => {
  const told = (birthDate: string, guardianDisclosureForbidden: string) =>
    recordText(completeCheck({ birthDate, guardianDisclosureForbidden }), CONTEXT, finnish)
  const banner = 'Alaikäinen on kieltänyt tietojen antamisen huoltajalle.'
  expect(told('2010-01-01', 'yes')).toContain(banner)
  expect(told('2010-01-01', 'no')).not.toContain(banner)
  expect(told('1990-01-01', 'yes')).not.toContain(banner)
})
