// Where the focus is when a dialog has opened and closed, and when what had the focus has gone: never nowhere.
import { clientInput } from '../host/client-input.ts'
import { must } from '../host/make-server.ts'
import { participants } from '../host/participants.ts'
import { makePackage } from '../unit/import/make-package.ts'
import { type BrowserStation, expect, test } from './fixture.ts'
import { signedCheck } from './signed-check.ts'

const clinic = async (station: BrowserStation) => {
  await station.setUp()
  await station.signIn()
  const { id } = await must(station.server.ask('clients.register', clientInput({ phone: '050 000 0000' })))
  return id
}

test('the plan: back to the button after saving and leaving, to the row when its button has gone', async ({
  station,
}) => {
  const { page } = station
  const id = await clinic(station)
  await station.open(`/#/clients/${id}/plan`)
  const dialog = page.getByRole('dialog')
  const add = page.getByRole('button', { name: 'Lisää tavoite' })
  await add.click()
  await expect(dialog.getByRole('textbox', { name: 'Mitä tehdään' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(add).toBeFocused()
  await page.keyboard.press('Enter')
  await dialog.getByRole('textbox', { name: 'Mitä tehdään' }).fill('Ulos')
  await page.keyboard.press('Enter')
  await expect(dialog).toHaveCount(0)
  await expect(add).toBeFocused()
  const path = page.getByRole('button', { name: 'Lisää palvelupolku' })
  await path.click()
  await expect(dialog.getByRole('combobox', { name: 'Palvelupolku' })).toBeFocused()
  await dialog.getByRole('button', { name: 'Peruuta' }).click()
  await expect(path).toBeFocused()
  await page.getByRole('button', { name: 'Tehty: Ulos' }).click()
  await expect(page.getByRole('rowheader', { name: 'Ulos' })).toBeFocused()
})

test('a check: amending starts in the reason, stopping leaves no focus behind the dialog', async ({
  station,
}) => {
  const { page, host, server } = station
  const id = await clinic(station)
  await station.open(`/#/checks/${await signedCheck(host, id, '2026-11-20')}`)
  const dialog = page.getByRole('dialog')
  const amend = page.getByRole('button', { name: 'Korjaa tai täydennä' })
  await amend.click()
  await expect(dialog.getByRole('textbox', { name: 'Syy' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(amend).toBeFocused()

  const { id: checkId } = await must(server.ask('checks.start', { clientId: id, checkDate: '2026-11-24' }))
  await station.open(`/#/checks/${checkId}`)
  const menu = page.getByRole('button', { name: 'Ei toteutunut…' })
  await menu.click()
  await page.getByRole('menuitem', { name: 'Asiakas ei saapunut' }).click()
  const reason = dialog.getByRole('textbox', { name: 'Syy' })
  await expect(reason).toBeFocused()
  await page.waitForTimeout(100)
  await expect(reason).toBeFocused()
  await dialog.getByRole('button', { name: 'Peruuta' }).click()
  await expect(menu).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.locator('[role=menu]:focus-within')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(menu).toBeFocused()
  await menu.click()
  await page.getByRole('menuitem', { name: 'Asiakas ei saapunut' }).click()
  await reason.fill('Ei tullut')
  await dialog.getByRole('button', { name: 'Kirjaa: Asiakas ei saapunut' }).click()
  await expect(menu).toHaveCount(0)
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
})

test('a referral: consent and steps open in their first field, and close onto the page', async ({
  station,
}) => {
  const { page, server } = station
  const clientId = await clinic(station)
  const { id: referralId } = await must(server.ask('referrals.create', { clientId, checkId: null }))
  const { content } = await must(server.ask('referrals.open', { referralId }))
  const complete = { ...content, writerProfession: 'nurse', reasons: ['loneliness'], goal: 'Ulos kotoa' }
  await must(server.ask('referrals.saveDraft', { referralId, revision: 0, content: complete }))
  await station.open(`/#/referrals/${referralId}`)
  const dialog = page.getByRole('dialog')
  const consent = page.getByRole('button', { name: 'Jatka suostumukseen' })
  await consent.click()
  await expect(dialog.getByLabel('Vastaanottaja')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect(consent).toBeFocused()
  await page.keyboard.press('Enter')
  await dialog.getByLabel('Vastaanottaja').fill('Esimerkkiyhdistys ry')
  await dialog.getByRole('radio').first().check()
  await dialog.getByRole('button', { name: 'Kirjaa suostumus' }).click()
  await expect(page.getByText('Suostumus saatu').first()).toBeVisible()
  await expect(page.locator('h1, h2').and(page.locator(':focus'))).toHaveCount(1)

  await page.getByRole('button', { name: 'Kirjaa lähetetyksi' }).click()
  await expect(dialog.getByRole('textbox', { name: 'Huomautus' })).toBeFocused()
  await dialog.getByRole('button', { name: 'Kirjaa vaihe' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(page.getByRole('heading', { name: 'Seuraava vaihe' })).toBeFocused()
  const received = page.getByRole('button', { name: 'Kirjaa vastaanotetuksi' })
  await received.click()
  await expect(dialog.getByRole('textbox', { name: /Vastaanottaja/ })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(received).toBeFocused()
})

test('users: a new password and a new user', async ({ station }) => {
  const { page } = station
  await station.setUp()
  await station.signIn('administrator')
  await station.open('/#/users')
  for (const name of [/^Anna uusi salasana: Hilla/, /^Lisää käyttäjä$/]) {
    const button = page.getByRole('button', { name })
    await button.click()
    await expect(page.getByRole('dialog').getByRole('textbox').first()).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(button).toBeFocused()
  }
})

test('a preview, when it is there, is read from its heading; releasing it leads back to the page', async ({
  station,
}) => {
  const { page } = station
  await station.setUp()
  await station.signIn()
  await participants(station.server, 0, 30, '2026-02-03')
  await station.open('/#/releases')
  await page.getByLabel('Etsitään parempaa enintään (s)').fill('1')
  await page.getByRole('button', { name: 'Esikatsele' }).click()
  const running = page.getByRole('progressbar')
  const preview = page.getByRole('heading', { name: 'Esikatselu 2026-Q1' })
  await expect(preview.or(running)).toBeVisible()
  await expect(page.locator('h2:focus')).toHaveCount(1)
  await expect(preview).toBeFocused({ timeout: 150_000 })
  await page.getByRole('button', { name: 'Julkaise 2026-Q1' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Julkaise 2026-Q1' }).click()
  await expect(preview).toHaveCount(0)
  await expect(page.locator('h1:focus, h2:focus')).toHaveCount(1)
})

test('an import: its finding is read from the heading, storing it leads back to the page', async ({
  station,
}) => {
  const { page, host } = station
  await station.setUp('office')
  await station.signIn()
  await station.open('/#/imports')
  const button = page.getByRole('button', { name: 'Tuo paketti…' })
  host.picks.push(new TextEncoder().encode('hei'))
  await button.click()
  await expect(page.getByRole('alert')).toBeVisible()
  await expect(button).toBeFocused()
  host.picks.push(makePackage())
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Tarkistettu paketti' })).toBeFocused({ timeout: 150_000 })
  await page.getByLabel(/Olen vertannut tunnisteen/).check()
  await page.getByRole('button', { name: 'Tallenna luvut' }).click()
  await expect(page.getByRole('heading', { name: 'Koeasema' })).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
})
