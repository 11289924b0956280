import { clientInput } from '../host/client-input.ts'
import { must } from '../host/make-server.ts'
import { expect, test } from './fixture.ts'
import { signedCheck } from './signed-check.ts'

test('the home view of a nurse: what waits, narrowed by filter, opened by Enter', async ({ station }) => {
  const { page, server } = station
  await station.setUp()
  await station.signIn()
  await station.open('/')
  await expect(page.getByRole('heading', { level: 1, name: 'Työlista' })).toBeVisible()
  await expect(page.getByText('Ei mitään odottamassa')).toBeVisible()
  await station.axe('empty worklist')

  const { id: clientId } = await must(server.ask('clients.register', clientInput()))
  await must(server.ask('checks.start', { clientId, checkDate: '2026-11-24' }))
  await must(server.ask('checks.start', { clientId, checkDate: '2026-11-02', another: true }))
  const step = { kind: 'step', instructions: '', contact: '', responsible: 'nurse' } as const
  await must(
    server.ask('plans.add', {
      clientId,
      items: [{ ...step, title: 'Soita asiakkaalle', dueDate: '2026-11-20' }],
    }),
  )
  await page.reload()
  const rows = page.getByRole('table', { name: 'Työlista' }).locator('tbody').getByRole('row')
  await expect(rows).toHaveText([/2\.11\.2026.*myöhässä/, /20\.11\.2026.*Soita asiakkaalle/, /24\.11\.2026/])
  await station.axe('worklist')
  await page.locator('label').filter({ hasText: 'Tänään (1)' }).click()
  await expect(rows).toHaveCount(1)
  await page.locator('label').filter({ hasText: 'Myöhässä (2)' }).click()
  await expect(rows).toHaveCount(2)
  await page.locator('label').filter({ hasText: 'Lähetteet (0)' }).click()
  await expect(page.getByText('Ei mitään odottamassa')).toBeVisible()
  await page.locator('label').filter({ hasText: 'Suunnitelma (1)' }).click()
  await rows.first().getByRole('link').focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(new RegExp(`#/clients/${clientId}/plan$`))
  await expect(page.getByText('Soita asiakkaalle')).toBeVisible()
})

test("a client's page: one press begins today's check, and the next visit goes on with it", async ({
  station,
}) => {
  const { page, server } = station
  await station.setUp()
  await station.signIn()
  const { id: clientId } = await must(server.ask('clients.register', clientInput()))
  await station.open(`/#/clients/${clientId}`)
  await expect(page.getByText('Tarkastusta ei ole vielä tehty.')).toBeVisible()
  await station.axe('client with nothing open')
  await page.getByRole('button', { name: 'Aloita terveystarkastus tänään' }).click()
  await expect(page.getByRole('heading', { level: 1, name: /Terveystarkastus 24\.11\.2026/ })).toBeVisible()
  await station.open(`/#/clients/${clientId}`)
  const open = page.getByRole('table', { name: 'Kesken ja tulossa' })
  await expect(open.getByRole('link', { name: 'Keskeneräinen tarkastus' })).toBeVisible()
  await station.axe('client with a draft')
  await page.getByRole('link', { name: 'Jatka tarkastusta 24.11.2026' }).click()
  await expect(page).toHaveURL(/#\/checks\//)
})

test('an agreed call is marked as carried out with one press', async ({ station }) => {
  const { page, host, server } = station
  await station.setUp()
  await station.signIn()
  const { id: clientId } = await must(server.ask('clients.register', clientInput()))
  await signedCheck(host, clientId, '2026-11-24', {
    fields: { followUpType: 'call', followUpDate: '2026-11-30' },
  })
  await station.open('/')
  await expect(page.getByText('Sovittu seuranta')).toBeVisible()
  await station.axe('follow-up to mark')
  await page.getByRole('button', { name: 'Merkitse tehdyksi: Kuukkeli Aila Maria' }).click()
  await expect(page.getByText('Seuranta on merkitty tehdyksi.')).toBeVisible()
  await expect(page.getByText('Ei mitään odottamassa')).toBeVisible()
  await station.open(`/#/clients/${clientId}/checks`)
  await expect(page.getByText('30.11.2026 (tehty)')).toBeVisible()
})

test('choosing how to follow up proposes a day three months ahead', async ({ station }) => {
  const { page, server } = station
  await station.setUp()
  await station.signIn()
  const { id: clientId } = await must(server.ask('clients.register', clientInput()))
  const { id: checkId } = await must(server.ask('checks.start', { clientId, checkDate: '2026-11-24' }))
  await station.open(`/#/checks/${checkId}/plan`)
  await page.getByRole('radio', { name: 'Soitto' }).click()
  await expect(page.getByRole('textbox', { name: /Seurannan päivä/ })).toHaveValue('24.2.2027')
})
