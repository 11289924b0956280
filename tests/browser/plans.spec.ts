import { clientInput } from '../host/client-input.ts'
import { must } from '../host/make-server.ts'
import { expect, test } from './fixture.ts'
import { printed } from './paper.ts'

test('paper for the client is in the client’s language, the screen stays as it is', async ({ station }) => {
  const { page, server } = station
  await station.setUp()
  await station.signIn()
  const { id } = await must(server.ask('clients.register', clientInput({ language: 'sv' })))
  const item = { kind: 'goal', title: 'Gå mer', instructions: '', contact: '', dueDate: null } as const
  await must(server.ask('plans.add', { clientId: id, items: [{ ...item, responsible: 'client' }] }))
  await station.open(`/#/clients/${id}/plan/print`)
  await expect(page.getByRole('heading', { level: 1, name: 'Din plan' })).toBeVisible()
  await expect(page.getByRole('radio', { name: 'Svenska' })).toBeChecked()
  await expect(page.getByRole('button', { name: 'Tulosta' })).toBeVisible()
  await expect(page.locator('[lang="sv"]', { hasText: 'Din plan' })).toBeVisible()
  await station.axe('paper in Swedish')
  const swedish = (await printed(page)).text
  expect(swedish).toContain('Din plan')
  expect(swedish).not.toContain('Paperin kieli')
  await page.locator('label').filter({ hasText: 'English' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Your plan' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Takaisin' })).toBeVisible()

  const arabic = clientInput({ hetu: null, birthDate: '1980-01-01', language: 'ar' })
  const { id: other } = await must(server.ask('clients.register', arabic))
  await station.open(`/#/clients/${other}/checks/paper`)
  await expect(page.getByRole('heading', { level: 1, name: 'Esitietolomake' })).toBeVisible()
  await expect(page.getByText(/Asiakkaan kieli: Arabia\. Sillä ei ole tekstejä/)).toBeVisible()
  await page.locator('label').filter({ hasText: 'English' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Pre-visit form' })).toBeVisible()
})

test('goals and a service path are added, changed and done, and printed in plain words', async ({
  station,
}) => {
  const { page, server } = station
  await station.setUp()
  await station.signIn()
  const { id } = await must(server.ask('clients.register', clientInput()))
  await station.open(`/#/clients/${id}/plan`)
  await expect(page.getByText('Ei tavoitteita')).toBeVisible()
  await station.axe('empty plan')
  await page.getByRole('link', { name: 'Suunnitelma asiakkaalle' }).click()
  await expect(page.getByText('Suunnitelmassa ei ole vielä mitään')).toBeVisible()
  await expect(page.getByText('Lisää askel tai kokonainen')).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Tulosta', exact: true })).toBeDisabled()
  await page.getByRole('link', { name: 'Takaisin' }).click()

  await page.getByRole('button', { name: 'Lisää tavoite' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Tallenna' }).click()
  await expect(dialog.getByText('Täytä tämä kohta.')).toBeVisible()
  await expect(dialog.getByRole('textbox', { name: 'Mitä tehdään' })).toBeFocused()
  await dialog.getByRole('textbox', { name: 'Mitä tehdään' }).fill('Jaksan kävellä kauppaan')
  await dialog.getByRole('textbox', { name: 'Määräpäivä' }).fill('1.11.2026')
  await station.axe('new goal')
  await dialog.getByRole('button', { name: 'Tallenna' }).click()
  await expect(page.getByRole('rowheader', { name: /Jaksan kävellä kauppaan/ })).toBeVisible()
  await expect(page.getByText('myöhässä')).toBeVisible()

  await page.getByRole('button', { name: 'Lisää palvelupolku' }).click()
  await dialog.getByRole('combobox', { name: 'Palvelupolku' }).click()
  await page.getByRole('option', { name: 'Hyvinvointilähete' }).click()
  await expect(dialog.getByText('Hyväksymätön teksti')).toBeVisible()
  await expect(dialog.getByRole('row', { name: /8\.12\.2026 Linkkihenkilö ottaa yhteyttä/ })).toBeVisible()
  await station.axe('path')
  await dialog.getByRole('button', { name: 'Lisää palvelupolku' }).click()
  await expect(page.getByText('Polusta lisättiin 4 askelta.')).toBeVisible()

  await page.getByRole('button', { name: 'Muokkaa: Linkkihenkilö ottaa yhteyttä' }).click()
  await dialog.getByRole('textbox', { name: 'Yhteystieto' }).fill('Esimerkkiyhdistys, 016 000 000')
  await dialog.getByRole('button', { name: 'Tallenna' }).click()
  await expect(dialog).toHaveCount(0)
  await page.getByRole('button', { name: 'Tehty: Suostumus ja lähete' }).click()
  await expect(page.getByRole('button', { name: 'Avaa uudelleen: Suostumus ja lähete' })).toBeVisible()
  await page.getByRole('button', { name: 'Jäi pois: Kuulumiset' }).click()
  await expect(page.getByRole('button', { name: 'Avaa uudelleen: Kuulumiset' })).toBeVisible()
  await station.axe('plan')

  await page.getByRole('link', { name: 'Suunnitelma asiakkaalle' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Sinun suunnitelmasi' })).toBeVisible()
  await station.axe('plan for the client')
  const { text, size, pages } = await printed(page)
  expect(size).toBe('A4')
  expect(pages).toBe(1)
  for (const shown of [
    'Aila Maria Kuukkeli',
    'Jaksan kävellä kauppaan',
    'Linkkihenkilö soittaa tai lähettää viestin.',
    'Viimeistään 8.12.2026.',
    'Yhteys: Esimerkkiyhdistys, 016 000 000',
    'Tämä on jo tehty',
    'Testiasema, Hilla Hoitaja',
  ])
    expect(text).toContain(shown)
  expect(text).not.toContain('Kuulumiset')
  expect(text).not.toContain('010190')
  await page.getByRole('button', { name: 'Tulosta', exact: true }).click()
  await expect.poll(() => station.host.printed).toEqual(['paper'])
})

test('a goal left half-written by Escape is there again, a cancelled or saved one is not', async ({
  station,
}) => {
  const { page, server } = station
  await station.setUp()
  await station.signIn()
  const { id } = await must(server.ask('clients.register', clientInput()))
  await station.open(`/#/clients/${id}/plan`)
  const add = page.getByRole('button', { name: 'Lisää tavoite' })
  const dialog = page.getByRole('dialog')
  const what = dialog.getByRole('textbox', { name: 'Mitä tehdään' })
  const unfinished = dialog.getByText('mihin tämä lomake jäi kesken')
  await add.click()
  await expect(unfinished).toHaveCount(0)
  await what.fill('Jaksan kävellä')
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await add.click()
  await expect(what).toHaveValue('Jaksan kävellä')
  await expect(unfinished).toBeVisible()
  await station.axe('unfinished goal')
  await dialog.getByRole('button', { name: 'Aloita alusta' }).click()
  await expect(what).toHaveValue('')
  await what.fill('Uinti')
  await dialog.getByRole('button', { name: 'Peruuta' }).click()
  await add.click()
  await expect(what).toHaveValue('')
  await what.fill('Uinti viikoittain')
  await dialog.getByRole('button', { name: 'Tallenna' }).click()
  await expect(page.getByRole('rowheader', { name: /Uinti viikoittain/ })).toBeVisible()
  await add.click()
  await expect(what).toHaveValue('')
})

test('the administrator edits a template; the approval mark goes only with approval', async ({ station }) => {
  const { page, server } = station
  await station.setUp()
  await station.signIn('administrator')
  await station.open('/#/paths')
  await expect(page.getByText('Hyväksymätön teksti')).toHaveCount(4)
  await station.axe('templates')
  await page.getByRole('link', { name: 'Hyvinvointilähete' }).click()
  await page.getByRole('button', { name: 'Siirrä askel 2 ylemmäs' }).click()
  await page.getByRole('button', { name: 'Poista askel 4' }).click()
  const first = page.getByRole('group', { name: 'Askel 1' })
  await expect(first.getByRole('textbox', { name: 'Mitä tehdään' })).toHaveValue(
    'Linkkihenkilö ottaa yhteyttä',
  )
  await first.getByRole('textbox', { name: 'Päiviä alusta' }).fill('2000')
  await page.getByRole('checkbox', { name: 'Hyvinvointialue on hyväksynyt polun tekstit' }).check()
  await page.getByRole('button', { name: 'Tallenna' }).click()
  await expect(first.getByText('Arvo saa olla enintään 1100.')).toBeVisible()
  await station.axe('template with a problem')
  await first.getByRole('textbox', { name: 'Päiviä alusta' }).fill('10')
  await page.getByRole('button', { name: 'Tallenna' }).click()
  await expect(page.getByText('Hyväksymätön teksti')).toHaveCount(3)
  const { templates } = await must(server.ask('plans.templates', {}))
  const edited = templates.find(({ id }) => id === 'hyvinvointilahete')!
  expect(edited.approved).toBe(true)
  expect(edited.steps.map(({ title, days }) => [title, days])).toEqual([
    ['Linkkihenkilö ottaa yhteyttä', 10],
    ['Suostumus ja lähete', 0],
    ['Yhdessä liikkeelle', 30],
  ])

  await page.getByRole('link', { name: 'Uusi palvelupolku' }).click()
  await page.getByRole('textbox', { name: 'Nimi' }).fill('Oma polku')
  await page.getByRole('textbox', { name: 'Mitä tehdään' }).fill('Ensimmäinen käynti')
  await page.getByRole('button', { name: 'Tallenna' }).click()
  await page.getByRole('link', { name: 'Oma polku' }).click()
  await page.getByRole('button', { name: 'Poista polku' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Poista polku' }).click()
  await expect(page.getByRole('link', { name: 'Oma polku' })).toHaveCount(0)
})
