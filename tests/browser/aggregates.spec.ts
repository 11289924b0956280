import type { Output } from '../../domain/contract/table.ts'
import { leakyRelease } from '../host/leaky-release.ts'
import { must } from '../host/make-server.ts'
import { participants } from '../host/participants.ts'
import { expect, test } from './fixture.ts'

test('preview shows what is hidden and why; classes merged at will; released once; saved again with the same bytes', async ({
  station,
}) => {
  await station.setUp()
  await station.signIn()
  await participants(station.server, 0, 30, '2026-02-03')
  await station.open('/#/releases')
  const { page } = station
  await expect(page.getByText('2026-Q1')).toBeVisible()
  await station.axe('before the preview')
  await page.getByLabel('Etsitään parempaa enintään (s)').fill('2')
  await page.getByRole('button', { name: 'Esikatsele' }).click()
  await expect(page.getByRole('heading', { name: 'Esikatselu 2026-Q1' })).toBeVisible({ timeout: 150_000 })

  const table = page.getByRole('table', { name: 'Osallistujat alueen ja sukupuolen mukaan' })
  const total = table.getByRole('button', { name: 'Koko alue, Yhteensä: 30, näytetään' })
  await expect(total).toBeVisible()
  const small = table.getByRole('button', { name: /piilotetaan pienenä/ }).first()
  await small.hover()
  await expect(page.getByRole('tooltip')).toContainText('Lukija voi päätellä')
  await page.mouse.move(0, 0)
  await station.axe('preview')
  // Municipalities without participants come on demand.
  const empty = table.getByRole('row', { name: /^Enontekiö/ })
  await expect(empty).toHaveCount(0)
  const zeros = page.getByLabel(/Näytä myös rivit, joilla on vain nollia/)
  await zeros.check()
  await expect(empty.getByRole('button', { name: 'Enontekiö, Yhteensä: 0, näytetään' })).toBeVisible()
  await zeros.uncheck()
  // One stop of the Tab key for the whole table; the arrows move within, and the focus tells the interval too.
  await total.focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowRight')
  const here = table.getByRole('button', { name: /^Rovaniemen seutu, Naiset: / })
  await expect(here).toBeFocused()
  await expect(page.getByRole('tooltip')).toContainText('Rovaniemen seutu, Naiset')
  expect(await table.locator('button[tabindex="0"]').count()).toBe(1)
  await page.getByLabel('Taulukko').selectOption('areaClass')
  await page.getByLabel('Sukupuoli').selectOption('female')
  await expect(page.getByRole('table', { name: /työmarkkina-aseman/ })).toBeVisible()
  await page.getByLabel('Taulukko').selectOption('education')
  const levels = page.getByRole('table', { name: 'Osallistujat koulutuksen ja sukupuolen mukaan' })
  await expect(levels.getByRole('button', { name: 'Toinen aste, Yhteensä: 30, näytetään' })).toBeVisible()
  // Nobody was asked about a disability: that nobody has one is not shown, but where nobody takes part it is.
  await page.getByLabel('Taulukko').selectOption('special')
  const special = page.getByRole('table', { name: /erityisiin henkilötietoryhmiin/ })
  await expect(
    special.getByRole('button', { name: /^Vähemmistöt, Naiset: 0, piilotetaan pienenä/ }),
  ).toBeVisible()
  await expect(special.getByRole('button', { name: 'Vähemmistöt, Muut: 0, näytetään' })).toBeVisible()
  await station.axe('special categories')
  for (const view of ['background', 'results']) await page.getByLabel('Taulukko').selectOption(view)
  await expect(page.getByRole('table', { name: /tuloksen ja sukupuolen/ })).toBeVisible()

  await page.getByLabel('Taulukko').selectOption('areaSex')
  const picks = page.getByRole('group', { name: 'Valitse vähintään kaksi luokkaa' })
  const merge = page.getByRole('button', { name: 'Kokeile yhdistettynä' })
  await expect(merge).toBeDisabled()
  await picks.getByLabel('Rovaniemen seutu').check()
  await picks.getByLabel('Pohjois-Lappi').check()
  await merge.click()
  await expect(page.getByText(/Ilman yhdistämistä näytettäisiin/)).toBeVisible({ timeout: 150_000 })
  const both = table.getByRole('button', {
    name: 'Rovaniemen seutu + Pohjois-Lappi, Yhteensä: 30, näytetään',
  })
  await expect(both).toBeVisible()
  await expect(table.getByRole('rowheader', { name: 'Pohjois-Lappi', exact: true })).toHaveCount(0)
  await station.axe('merged')

  await page.getByRole('button', { name: 'Etsi yhdistämiset, jotka auttavat' }).click()
  const ways = page.getByRole('table', { name: 'Karkeampien julkaisujen vertailu' })
  await expect(ways.getByRole('row', { name: /Sellaisenaan/ })).toBeVisible({ timeout: 150_000 })
  await station.axe('ways')

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

test('a release that nothing protects: the ways out with what each would show', async ({ station }) => {
  await station.setUp()
  await station.signIn()
  await participants(station.server, 0, 20, '2026-02-03')
  station.host.setClock('2026-04-05T06:00:00.000Z')
  await station.signIn()
  await leakyRelease(station.host, '2026-Q1')
  await participants(station.server, 20, 30, '2026-04-02')
  station.host.setClock('2026-07-05T06:00:00.000Z')
  await station.signIn()
  await station.open('/#/releases')
  const { page } = station
  await page.getByLabel('Etsitään parempaa enintään (s)').fill('1')
  await page.getByRole('button', { name: 'Esikatsele' }).click()
  const alert = page.getByRole('alert')
  await expect(alert).toContainText('aiemmat julkaisut sitovat', { timeout: 150_000 })
  await expect(alert).toContainText('Osallistujat')
  await page.getByRole('button', { name: 'Laske, mitä kukin keino näyttäisi' }).click()
  const ways = page.getByRole('table', { name: 'Karkeampien julkaisujen vertailu' })
  await expect(ways).toBeVisible({ timeout: 120_000 })
  await expect(ways.getByRole('row', { name: /Sellaisenaan/ })).toContainText('ei auta')
  await expect(ways.getByRole('row', { name: /julkaise vain yhteissummat/ }).first()).toBeVisible()
  await expect(page.getByText(/Mikään näistä ei auta/)).toBeVisible()
  await expect(page.getByText(/Odottaessa tältä neljännekseltä/)).toBeVisible()
  await station.axe('ways out')
})

test('an ad-hoc table carries its label and noise, and changes its question before it changes its answer', async ({
  station,
}) => {
  await station.setUp()
  await station.signIn()
  await participants(station.server, 0, 20, '2026-02-03')
  await station.open('/#/ad-hoc')
  const { page } = station
  await expect(page.getByRole('heading', { level: 1, name: 'Pikataulukko' })).toBeVisible()
  await station.axe('before')
  await page.getByRole('button', { name: 'Laske taulukko' }).click()
  const table = page.getByRole('table', { name: 'Osallistujat: Alue ja Sukupuoli (satunnaistettu)' })
  await expect(table).toBeVisible()
  await expect(page.getByText('Satunnaistettu – vain talon sisäiseen käyttöön')).toBeVisible()
  await station.axe('made')
  await page.getByLabel('Sarakkeet').selectOption('labour_status')
  await expect(table).toHaveCount(0)
})

test('a search that ended far from the bound says so, and a longer one takes the note away', async ({
  station,
}) => {
  const { page, server } = station
  await station.setUp()
  await station.signIn()
  await participants(server, 0, 30, '2026-02-03')
  // How far a search gets hangs on the machine, so the gap is set; everything else is the server's own answer.
  let gap = 0.2
  let answered = 0
  const call = server.call
  server.call = async (name, input) => {
    const answer = await call(name, input)
    if (name === 'aggregates.preview' && answer.ok) {
      Object.assign((answer.value as Output<'aggregates.preview'>).figures, { gap })
      answered++
    }
    return answer
  }
  await station.open('/#/releases')
  await page.getByLabel('Etsitään parempaa enintään (s)').fill('1')
  await page.getByRole('button', { name: 'Esikatsele' }).click()
  const note = page.getByRole('note').filter({ hasText: 'Haku päättyi ennen kuin hyvä suojaus löytyi' })
  await expect(note).toBeVisible({ timeout: 150_000 })
  await station.axe('unfinished search')
  gap = 0
  await page.getByRole('button', { name: 'Esikatsele uudelleen' }).click()
  await expect.poll(() => answered, { timeout: 150_000 }).toBe(2)
  await expect(page.getByRole('heading', { name: 'Esikatselu 2026-Q1' })).toBeVisible()
  await expect(note).toHaveCount(0)
})
