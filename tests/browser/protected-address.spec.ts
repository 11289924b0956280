// Non-disclosure for safety: where the client lives and is reached is on no paper.
import { clientInput } from '../host/client-input.ts'
import { must } from '../host/make-server.ts'
import { expect, test } from './fixture.ts'
import { printed } from './paper.ts'
import { signedCheck } from './signed-check.ts'

test('papers of a check and of all data leave out municipality, phone, e-mail and next of kin', async ({
  station,
}) => {
  const { page, host, server } = station
  await station.setUp()
  await station.signIn()
  const contact = { phone: '050 000 0000', email: 'aila@example.org', protectedAddress: true }
  const { id } = await must(server.ask('clients.register', clientInput(contact)))
  const checkId = await signedCheck(host, id, '2026-11-24', {
    fields: { nextOfKin: [{ name: 'Oula Kuukkeli', phone: '050 000 0001' }], distanceToServicesKm: 120 },
  })
  const hidden = ['Rovaniemi', '050 000 000', 'aila@example.org', 'Oula Kuukkeli', '120 km']
  const notOnPaper = async (heading: RegExp) => {
    await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible()
    const { text } = await printed(page)
    expect(text).toContain('Selkäkipu rajoittaa nostamista.')
    for (const one of hidden) expect(text).not.toContain(one)
    return text
  }
  await station.open(`/#/checks/${checkId}/print/professional`)
  expect(await notOnPaper(/Terveystarkastus/)).toContain('Turvakielto')
  await station.open(`/#/clients/${id}/data/print`)
  expect(await notOnPaper(/Sinua koskevat tiedot/)).toContain('Turvakielto')
  await station.open(`/#/checks/${checkId}`)
  await expect(page.getByText('Oula Kuukkeli')).toBeVisible()
  await notOnPaper(/Terveystarkastus/)
})
