import { clientInput } from '../host/client-input.ts'
import { consentInput } from '../host/consent-input.ts'
import { must } from '../host/make-server.ts'
import { expect, test } from './fixture.ts'
import { signedCheck } from './signed-check.ts'

test('measures and instruments as charts with their classes and the same numbers as tables', async ({
  station,
}) => {
  const { page, host, server } = station
  await station.setUp()
  await station.signIn()
  const { id } = await must(server.ask('clients.register', clientInput()))
  await station.open(`/#/clients/${id}/timeline`)
  await expect(page.getByText('Ei vielä mittauksia')).toBeVisible()
  await station.axe('empty timeline')

  const was = (score: number) => ({
    was: { version: '1', language: 'fi', mode: 'interview', answers: [score] } as const,
  })
  await signedCheck(host, id, '2026-05-04', { fields: { weight: 80 }, instruments: was(3) as never })
  await signedCheck(host, id, '2026-11-24', {
    fields: { weight: 72.3, pulse: 68 },
    instruments: was(8) as never,
  })
  await must(server.ask('clients.recordConsent', consentInput(id, 'contactBy')))
  await page.reload()
  const weight = page.getByRole('table', { name: /^Paino\./ })
  await expect(weight.getByRole('row')).toHaveText([/Päivä.*kg/, /4\.5\.2026.*80,0/, /24\.11\.2026.*72,3/])
  const bmi = page.getByRole('figure', { name: 'Painoindeksi' })
  await expect(bmi.locator('.recharts-reference-area').first()).toBeAttached()
  await expect(page.getByText('Viimeisin 25,0: Ylipaino')).toBeVisible()
  const once = page.getByRole('region', { name: 'Kerran mitatut' })
  await expect(once.getByRole('row', { name: /Syke 68 \/min/ })).toBeVisible()
  await station.axe('measures')

  await page.locator('label').filter({ hasText: 'Kyselyt' }).click()
  await expect(page.getByText('Viimeisin 8: Hyvä')).toBeVisible()
  await station.axe('instruments')

  const events = page.getByRole('table', { name: 'Tapahtumat' })
  await expect(events.getByRole('row', { name: /Antoi suostumuksen/ })).toBeVisible()
  await expect(events.getByRole('row', { name: /Terveystarkastus/ })).toHaveCount(2)
  await page.locator('label').filter({ hasText: 'Tarkastus' }).click()
  await expect(events.getByRole('row', { name: /Antoi suostumuksen/ })).toHaveCount(0)
  await station.axe('events')
  await events
    .getByRole('link', { name: /Terveystarkastus/ })
    .first()
    .click()
  await expect(page).toHaveURL(/#\/checks\//)
})
