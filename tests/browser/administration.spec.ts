// The administrator: users and the log. And everyone's own password.
import { expect, PEOPLE, test } from './fixture.ts'

test('the administrator adds a user, resets a password and takes a user out of use', async ({ station }) => {
  const { page } = station
  await station.setUp()
  await station.signIn('administrator')
  await station.open('/#/users')
  await expect(page.getByRole('row', { name: /Hilla Hoitaja/ })).toBeVisible()
  await station.axe('users')
  await expect(page.getByRole('link', { name: 'Asiakkaat' })).toHaveCount(0)
  await page.getByRole('button', { name: 'Lisää käyttäjä' }).click()
  const dialog = page.getByRole('dialog', { name: 'Lisää käyttäjä' })
  await dialog.getByLabel('Nimi', { exact: true }).fill('Leevi Lääkäri')
  await dialog.getByLabel('Käyttäjätunnus').fill('hilla')
  await dialog.getByRole('combobox', { name: 'Rooli' }).click()
  await page.getByRole('option', { name: 'Lääkäri' }).click()
  await dialog.getByLabel('Ensimmäinen salasana').fill('kuukkeli istuu männyssä')
  await dialog.getByRole('button', { name: 'Tallenna' }).click()
  await expect(dialog.getByLabel('Käyttäjätunnus')).toBeFocused()
  await station.axe('add user')
  const taken = dialog.getByText('Käyttäjätunnus on jo käytössä')
  await expect(taken).toHaveCount(1)
  await dialog.getByLabel('Käyttäjätunnus').fill('leevi')
  await expect(taken).toHaveCount(0)
  await dialog.getByRole('button', { name: 'Tallenna' }).click()
  await expect(page.getByRole('row', { name: /Leevi Lääkäri leevi Lääkäri Käytössä/ })).toBeVisible()

  await page.getByRole('button', { name: 'Anna uusi salasana: Leevi Lääkäri' }).click()
  await page.getByLabel('Uusi salasana', { exact: true }).fill('toinen lause männystä')
  await page.getByRole('dialog').getByRole('button', { name: 'Anna uusi salasana' }).click()
  await expect(page.getByText('Salasana vaihdettu.')).toBeVisible()
  await page.getByRole('button', { name: 'Poista käytöstä: Leevi Lääkäri' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Poista käytöstä', exact: true }).click()
  await expect(
    page.getByRole('row', { name: /Leevi Lääkäri leevi Lääkäri Poistettu käytöstä/ }),
  ).toBeVisible()
  await page.getByRole('button', { name: 'Poista käytöstä: Pirjo Pääkäyttäjä' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Poista käytöstä', exact: true }).click()
  await expect(page.getByRole('alert')).toContainText('Viimeistä pääkäyttäjää ei voi poistaa.')
})

test('the log is read and verified', async ({ station }) => {
  const { page } = station
  await station.setUp()
  await station.signIn('administrator')
  await station.open('/#/log')
  await expect(
    page.getByRole('row', { name: /Pirjo Pääkäyttäjä Pääkäyttäjä Kirjautui sisään Tehty/ }),
  ).toBeVisible()
  await page.getByRole('button', { name: 'Tarkista lokin eheys' }).click()
  await expect(page.getByText(/Loki on ehjä: \d+ tapahtumaa/)).toBeVisible()
  await station.axe('log')
})

test('everyone changes their own password and chooses language and appearance', async ({ station }) => {
  const { page } = station
  await station.setUp()
  await station.signIn()
  await station.open('/#/password')
  await page.getByLabel('Nykyinen salasana').fill('ei ole oikea salasana')
  await page.getByLabel('Uusi salasana').fill('uusi lause jonka muistan')
  await page.getByLabel('Salasana uudelleen').fill('toinen')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Salasanat eivät ole samat.')).toBeVisible()
  await page.getByLabel('Salasana uudelleen').fill('uusi lause jonka muistan')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Nykyinen salasana on väärin.')).toBeVisible()
  await page.getByLabel('Nykyinen salasana').fill(PEOPLE.firstUser.password)
  await page.keyboard.press('Enter')
  await expect(page.getByText('Salasana vaihdettu.')).toBeVisible()
  await station.axe('own password')

  await page.getByRole('button', { name: /^Kieli/ }).click()
  await page.getByRole('menuitem', { name: 'English' }).click()
  await expect(page.getByRole('heading', { name: 'Change password' })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await page.getByRole('button', { name: /^Language/ }).click()
  await page.getByRole('menuitem', { name: /Davvisámegiella/ }).click()
  await expect(page.getByRole('note')).toContainText('hyväksymätön luonnos')
  await expect(page.getByRole('heading', { name: 'Vaihda salasana' })).toBeVisible()
  await page.getByRole('button', { name: /^Ulkoasu/ }).click()
  await page.getByRole('menuitem', { name: 'Tumma' }).click()
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark')
})
