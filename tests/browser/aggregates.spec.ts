import { must } from '../host/make-server.ts'
import { participants } from '../host/participants.ts'
import { expect, test } from './fixture.ts'

test('preview shows what is hidden and why; released once; saved again with the same bytes', async ({
  station,
}) => {
  test.setTimeout(240_000)
  await station.setUp()
  await station.signIn()
  await participants(station.server, 0, 30, '2026-02-03')
  await station.open('/#/releases')
  const { page } = station
  await expect(page.getByText('2026-Q1')).toBeVisible()
  await station.axe('before the preview')
  await page.getByLabel('Etsitään parempaa enintään (s)').fill('2')
  await page.getByRole('button', { name: 'Esikatsele' }).click()
  await expect(page.getByRole('heading', { name: 'Esikatselu 2026-Q1' })).toBeVisible({ timeout: 60_000 })

  const table = page.getByRole('table', { name: 'Osallistujat alueen ja sukupuolen mukaan' })
  const total = table.getByRole('button', { name: 'Koko alue, Yhteensä: 30, näytetään' })
  await expect(total).toBeVisible()
  const small = table.getByRole('button', { name: /piilotetaan pienenä/ }).first()
  await small.hover()
  await expect(page.getByRole('tooltip')).toContainText('Lukija voi päätellä')
  await station.axe('preview')
  await page.getByLabel('Taulukko').selectOption('areaClass')
  await page.getByLabel('Sukupuoli').selectOption('female')
  await expect(page.getByRole('table', { name: /työmarkkina-aseman/ })).toBeVisible()

  await page.getByRole('button', { name: 'Julkaise 2026-Q1' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Julkaise 2026-Q1' }).click()
  const save = page.getByRole('button', { name: 'Tallenna paketti 2026-Q1' })
  await expect(save).toBeVisible()
  await expect(page.getByText('2026-Q2').first()).toBeVisible()
  await save.click()
  await expect.poll(() => station.host.saved.length).toBe(1)
  await expect(save).toBeEnabled()
  await save.click()
  await expect.poll(() => station.host.saved.length).toBe(2)
  const [one, two] = station.host.saved
  expect(Buffer.from(one!.bytes).equals(Buffer.from(two!.bytes))).toBe(true)
  const { releases } = await must(station.server.ask('aggregates.status', {}))
  expect(releases.map((release) => release.quarter)).toEqual(['2026-Q1'])
})

test('nothing to release yet: the view says what is missing', async ({ station }) => {
  await station.setUp()
  await station.signIn()
  await station.open('/#/releases')
  await expect(station.page.getByText('Ei vielä julkaistavaa')).toBeVisible()
  await station.axe('empty')
})
