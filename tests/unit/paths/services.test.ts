import { expect, test } from 'vitest'
import { SERVICES, serviceDirectory, servicesOn } from '../../../domain/paths/services.ts'

test('codes are unique and every row names its source and waits for approval', () => {
  expect(new Set(SERVICES.map(({ code }) => code)).size).toBe(SERVICES.length)
  for (const { code, name, source, approved } of SERVICES) {
    expect(code).toMatch(/^[A-Z0-9]+(-[A-Z0-9]+)?$/)
    expect(name.length).toBeGreaterThan(2)
    expect(source).not.toBe('')
    expect(approved).toBe(false)
  }
})

test('only active services of the day may be chosen', () => {
  const [first, second, third] = SERVICES
  const services = [
    { ...first!, active: false },
    { ...second!, validFrom: '2027-01-01' },
    { ...third!, validFrom: '2026-01-01' },
  ]
  expect(servicesOn('2026-01-01', services)).toEqual([services[2]])
  expect(servicesOn('2025-12-31', services)).toEqual([])
})

test('an edited directory keeps its codes apart and its dates real', () => {
  expect(serviceDirectory.parse(SERVICES)).toEqual(SERVICES)
  expect(serviceDirectory.safeParse([SERVICES[0], SERVICES[0]]).success).toBe(false)
  expect(serviceDirectory.safeParse([{ ...SERVICES[0], validFrom: '2026-02-30' }]).success).toBe(false)
  expect(serviceDirectory.safeParse([{ ...SERVICES[0], phone: '1' }]).success).toBe(false)
})

test('a code is short and nobody\u2019s henkilötunnus, because it stands in the log', () => {
  const codes = (code: string) =>
    serviceDirectory.safeParse([{ ...SERVICES[0], code }]).error?.issues.map(({ message }) => message)
  expect(codes('010190-999A')).toEqual(['contains-hetu'])
  expect(codes('A'.repeat(41))).toEqual(['too-long'])
  expect(codes('TE-2026')).toBeUndefined()
})
