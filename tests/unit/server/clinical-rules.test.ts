// Clinical limits, reminders and the service directory: the program's own until someone saves others, with a version.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { EARLY_RISK_SETTINGS } from '../../../domain/assessments/early-risk.ts'
import type { Input } from '../../../domain/contract/table.ts'
import { CLOSING_ADVICE } from '../../../domain/health-checks/advice.ts'
import { SERVICES, type Service } from '../../../domain/paths/services.ts'
import type { Role } from '../../../domain/users/roles.ts'
import { everyRole } from '../../host/every-role.ts'
import { makeServer, must, type TestServer } from '../../host/make-server.ts'

let t: TestServer
let signIn: (role: Role) => Promise<void>
beforeAll(async () => {
  t = makeServer()
  signIn = await everyRole(t, 'clinical')
})
afterAll(async () => {
  expect(t.faults).toEqual([])
  await t.dispose()
})

const shipped = { ...EARLY_RISK_SETTINGS, rules: [...EARLY_RISK_SETTINGS.rules] }
const ask = <N extends Parameters<TestServer['server']['ask']>[0]>(name: N, input: Input<N>) =>
  t.server.ask(name, input)
const lastEvent = async () => {
  await signIn('administrator')
  // The signing-in itself comes after it.
  return (await must(ask('audit.list', { before: null, limit: 10 }))).find(({ event }) =>
    /^(rules|service)/.test(event),
  )
}

test('the limits of early risk: a doctor approves, an administrator writes unapproved ones, a nurse reads', async () => {
  await signIn('nurse')
  expect(await must(ask('rules.earlyRisk', {}))).toEqual({ version: 0, settings: shipped })
  expect(await ask('rules.saveEarlyRisk', { version: 0, settings: shipped })).toMatchObject({
    error: { code: 'forbidden' },
  })
  const approved = { ...shipped, approved: true, reviewedOn: '2026-11-24' }
  await signIn('administrator')
  expect(await ask('rules.saveEarlyRisk', { version: 0, settings: approved })).toEqual({
    ok: false,
    error: { code: 'invalid-input', fields: [{ path: 'settings.approved', code: 'doctor-approves' }] },
  })
  const levels = { some: 3, clear: 6 }
  expect(await must(ask('rules.saveEarlyRisk', { version: 0, settings: { ...shipped, levels } }))).toEqual({
    version: 1,
  })
  await signIn('doctor')
  expect(await ask('rules.saveEarlyRisk', { version: 0, settings: approved })).toEqual({
    ok: false,
    error: { code: 'stale' },
  })
  await must(ask('rules.saveEarlyRisk', { version: 1, settings: { ...approved, levels } }))
  await signIn('nurse')
  expect(await must(ask('rules.earlyRisk', {}))).toEqual({ version: 2, settings: { ...approved, levels } })
  expect(await lastEvent()).toMatchObject({ event: 'rules.early-risk-saved', role: 'doctor', clientId: null })
})

test.each([
  [{ levels: { some: 4, clear: 2 } }, 'settings.levels.clear', 'level-order'],
  [{ approved: true, reviewedOn: null }, 'settings.reviewedOn', 'review-date'],
  [{ source: ' ' }, 'settings.source', 'required'],
] as const)('limits that cannot be: %o', async (change, path, code) => {
  await signIn('doctor')
  expect(await ask('rules.saveEarlyRisk', { version: 0, settings: { ...shipped, ...change } })).toEqual({
    ok: false,
    error: { code: 'invalid-input', fields: [{ path, code }] },
  })
})

test('reminders before signing are fields of the check, each once', async () => {
  await signIn('doctor')
  expect(await must(ask('rules.closingAdvice', {}))).toEqual({ version: 0, advice: CLOSING_ADVICE })
  const save = (fields: string[]) =>
    ask('rules.saveClosingAdvice', { version: 0, advice: { ...CLOSING_ADVICE, fields } })
  expect(await save(['strengths', 'shoeSize'])).toMatchObject({
    error: { fields: [{ path: 'advice.fields.1', code: 'unknown-field' }] },
  })
  expect(await save(['strengths', 'strengths'])).toMatchObject({
    error: { fields: [{ path: 'advice.fields', code: 'repeated' }] },
  })
  await must(save(['strengths', 'ownGoals']))
  expect((await must(ask('rules.closingAdvice', {}))).advice.fields).toEqual(['strengths', 'ownGoals'])
})

test('a service is changed, taken out of use or added; a code that is there already is refused', async () => {
  await signIn('coordinator')
  const { services } = await must(ask('services.list', {}))
  expect(services).toEqual(SERVICES)
  const changed: Service = { ...services[3]!, active: false, hint: 'Ei enää' }
  expect(await must(ask('services.save', { version: 0, service: changed, isNew: false }))).toEqual({
    version: 1,
  })
  expect(await ask('services.save', { version: 1, service: changed, isNew: true })).toEqual({
    ok: false,
    error: { code: 'invalid-input', fields: [{ path: 'service.code', code: 'code-repeated' }] },
  })
  const added: Service = { ...changed, code: 'KUNTA-UUSI', name: 'Uusi palvelu', active: true }
  expect(await ask('services.save', { version: 0, service: added, isNew: true })).toEqual({
    ok: false,
    error: { code: 'stale' },
  })
  await must(ask('services.save', { version: 1, service: added, isNew: true }))
  const after = await must(ask('services.list', {}))
  expect(after.version).toBe(2)
  expect(after.services).toEqual([...services.with(3, changed), added])
  await signIn('doctor')
  expect(await ask('services.save', { version: 2, service: added, isNew: false })).toMatchObject({
    error: { code: 'forbidden' },
  })
  expect(await lastEvent()).toMatchObject({ event: 'service.saved', role: 'coordinator' })
})
