// Erasing by rule on the screen: the administrator sets the years, one person proposes, another confirms.
import { clientInput } from '../host/client-input.ts'
import { must, signInAs } from '../host/make-server.ts'
import { expect, test } from './fixture.ts'

const login = (username: string) => ({ username, password: `kettu hiipii lumessa ${username}` })

test('a record that nobody has used is erased by two people, another one stays', async ({ station }) => {
  const { page, server, host } = station
  await station.setUp()
  await station.signIn()
  const { id: idle } = await must(server.ask('clients.register', clientInput()))
  await must(signInAs(server, 'administrator'))
  for (const name of ['koordi1', 'koordi2'])
    await must(
      server.ask('users.add', { ...login(name), displayName: `Koordi ${name}`, role: 'coordinator' }),
    )

  await station.open('/#/retention')
  const years = page.getByRole('textbox', { name: 'Vuosia ilman käyttöä' })
  await years.fill('0')
  await page.getByRole('button', { name: 'Tallenna' }).click()
  await expect(page.getByText('Arvon on oltava vähintään 1.')).toBeVisible()
  await years.fill('2')
  await page.getByRole('button', { name: 'Tallenna' }).click()
  await expect(page.getByText('Sääntö tallennettu.')).toBeVisible()
  await expect(page.getByText('Poistettavissa olevat asiakkaat')).toHaveCount(0)
  await station.axe('rule')

  // More than two years on, one record has been used meanwhile.
  host.setClock('2029-01-10T08:00:00.000Z')
  await must(server.ask('session.signIn', login('koordi1')))
  await must(
    server.ask(
      'clients.register',
      clientInput({ hetu: '010100A903K', familyName: 'Riekko', givenNames: 'Saara' }),
    ),
  )
  await page.reload()
  await station.open('/#/retention')
  await expect(page.getByText('Tiedot voi poistaa, kun niitä ei ole käytetty 2 vuoteen.')).toBeVisible()
  const row = page.getByRole('row', { name: /Kuukkeli Aila Maria/ })
  await expect(row).toContainText('24.11.2026')
  await expect(page.getByText('Riekko')).toHaveCount(0)
  await page.getByRole('button', { name: 'Ehdota poistoa: Kuukkeli Aila Maria' }).click()
  await expect(row).toContainText('Odottaa toisen henkilön vahvistusta')
  await expect(page.getByRole('button', { name: /Poista tiedot/ })).toHaveCount(0)
  await station.axe('proposed')

  await must(server.ask('session.signIn', login('koordi2')))
  await page.reload()
  await station.open('/#/retention')
  await page.getByRole('button', { name: 'Poista tiedot: Kuukkeli Aila Maria' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('Koordi koordi1 on ehdottanut')
  await dialog.getByRole('button', { name: 'Peruuta' }).click()
  await expect(row).toBeVisible()
  await page.getByRole('button', { name: 'Poista tiedot: Kuukkeli Aila Maria' }).click()
  await dialog.getByRole('button', { name: 'Poista tiedot' }).click()
  await expect(page.getByText('Tiedot poistettu.')).toBeVisible()
  await expect(page.getByText('Ei poistettavia')).toBeVisible()
  expect(await server.ask('clients.open', { clientId: idle })).toMatchObject({ error: { code: 'not-found' } })
})
