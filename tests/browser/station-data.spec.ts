// What the station keeps itself: limits, reminders, services, receivers; and the view where the administrator starts.
import { clientInput } from '../host/client-input.ts'
import { must, signInAs } from '../host/make-server.ts'
import { type BrowserStation, expect, test } from './fixture.ts'
import { signedCheck } from './signed-check.ts'

const DOCTOR = { username: 'tohtori', password: 'poro kulkee jänkällä iltaisin' }

const asDoctor = async ({ server }: BrowserStation): Promise<void> => {
  await must(signInAs(server, 'administrator'))
  await must(server.ask('users.add', { ...DOCTOR, displayName: 'Tuija Tohtori', role: 'doctor' }))
  await must(server.ask('session.signIn', DOCTOR))
}

test('the administrator starts where the state of the station is told', async ({ station }) => {
  const { page } = station
  await station.setUp()
  await station.signIn('administrator')
  await station.open()
  await expect(page.getByRole('heading', { level: 1, name: 'Työaseman tila' })).toBeVisible()
  await expect(page.getByText('Pääkäyttäjiä on vain yksi.')).toBeVisible()
  await expect(page.getByText(/Palveluhakemisto: \d+ hyväksymättä/)).toBeVisible()
  await station.axe('station')
  await page.getByRole('link', { name: 'Käyttäjiin' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Käyttäjät' })).toBeVisible()
})

test('a doctor sets and approves the limits of early risk, and the check follows them', async ({
  station,
}) => {
  const { page, server, host } = station
  await station.setUp()
  await station.signIn()
  const { id: clientId } = await must(server.ask('clients.register', clientInput()))
  const checkId = await signedCheck(host, clientId, '2026-11-24', {
    fields: { pain: 'no', sleepQuality: 'good', functionStairs: 'none' },
    instruments: {
      was: { version: '1', language: 'fi', mode: 'interview', answers: [5] },
      phq2: { version: '1', language: 'fi', mode: 'interview', answers: [0, 0] },
    },
  })
  await asDoctor(station)
  await station.open('/#/rules')
  const risk = page.getByRole('form', { name: 'Varhainen riski' })
  const row = risk.getByRole('row', { name: /^Koettu työkyky huono/ })
  await row.getByRole('textbox', { name: 'enintään' }).fill('3')
  await risk.getByRole('checkbox', { name: 'Lääkäri on hyväksynyt' }).check()
  await risk.getByRole('button', { name: 'Tallenna' }).click()
  await expect(risk.getByText('Hyväksyntään tarvitaan tarkistuspäivä.', { exact: true })).toBeVisible()
  await risk.getByRole('textbox', { name: 'Tarkistettu' }).fill('24.11.2026')
  await station.axe('rules')
  await risk.getByRole('button', { name: 'Tallenna' }).click()
  await expect(page.getByText('Tallennettu.')).toBeVisible()

  const reminders = page.getByRole('form', { name: 'Muistutukset ennen allekirjoitusta' })
  await reminders.getByRole('combobox', { name: 'Kohdat, joista muistutetaan' }).fill('Mikä sinulle')
  await page.getByRole('option', { name: /Mikä/ }).click()
  await reminders.getByRole('button', { name: 'Tallenna' }).click()
  await expect
    .poll(async () => (await must(server.ask('rules.closingAdvice', {}))).advice.fields)
    .toEqual(['strengths', 'whatMatters'])

  // Work ability 5 was a sign with the program's own limit; now it is none, and the text is approved.
  await station.open(`/#/checks/${checkId}`)
  const note = page.getByRole('status').filter({ hasText: 'Varhaisen riskin havainto' })
  await expect(note).toContainText('Ei havaittua riskiä')
  await expect(note).not.toContainText('hyväksy')
})

test('an administrator writes limits that wait for a doctor', async ({ station }) => {
  const { page, server } = station
  await station.setUp()
  await station.signIn('administrator')
  await station.open('/#/rules')
  const risk = page.getByRole('form', { name: 'Varhainen riski' })
  await expect(risk.getByRole('checkbox', { name: 'Lääkäri on hyväksynyt' })).toBeDisabled()
  await risk.getByRole('textbox', { name: 'Selvä riski, pisteistä' }).fill('1')
  await risk.getByRole('button', { name: 'Tallenna' }).click()
  await expect(risk.getByText('Selvän riskin raja ei voi olla pienempi')).toBeVisible()
  await risk.getByRole('textbox', { name: 'Selvä riski, pisteistä' }).fill('5')
  await risk.getByRole('button', { name: 'Tallenna' }).click()
  await expect(page.getByText('Tallennettu.')).toBeVisible()
  // A second saving goes on from the version of the first.
  await risk.getByRole('textbox', { name: 'Selvä riski, pisteistä' }).fill('6')
  await risk.getByRole('button', { name: 'Tallenna' }).click()
  await expect.poll(async () => (await must(server.ask('rules.earlyRisk', {}))).version).toBe(2)
  expect((await must(server.ask('rules.earlyRisk', {}))).settings).toMatchObject({
    levels: { some: 2, clear: 6 },
    approved: false,
  })
})

test('a service is edited, and one that someone else has saved meanwhile is not overwritten unseen', async ({
  station,
}) => {
  const { page, server } = station
  await station.setUp()
  await station.signIn('administrator')
  await station.open('/#/services')
  await expect(page.getByRole('row', { name: /Klubitalo/ })).toBeVisible()
  await station.axe('services')
  await page.getByRole('button', { name: 'Lisää palvelu' }).click()
  const dialog = page.getByRole('dialog', { name: 'Lisää palvelu' })
  await dialog.getByRole('textbox', { name: 'Nimi' }).fill('Kylätalo')
  await dialog.getByRole('textbox', { name: 'Tunnus' }).fill('JARJ-KLUBI')
  await dialog.getByRole('textbox', { name: 'Voimassa alkaen' }).fill('1.1.2026')
  await dialog.getByRole('textbox', { name: 'Lähde' }).fill('Kunnan sivut')
  // Left to look something up, and gone on with.
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await page.getByRole('button', { name: 'Lisää palvelu' }).click()
  await expect(dialog.getByRole('textbox', { name: 'Nimi' })).toHaveValue('Kylätalo')
  await dialog.getByRole('button', { name: 'Tallenna' }).click()
  await expect(dialog.getByText('Tunnus on hakemistossa jo.')).toBeVisible()
  await station.axe('new service', '[role="dialog"]')
  await dialog.getByRole('textbox', { name: 'Tunnus' }).fill('JARJ-KYLA')
  await dialog.getByRole('button', { name: 'Tallenna' }).click()
  await expect(page.getByRole('row', { name: /Kylätalo/ })).toBeVisible()

  await page.getByRole('button', { name: 'Muokkaa: Kylätalo' }).click()
  const edit = page.getByRole('dialog', { name: 'Muokkaa palvelua' })
  await edit.getByRole('textbox', { name: 'Kenelle' }).fill('Kaikille kyläläisille')
  const { services } = await must(server.ask('services.list', {}))
  const theirs = { ...services.find(({ code }) => code === 'JARJ-KYLA')!, hint: 'Eläkeläisille' }
  await must(server.ask('services.save', { version: 1, service: theirs, isNew: false }))
  await edit.getByRole('button', { name: 'Tallenna' }).click()
  await expect(edit.getByRole('alert')).toContainText('Joku muu tallensi tämän sillä välin')
  await expect(edit.getByRole('textbox', { name: 'Kenelle' })).toHaveValue('Kaikille kyläläisille')
  await station.axe('conflict', '[role="dialog"]')
  await edit.getByRole('button', { name: 'Tallenna omani toisen päälle' }).click()
  await expect(page.getByRole('row', { name: /Kylätalo.*Kaikille kyläläisille/ })).toBeVisible()
})

test('receivers and path templates keep what was typed when someone else was first', async ({ station }) => {
  const { page, server } = station
  await station.setUp()
  await station.signIn('administrator')
  const row = { name: 'Rovaniemen yhdistys ry', area: '', contact: '', confirmed: true }
  await must(server.ask('receivers.save', { version: 0, receivers: [row] }))
  await station.open('/#/receivers')
  const contact = page.getByRole('textbox', { name: 'Yhteystieto' })
  await contact.fill('016 000 001')
  await must(server.ask('receivers.save', { version: 1, receivers: [{ ...row, contact: '016 000 002' }] }))
  await page.getByRole('button', { name: 'Tallenna', exact: true }).click()
  await expect(page.getByRole('alert')).toContainText('Joku muu tallensi tämän sillä välin')
  await expect(contact).toHaveValue('016 000 001')
  await page.getByRole('button', { name: 'Ota toisen tallentama' }).click()
  await expect(contact).toHaveValue('016 000 002')
  await expect(page.getByRole('alert')).toHaveCount(0)
  await contact.fill('016 000 003')
  await page.getByRole('button', { name: 'Tallenna', exact: true }).click()
  await expect(page.getByText('Tallennettu.')).toBeVisible()
  expect(await must(server.ask('receivers.list', {}))).toMatchObject({
    version: 3,
    receivers: [{ contact: '016 000 003' }],
  })

  await station.open('/#/paths/uraohjaus')
  const name = page.getByRole('textbox', { name: 'Nimi' })
  await name.fill('Uraohjauksen polku')
  const { templates } = await must(server.ask('plans.templates', {}))
  const other = templates.find(({ id }) => id === 'hyvinvointilahete')!
  await must(server.ask('plans.saveTemplate', { version: 0, template: { ...other, name: 'Muuttunut' } }))
  await page.getByRole('button', { name: 'Tallenna', exact: true }).click()
  await expect(page.getByRole('alert')).toContainText('Joku muu tallensi tämän sillä välin')
  await page.getByRole('button', { name: 'Tallenna omani toisen päälle' }).click()
  await expect(page.getByRole('link', { name: 'Uraohjauksen polku' })).toBeVisible()
  // The other's template has not been touched.
  await expect(page.getByRole('link', { name: 'Muuttunut' })).toBeVisible()
})
