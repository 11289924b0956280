import type { Input } from '../../domain/contract/table.ts'

/** Shaped as an identifier, but nobody's. */
export const NOBODY = '00000000-0000-4000-8000-000000000000'

/** A synthetic client for tests; override what the test is about. */
export const clientInput = (over: Partial<Input<'clients.register'>> = {}): Input<'clients.register'> => ({
  hetu: '010190-900P',
  familyName: 'Kuukkeli',
  givenNames: 'Aila Maria',
  birthDate: null,
  sex: 'female',
  municipality: '698',
  labourStatus: 'unemployed',
  unemployedSince: '2025-02',
  language: 'fi',
  interpreter: false,
  phone: null,
  email: null,
  protectedAddress: false,
  entry: null,
  statisticsConsent: null,
  ...over,
})
