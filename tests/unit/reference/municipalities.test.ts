import { expect, test } from 'vitest'
import {
  EMPLOYMENT_AREAS,
  MUNICIPALITIES,
  MUNICIPALITIES_SOURCE,
  MUNICIPALITY_CODES,
  municipalityOf,
  SUB_REGIONS,
} from '../../../domain/reference/municipalities.ts'

test('21 different municipalities, each in a known sub-region', () => {
  expect(MUNICIPALITIES).toHaveLength(21)
  expect(MUNICIPALITIES.map(({ code }) => code)).toEqual(MUNICIPALITY_CODES)
  expect(new Set(MUNICIPALITY_CODES).size).toBe(21)
  expect(new Set(MUNICIPALITIES.map(({ fi }) => fi)).size).toBe(21)
  for (const { code, subRegion } of MUNICIPALITIES) {
    expect(code).toMatch(/^\d{3}$/)
    expect(SUB_REGIONS.map(({ id }) => id)).toContain(subRegion)
  }
  expect(municipalityOf('698')?.fi).toBe('Rovaniemi')
  expect(municipalityOf('ULK')).toBeNull()
  expect(MUNICIPALITIES_SOURCE).toMatchObject({ approved: false, reviewedOn: null })
})

test('the populations add up to about the region’s 176,000', () => {
  const total = MUNICIPALITIES.reduce((sum, { population }) => sum + population, 0)
  expect(Math.abs(total - 176_000)).toBeLessThan(2_000)
})

test('the employment areas divide the municipalities from 2025 on', () => {
  expect(EMPLOYMENT_AREAS.flatMap(({ municipalities }) => municipalities).sort()).toEqual(
    [...MUNICIPALITY_CODES].sort(),
  )
  for (const { validFrom, validTo } of EMPLOYMENT_AREAS)
    expect([validFrom, validTo]).toEqual(['2025-01-01', null])
})
