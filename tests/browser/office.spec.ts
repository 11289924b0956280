import { makePackage, newKeys } from '../unit/import/make-package.ts'
import { expect, test } from './fixture.ts'

test('the first package is stored only after the key is confirmed; hidden figures are ranges, never zero', async ({
  station,
}) => {
  await station.setUp('office')
  await station.signIn()
  await station.open('/#/indicators')
  const { page, host } = station
  await expect(page.getByText('Ei vielä lukuja')).toBeVisible()
  await station.axe('no figures')

  host.picks.push(makePackage({ keys: newKeys() }))
  await page.getByRole('link', { name: 'Tuo paketti' }).click()
  await page.getByRole('button', { name: 'Tuo paketti…' }).click()
  await expect(page.getByRole('heading', { name: 'Tarkistettu paketti' })).toBeVisible({ timeout: 150_000 })
  const store = page.getByRole('button', { name: 'Tallenna luvut' })
  await expect(store).toBeDisabled()
  await station.axe('checked package')
  await page.getByLabel(/Olen vertannut tunnisteen/).check()
  await store.click()
  await expect(page.getByRole('heading', { name: 'Koeasema' })).toBeVisible()
  await station.axe('imports')

  await station.open('/#/indicators')
  const targets = page.getByRole('table', { name: 'Tavoitteet' })
  const total = targets.getByRole('row', { name: /Osallistujat yhteensä/ })
  await expect(total).toContainText('413')
  await expect(total).toContainText('osia piilossa')
  await station.axe('indicators')
})

test('a tampered and a repeated package are refused with a sentence and nothing is stored', async ({
  station,
}) => {
  await station.setUp('office')
  await station.signIn()
  await station.open('/#/imports')
  const { page, host } = station
  const good = makePackage()
  host.picks.push(good.slice(0, -9))
  await page.getByRole('button', { name: 'Tuo paketti…' }).click()
  await expect(page.getByRole('alert')).toContainText('ei ole ehjä zip-paketti')
  await expect(page.getByText('Yhtään pakettia ei ole tuotu')).toBeVisible()
  await station.axe('refused')
  host.picks.push(good)
  await page.getByRole('button', { name: 'Tuo paketti…' }).click()
  await page.getByLabel(/Olen vertannut tunnisteen/).check()
  await page.getByRole('button', { name: 'Tallenna luvut' }).click()
  await expect(page.getByRole('heading', { name: 'Koeasema' })).toBeVisible()
  host.picks.push(good)
  await page.getByRole('button', { name: 'Tuo paketti…' }).click()
  await expect(page.getByRole('alert')).toContainText('Sama paketti on jo tuotu')
})

test('a check can be cancelled while it runs, and a checked package can be put away: nothing is stored', async ({
  station,
}) => {
  await station.setUp('office')
  await station.signIn()
  await station.open('/#/imports')
  const { page, host, server } = station
  const call = server.call
  const cancelled = page.getByText('Tarkistus keskeytettiin. Mitään ei tallennettu.')
  // However slow the page is beside the check: the check waits for the press, the press for the check's first progress.
  const begin = Promise.withResolvers<void>()
  const inside = Promise.withResolvers<void>()
  server.call = async (name, input) => {
    if (name === 'imports.check') await begin.promise
    if (name !== 'imports.cancel') return call(name, input)
    begin.resolve()
    await inside.promise
    return call(name, input)
  }
  host.listeners.add((event) => event === 'progress' && inside.resolve())
  host.picks.push(makePackage())
  await page.getByRole('button', { name: 'Tuo paketti…' }).click()
  await page.getByRole('button', { name: 'Keskeytä tarkistus' }).click()
  await expect(cancelled).toBeVisible()
  await expect(page.getByRole('alert')).toHaveCount(0)
  await station.axe('cancelled')

  // Pressed while the check's answer is on its way: cancelled all the same, no package that can no longer be stored.
  const checked = Promise.withResolvers<void>()
  const pressed = Promise.withResolvers<void>()
  server.call = async (name, input) => {
    const answer = await call(name, input)
    if (name === 'imports.cancel') pressed.resolve()
    if (name !== 'imports.check') return answer
    checked.resolve()
    await pressed.promise
    return answer
  }
  host.picks.push(makePackage())
  await page.getByRole('button', { name: 'Tuo paketti…' }).click()
  await checked.promise
  await page.getByRole('button', { name: 'Keskeytä tarkistus' }).click()
  await expect(cancelled).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Tarkistettu paketti' })).toHaveCount(0)

  server.call = call
  host.picks.push(makePackage())
  await page.getByRole('button', { name: 'Tuo paketti…' }).click()
  await expect(page.getByRole('heading', { name: 'Tarkistettu paketti' })).toBeVisible({ timeout: 150_000 })
  await page.getByRole('button', { name: 'Peru' }).click()
  await expect(page.getByRole('heading', { name: 'Tarkistettu paketti' })).toHaveCount(0)
  await expect(page.getByText('Yhtään pakettia ei ole tuotu')).toBeVisible()
})
