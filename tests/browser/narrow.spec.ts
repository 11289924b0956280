// Narrow windows and 200 % zoom: no page scrolls sideways, and what can be done with a row stays in sight.
import { clientInput } from '../host/client-input.ts'
import { must } from '../host/make-server.ts'
import { expect, test } from './fixture.ts'

test('at 200 % zoom no page scrolls sideways, and the buttons of a table are within sight', async ({
  station,
}) => {
  const { page, server } = station
  await page.setViewportSize({ width: 640, height: 450 })
  await station.setUp()
  await station.signIn()
  const { id } = await must(server.ask('clients.register', clientInput()))
  const consent = { clientId: id, kind: 'sendReferral', given: true, method: 'written' } as const
  const receiver = 'Rovaniemen liikuntaneuvonta'
  await must(server.ask('clients.recordConsent', { ...consent, receiver }))
  const fits = () =>
    page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)

  await station.open(`/#/clients/${id}/data/print`)
  await expect(page.getByRole('heading', { level: 1, name: 'Sinua koskevat tiedot' })).toBeVisible()
  await expect(page.getByRole('columnheader', { name: 'Kirjaaja' }).first()).toBeVisible()
  expect(await fits()).toBe(true)

  await station.open(`/#/clients/${id}/consents`)
  const withdraw = page.getByRole('button', { name: /^Peru suostumus/ })
  await expect(withdraw).toBeVisible()
  await withdraw.evaluate((button) => window.scrollTo(0, button.getBoundingClientRect().top))
  await expect(withdraw).toBeInViewport({ ratio: 1 })
  expect(await fits()).toBe(true)

  await station.signIn('administrator')
  await station.open('/#/users')
  await page.reload()
  const reset = page.getByRole('button', { name: /^Anna uusi salasana: Hilla/ })
  await reset.evaluate((button) => window.scrollTo(0, button.getBoundingClientRect().top))
  await expect(reset).toBeInViewport({ ratio: 1 })
  expect(await fits()).toBe(true)
})
