import { SAMPLE_RECEIVERS } from '../../domain/referrals/receivers.ts'
import { clientInput } from '../host/client-input.ts'
import { must, signInAs } from '../host/make-server.ts'
import { type BrowserStation, expect, test } from './fixture.ts'
import { printed } from './paper.ts'

const RECEIVER = 'Esimerkkiyhdistys ry'

const client = async ({ server }: BrowserStation, over: Parameters<typeof clientInput>[0] = {}) =>
  (await must(server.ask('clients.register', clientInput({ phone: '050 000 0000', ...over })))).id

/** A referral that was sent, prepared by the calls the screen makes. */
const sentReferral = async ({ server }: BrowserStation, clientId: string) => {
  const { id: referralId } = await must(server.ask('referrals.create', { clientId, checkId: null }))
  const { content } = await must(server.ask('referrals.open', { referralId }))
  const complete = { ...content, writerProfession: 'nurse', reasons: ['loneliness'], goal: 'Ulos kotoa' }
  await must(server.ask('referrals.saveDraft', { referralId, revision: 0, content: complete }))
  const step = { referralId, note: '', details: {} }
  const consent = { method: 'oral', receiver: RECEIVER } as const
  await must(server.ask('referrals.step', { ...step, revision: 1, to: 'consented', consent }))
  await must(server.ask('referrals.step', { ...step, revision: 2, to: 'sent', consent: null }))
  return referralId
}

test('written, consented to a receiver of the directory, recorded as sent, printed', async ({ station }) => {
  const { page, server } = station
  await station.setUp()
  await must(signInAs(server, 'administrator'))
  const row = { name: RECEIVER, area: 'Rovaniemi', contact: '016 000 000', confirmed: true }
  await must(server.ask('receivers.save', { version: 0, receivers: [row, ...SAMPLE_RECEIVERS] }))
  await station.signIn()
  const id = await client(station)
  await station.open(`/#/clients/${id}/referrals`)
  await expect(page.getByText('Ei lähetteitä')).toBeVisible()
  await station.axe('no referrals')
  await page.getByRole('button', { name: 'Kirjoita hyvinvointilähete' }).click()

  await page.getByRole('button', { name: 'Jatka suostumukseen' }).click()
  const profession = page.getByRole('combobox', { name: 'Ammatti' })
  await expect(profession).toBeFocused()
  await expect(page.getByText('3 kohtaa on vielä täytettävä tai korjattava.')).toBeVisible()
  await page.keyboard.press('Escape')
  await station.axe('referral with gaps')
  await profession.fill('sairaanh')
  await page
    .getByRole('option', { name: /sairaanhoitaja/i })
    .first()
    .click()
  await page.getByRole('checkbox', { name: 'Yksinäisyys' }).check()
  await page.getByRole('checkbox', { name: 'Muu', exact: true }).first().check()
  await page.getByRole('textbox', { name: 'Muu syy' }).fill('Salattava')
  await page.getByRole('checkbox', { name: 'Muu', exact: true }).first().uncheck()
  await page.getByRole('textbox', { name: 'Tavoite' }).fill('Haluan lähteä kotoa, tunnus 010190-900P')
  await page.getByRole('button', { name: 'Jatka suostumukseen' }).click()
  await expect(page.getByText('Poista henkilötunnus tekstistä.')).toBeVisible()
  await page.getByRole('textbox', { name: 'Tavoite' }).fill('Haluan lähteä kotoa kerran viikossa')
  await expect(page.getByText('Luonnos tallennettu')).toBeVisible()
  await station.axe('referral draft')
  await page.getByRole('button', { name: 'Jatka suostumukseen' }).click()

  const consent = page.getByRole('dialog', { name: 'Asiakkaan suostumus' })
  await consent.getByRole('button', { name: 'Kirjaa suostumus' }).click()
  const receiver = consent.getByLabel('Vastaanottaja')
  await expect(receiver).toBeFocused()
  await receiver.fill('esim')
  await expect(page.getByRole('option')).toHaveText([RECEIVER])
  await page.getByRole('option', { name: RECEIVER }).click()
  await expect(consent.getByText('Rovaniemi · 016 000 000')).toBeVisible()
  await consent.getByRole('radio').first().check()
  await station.axe('consent')
  await consent.getByRole('button', { name: 'Kirjaa suostumus' }).click()
  await expect(page.getByText('Suostumus saatu').first()).toBeVisible()
  await expect(page.getByText('Ohjelma ei lähetä mitään verkossa.')).toBeVisible()

  await page.getByRole('button', { name: 'Kirjaa lähetetyksi' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Kirjaa vaihe' }).click()
  await expect(page.getByText(`Lähetetty · vastaanottaja: ${RECEIVER}`)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Kirjaa vastaanotetuksi' })).toBeEnabled()
  await station.axe('sent referral')

  const { text, pages, size } = await printed(page)
  expect(size).toBe('A4')
  expect(pages).toBe(1)
  for (const shown of [
    'Hyvinvointilähete',
    'Aila Maria Kuukkeli',
    '1990',
    'Haluan lähteä kotoa kerran viikossa',
    'Yksinäisyys',
    'Rovaniemi',
    `vastaanottajalle ${RECEIVER}`,
  ])
    expect(text).toContain(shown)
  for (const hidden of ['010190', 'Salattava', 'Kirjaa vastaanotetuksi', 'Tapahtumaloki', 'Vaiheet'])
    expect(text).not.toContain(hidden)
  await page.getByRole('button', { name: 'Tulosta', exact: true }).click()
  await expect.poll(() => station.host.printed).toEqual(['paper'])
})

test('steps ask for what the table asks, and end with feedback only when the client allows it', async ({
  station,
}) => {
  const { page } = station
  await station.setUp()
  await station.signIn()
  const referralId = await sentReferral(station, await client(station))
  await station.open(`/#/referrals/${referralId}`)
  const take = async (name: string, fill: () => Promise<void> = async () => undefined) => {
    await page.getByRole('button', { name, exact: true }).click()
    await fill()
    await page.getByRole('dialog').getByRole('button', { name: 'Kirjaa vaihe' }).click()
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
  const dialog = page.getByRole('dialog')
  await page.getByRole('button', { name: 'Kirjaa vastaanotetuksi' }).click()
  await dialog.getByRole('button', { name: 'Kirjaa vaihe' }).click()
  await expect(dialog.getByText('Täytä tämä kohta.')).toBeVisible()
  await station.axe('step with a gap')
  await dialog.getByRole('textbox', { name: /Vastaanottaja/ }).fill('Kaisa Koordinaattori')
  await dialog.getByRole('button', { name: 'Kirjaa vaihe' }).click()
  await take('Kirjaa linkkihenkilö', () =>
    dialog.getByRole('textbox', { name: 'Linkkihenkilö' }).fill('Liisa Linkki'),
  )
  await take('Kirjaa yhteydensaanti')
  await take('Kirjaa yhteinen työ alkaneeksi')
  await take('Päätä lähete', async () => {
    await expect(dialog.getByText('Asiakas ei ole antanut lupaa palautteeseen')).toBeVisible()
    await expect(dialog.getByRole('textbox', { name: 'Palaute' })).toHaveCount(0)
    await dialog.getByRole('combobox', { name: 'Päättymisen syy' }).click()
    await page.getByRole('option', { name: 'Tavoite saavutettu' }).click()
    await dialog.getByRole('textbox', { name: 'Tapaamisia' }).fill('5')
    await dialog.getByRole('textbox', { name: /Palvelut/ }).fill('Uimakoulu\nKirjasto')
  })
  await expect(page.getByText('Päättynyt').first()).toBeVisible()
  await expect(page.getByText('Palvelut, joihin asiakas pääsi: Uimakoulu, Kirjasto')).toBeVisible()
  await expect(page.getByRole('region', { name: 'Seuraava vaihe' })).toHaveCount(0)
  await station.axe('ended referral')
})

test('a withdrawn consent stops the sending and tells to ask for deletion', async ({ station }) => {
  const { page, server } = station
  await station.setUp()
  await station.signIn()
  const id = await client(station)
  const referralId = await sentReferral(station, id)
  await station.open(`/#/referrals/${referralId}`)
  await page.getByRole('button', { name: 'Asiakas perui suostumuksen' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Kirjaa vaihe' }).click()
  await expect(page.getByText('Pyydä vastaanottajaa poistamaan jo lähetetyt tiedot.')).toBeVisible()
  await station.axe('withdrawn')
  const { consents } = await must(server.ask('clients.open', { clientId: id }))
  expect(consents[0]!.withdrawnAt).not.toBeNull()
})

test('a protected address: no municipality in the form, on the screen or on paper', async ({ station }) => {
  const { page } = station
  await station.setUp()
  await station.signIn()
  const id = await client(station, { protectedAddress: true })
  const referralId = await sentReferral(station, id)
  await station.open(`/#/referrals/${referralId}`)
  await expect(page.getByText('Ulos kotoa')).toBeVisible()
  const { text } = await printed(page)
  expect(text).not.toContain('Rovaniemi')
  expect(text).toContain('Ulos kotoa')
  await station.open(`/#/clients/${id}/referrals`)
  await page.getByRole('button', { name: 'Kirjoita hyvinvointilähete' }).click()
  await expect(page.getByRole('textbox', { name: 'Tavoite' })).toBeVisible()
  await expect(page.getByRole('combobox', { name: 'Kotikunta' })).toHaveCount(0)
})

test('the directory of receivers starts empty, samples are offered and stay unconfirmed', async ({
  station,
}) => {
  const { page, server } = station
  await station.setUp()
  await station.signIn('administrator')
  await station.open('/#/receivers')
  await expect(page.getByText('Luettelo on tyhjä')).toBeVisible()
  await station.axe('empty directory')
  await page.getByRole('button', { name: 'Aloita esimerkkiriveistä' }).click()
  await expect(page.getByText('Vahvistamatta')).toHaveCount(SAMPLE_RECEIVERS.length)
  const first = page.getByRole('group', { name: 'Vastaanottaja 1' })
  await first.getByRole('textbox', { name: 'Nimi' }).fill(SAMPLE_RECEIVERS[1]!.name)
  await page.getByRole('button', { name: 'Tallenna' }).click()
  await expect(page.getByText('Sama nimi on luettelossa jo.')).toBeVisible()
  await first.getByRole('textbox', { name: 'Nimi' }).fill(RECEIVER)
  await first.getByRole('checkbox', { name: 'Tiedot on tarkistettu vastaanottajalta' }).check()
  await page.getByRole('button', { name: 'Poista vastaanottaja 4' }).click()
  await station.axe('directory')
  await page.getByRole('button', { name: 'Tallenna' }).click()
  await expect(page.getByText('Tallennettu.')).toBeVisible()
  const saved = await must(server.ask('receivers.list', {}))
  expect(saved.receivers.map(({ name, confirmed }) => [name, confirmed])).toEqual([
    [RECEIVER, true],
    [SAMPLE_RECEIVERS[1]!.name, false],
    [SAMPLE_RECEIVERS[2]!.name, false],
  ])
})

test('someone else saves the same draft: nothing typed is lost, and one chooses which stands', async ({
  station,
}) => {
  const { page, server } = station
  await station.setUp()
  await station.signIn()
  const { id: referralId } = await must(
    server.ask('referrals.create', { clientId: await client(station), checkId: null }),
  )
  const { content } = await must(server.ask('referrals.open', { referralId }))
  await station.open(`/#/referrals/${referralId}`)
  const goal = page.getByRole('textbox', { name: 'Tavoite' })
  await expect(goal).toBeVisible()
  const other = async (revision: number, text: string) =>
    await must(
      server.ask('referrals.saveDraft', { referralId, revision, content: { ...content, goal: text } }),
    )
  await other(0, 'Toisen tavoite')
  await goal.fill('Oma tavoite')
  await expect(page.getByRole('alert')).toContainText('Joku muu tallensi tämän sillä välin')
  await expect(goal).toHaveValue('Oma tavoite')
  await station.axe('referral in conflict')
  // No way past it to the consent.
  await page.getByRole('button', { name: 'Jatka suostumukseen' }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.getByRole('button', { name: 'Tallenna omani toisen päälle' }).click()
  await expect(page.getByText('Luonnos tallennettu')).toBeVisible()
  const saved = await must(server.ask('referrals.open', { referralId }))
  expect(saved.content.goal).toBe('Oma tavoite')

  await other(saved.revision, 'Toisen uusi tavoite')
  await goal.fill('Oma uusi tavoite')
  await page.getByRole('button', { name: 'Ota toisen tallentama' }).click()
  await expect(goal).toHaveValue('Toisen uusi tavoite')
  await expect(page.getByText('Luonnos tallennettu')).toBeVisible()
  await goal.fill('Toisen uusi tavoite, täydennetty')
  await expect
    .poll(async () => (await must(server.ask('referrals.open', { referralId }))).content.goal)
    .toBe('Toisen uusi tavoite, täydennetty')
})

test('a refused text keeps the last good value on the server and stays in the box over leaving', async ({
  station,
}) => {
  const { page, server } = station
  await station.setUp()
  await station.signIn()
  const { id: referralId } = await must(
    server.ask('referrals.create', { clientId: await client(station), checkId: null }),
  )
  const content = async () => (await must(server.ask('referrals.open', { referralId }))).content
  await station.open(`/#/referrals/${referralId}`)
  const goal = page.getByRole('textbox', { name: 'Tavoite' })
  const year = page.getByRole('textbox', { name: 'Syntymävuosi' })
  await goal.fill('Lyhyt')
  await expect.poll(async () => (await content()).goal).toBe('Lyhyt')
  const long = 'Tavoite '.repeat(1000)
  await goal.fill(long)
  await year.fill('19x0')
  await expect(page.getByText('Teksti on liian pitkä: enintään 500 merkkiä.')).toBeVisible()
  await expect(page.getByText('Ei tallennettu: 2 kenttää. Muut on tallennettu.')).toBeVisible()
  expect([(await content()).goal, (await content()).birthYear]).toEqual(['Lyhyt', 1990])
  await station.axe('referral with refused fields')
  // What is not saved cannot be consented to.
  await page.getByRole('button', { name: 'Jatka suostumukseen' }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)

  await page.getByRole('link', { name: 'Työlista' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Työlista' })).toBeVisible()
  await page.goBack()
  await expect(goal).toHaveValue(long)
  await expect(year).toHaveValue('19x0')
  await expect(page.getByText('Ei tallennettu: 2 kenttää. Muut on tallennettu.')).toBeVisible()
  await goal.fill('Pidempi')
  await year.fill('1980')
  await expect(page.getByText('Luonnos tallennettu')).toBeVisible()
  expect([(await content()).goal, (await content()).birthYear]).toEqual(['Pidempi', 1980])
})
