import { clientInput } from '../host/client-input.ts'
import { consentInput } from '../host/consent-input.ts'
import { must } from '../host/make-server.ts'
import { expect, test } from './fixture.ts'
import { printed } from './paper.ts'
import { signedCheck } from './signed-check.ts'

test('everything of the client on paper, sensitive answers only when chosen, and as a file', async ({
  station,
}) => {
  const { page, host, server } = station
  await station.setUp()
  await station.signIn()
  const { id } = await must(server.ask('clients.register', clientInput({ phone: '050 000 0000' })))
  const auditc = { version: '1', language: 'fi', mode: 'interview', answers: [4, 4, 4] }
  await signedCheck(host, id, '2026-11-24', { instruments: { auditc } as never })
  await must(server.ask('referrals.create', { clientId: id, checkId: null }))
  await must(server.ask('clients.recordConsent', consentInput(id, 'contactBy')))
  const goal = { kind: 'goal', instructions: '', contact: '', responsible: 'client', dueDate: null } as const
  await must(server.ask('plans.add', { clientId: id, items: [{ ...goal, title: 'Uinti' }] }))
  const { id: itemId, revision } = (await must(server.ask('plans.ofClient', { clientId: id }))).at(-1)!
  const change = { ...goal, clientId: id, itemId, revision, state: 'open', title: 'Vesijumppa' } as const
  await must(server.ask('plans.change', change))
  await station.open(`/#/clients/${id}/data`)
  await expect(page.getByText('Varmista asiakkaan henkilöllisyys ennen luovuttamista.')).toBeVisible()
  await station.axe('data request')
  await page.getByRole('button', { name: 'Tallenna JSON-tiedostoksi' }).click()
  await expect(page.getByText('Tiedosto tallennettu.')).toBeVisible()
  expect(host.saved.map(({ name }) => name)).toEqual(['tietopyynto-2026-11-24.json'])

  await page.getByRole('link', { name: 'Näytä ja tulosta' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Sinua koskevat tiedot' })).toBeVisible()
  await expect(page.getByText('Selkäkipu rajoittaa nostamista.').first()).toBeVisible()
  await station.axe('data on the screen')
  const { text, size } = await printed(page)
  expect(size).toBe('A4')
  for (const shown of [
    'Kuukkeli',
    '010190-900P',
    '050 000 0000',
    'Yhteydenotto',
    'Selkäkipu rajoittaa nostamista.',
    'Hyvinvointilähete',
    'Vesijumppa',
    'Suunnitelman aiemmat tiedot',
    'Uinti',
    'Kuka on käsitellyt tietoja',
    'Tästä tulosteesta on jätetty pois',
  ])
    expect(text).toContain(shown)
  // Where fonts are wide the event stands on two lines of its column.
  expect(text).toMatch(/Tallensi asiakkaan[\s\S]{0,200}tiedostoon/)
  expect(text).not.toContain('AUDIT-C')
  await page.getByRole('checkbox').first().check()
  await expect(page.getByText(/AUDIT-C/).first()).toBeVisible()
  expect((await printed(page)).text).toContain('AUDIT-C')
})
