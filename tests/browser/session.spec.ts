// First set-up, signing in, waiting, locking and coming back, recovery, and a station that cannot be opened.
import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator } from '@playwright/test'
import { PEOPLE as EVERYONE } from '../host/make-server.ts'
import { expect, test } from './fixture.ts'

const fillPerson = async (group: Locator, person: (typeof EVERYONE)['administrator' | 'firstUser']) => {
  await group.getByLabel('Nimi', { exact: true }).fill(person.displayName)
  await group.getByLabel('Käyttäjätunnus').fill(person.username)
  await group.getByLabel('Salasana', { exact: true }).fill(person.password)
  await group.getByLabel('Salasana uudelleen').fill(person.password)
}

test('a station is set up, and its recovery key must be on paper first', async ({ station }) => {
  const { page } = station
  await station.open()
  await page.getByRole('button', { name: 'Seuraava' }).click()
  await expect(page.getByLabel('Aseman nimi')).toBeFocused()
  await expect(page.getByText('Täytä tämä kohta.')).toBeVisible()
  await station.axe('first step')
  await page.getByLabel('Aseman nimi').fill('Rovaniemen asema')
  await page.keyboard.press('Enter')

  const administrator = page.getByRole('group', { name: 'Pääkäyttäjä' })
  await administrator.getByLabel('Salasana', { exact: true }).fill('lyhyt')
  await expect(administrator.getByText('5/15 merkkiä')).toBeVisible()
  await page.getByRole('button', { name: 'Ota käyttöön' }).click()
  await expect(administrator.getByLabel('Nimi', { exact: true })).toBeFocused()
  await expect(administrator.getByText('Salasanassa on oltava vähintään 15 merkkiä.')).toBeVisible()
  await station.axe('second step')
  await administrator.getByLabel('Salasana', { exact: true }).fill('salasana salasana salasana')
  await expect(administrator.getByText('Salasana on liian helppo arvata.')).toHaveCount(1)
  await fillPerson(administrator, EVERYONE.administrator)
  await expect(administrator.getByText('Salasana kelpaa.')).toBeVisible()
  await fillPerson(page.getByRole('group', { name: 'Ensimmäinen hoitaja' }), EVERYONE.firstUser)
  await page.getByRole('button', { name: 'Ota käyttöön' }).click()

  await expect(page.getByRole('heading', { name: 'Palautusavain' })).toBeFocused()
  await expect(page.getByRole('status', { name: 'Palautusavain' })).toHaveText(
    /^([0-9A-Z]{4}-){7}[0-9A-Z]{4}$/,
  )
  await station.axe('recovery key')
  const go = page.getByRole('button', { name: 'Jatka kirjautumiseen' })
  await expect(go).toBeDisabled()
  await page.getByLabel('Avain on tulostettu').check()
  await go.click()

  await page.getByRole('button', { name: 'Kirjaudu' }).click()
  await expect(page.getByLabel('Käyttäjätunnus')).toBeFocused()
  await expect(page.getByText('Täytä tämä kohta.')).toHaveCount(2)
  await page.getByLabel('Käyttäjätunnus').fill('hilla')
  await page.getByLabel('Salasana', { exact: true }).fill(EVERYONE.firstUser.password)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('navigation', { name: 'Päävalikko' })).toBeVisible()
})

test('a wrong password and an unknown user get the same sentence, then one must wait', async ({
  station,
}) => {
  const { page } = station
  await station.setUp()
  // Each attempt on a page of its own: the sentence seen is the answer to this one, not left over from the one before.
  const attempt = async (username: string): Promise<void> => {
    await station.open()
    await page.getByLabel('Käyttäjätunnus').fill(username)
    await page.getByLabel('Salasana', { exact: true }).fill('ei ole oikea salasana')
    await page.keyboard.press('Enter')
  }
  for (const username of ['hilla', 'tuntematon']) {
    await attempt(username)
    await expect(page.getByRole('alert')).toHaveText('Käyttäjätunnus tai salasana on väärin.')
    await expect(page.getByLabel('Käyttäjätunnus')).toHaveValue(username)
  }
  // Waits grow until the countdown outlasts the slowest machine that runs this.
  for (let at = 0; at < 8; at++) {
    await station.server.ask('session.signIn', { username: 'hilla', password: 'x' })
    station.host.moveClock(10 * 60_000)
  }
  await attempt('hilla')
  await expect(page.getByRole('alert')).toHaveText('Käyttäjätunnus tai salasana on väärin.')
  await attempt('hilla')
  await expect(page.getByRole('alert')).toContainText(/Odota \d+ sekuntia/)
  await expect(page.getByRole('button', { name: 'Kirjaudu' })).toBeDisabled()
  await station.axe('waiting')
})

test('unlocking returns to the same view, field and half-typed form; another user gets none of it', async ({
  station,
}) => {
  const { page } = station
  await station.setUp()
  await station.signIn()
  await station.open('/#/clients/new')
  await page.getByLabel('Sukunimi').fill('Kuukkeli')
  await page.getByLabel('Etunimet').fill('Ai')
  await page.keyboard.press('Control+l')
  await expect(page.getByText('Lukittu. Hilla Hoitaja, jatka siitä mihin jäit.')).toBeVisible()
  await expect(page).toHaveURL(/#\/$/)
  await expect(page.getByText('Kuukkeli')).toHaveCount(0)
  await station.axe('locked')

  await expect(page.getByLabel('Käyttäjätunnus')).toHaveValue('hilla')
  await expect(page.getByLabel('Salasana', { exact: true })).toBeFocused()
  await page.keyboard.type(EVERYONE.firstUser.password)
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Etunimet')).toBeFocused()
  await page.keyboard.type('la')
  await expect(page.getByLabel('Etunimet')).toHaveValue('Aila')
  await expect(page.getByLabel('Sukunimi')).toHaveValue('Kuukkeli')

  await page.keyboard.press('Control+l')
  await page.getByRole('button', { name: 'Kirjaudu toisena käyttäjänä' }).click()
  await page.getByLabel('Käyttäjätunnus').fill(EVERYONE.administrator.username)
  await page.getByLabel('Salasana', { exact: true }).fill(EVERYONE.administrator.password)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Käyttäjä Pirjo Pääkäyttäjä' })).toBeVisible()
  await expect(page).not.toHaveURL(/clients/)
  await expect(page.getByText('Kuukkeli')).toHaveCount(0)
})

test('the station locks by itself when nobody uses it', async ({ station }) => {
  const { page } = station
  await page.clock.install()
  await station.setUp()
  await station.signIn()
  await station.open('/#/clients')
  await expect(page.getByLabel('Etsi asiakasta')).toBeVisible()
  await page.clock.runFor(9 * 60_000)
  await expect(page.getByLabel('Etsi asiakasta')).toBeVisible()
  await page.clock.runFor(61_000)
  await expect(page.getByText('Lukittu. Hilla Hoitaja')).toBeVisible()
  const { value } = (await station.server.ask('session.status', {})) as { value: { state: string } }
  expect(value.state).toBe('locked')
})

test('a forgotten password is replaced with the recovery key', async ({ station }) => {
  const { page } = station
  const key = await station.setUp()
  await station.open()
  await page.getByRole('button', { name: 'Salasana unohtunut' }).click()
  await page.getByLabel('Palautusavain').fill('AAAA-BBBB')
  await page.getByLabel('Käyttäjätunnus').fill('hilla')
  await page.getByLabel('Uusi salasana').fill('uusi lause jonka muistan')
  await page.getByLabel('Salasana uudelleen').fill('uusi lause jonka muistan')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toHaveText('Palautusavain tai käyttäjätunnus on väärin.')
  await station.axe('recovery')
  await page.getByLabel('Palautusavain').fill(key)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('navigation', { name: 'Päävalikko' })).toBeVisible()
})

test('a station that cannot be opened says why and how to go on, and nothing is deleted', async ({
  station,
}) => {
  const { page, host } = station
  await station.setUp()
  const folder = join(host.folder, 'station')
  const at = (name: string): string => join(folder, name)
  const alert = page.getByRole('alert')

  renameSync(at('records.db'), at('moved.db'))
  await station.open()
  await expect(page.getByRole('heading', { name: 'Työasemaa ei voi avata' })).toBeVisible()
  await expect(alert).toContainText('Tietokantaa ei löydy.')
  await expect(alert).toContainText('Mitään ei ole poistettu.')
  await expect(page.getByText('Virheen nimi: database-missing')).toBeVisible()
  await station.axe('blocked')
  renameSync(at('moved.db'), at('records.db'))

  renameSync(at('keys.json'), at('moved.json'))
  await page.getByRole('button', { name: 'Tarkista uudelleen' }).click()
  await expect(alert).toContainText('Avaintiedosto puuttuu')
  writeFileSync(at('keys.json'), '{')
  await page.getByRole('button', { name: 'Tarkista uudelleen' }).click()
  await expect(alert).toContainText('Avaintiedosto on vaurioitunut.')
  renameSync(at('moved.json'), at('keys.json'))

  const database = readFileSync(at('records.db'))
  writeFileSync(at('records.db'), database.fill(7, 4096, 12_288))
  await page.getByRole('button', { name: 'Tarkista uudelleen' }).click()
  await page.getByLabel('Käyttäjätunnus').fill('hilla')
  await page.getByLabel('Salasana', { exact: true }).fill(EVERYONE.firstUser.password)
  await page.keyboard.press('Enter')
  await expect(page.getByText('Virheen nimi: database-damaged')).toBeVisible()
  expect(readdirSync(folder)).toContain('records.db')
  expect(readdirSync(folder)).toContain('keys.json')
})
