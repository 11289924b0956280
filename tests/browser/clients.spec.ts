// The client register as a nurse uses it: search, register by keyboard, duplicate, correct, project, consents, log.
import { slowDown } from '../host/browser.ts'
import { clientInput } from '../host/client-input.ts'
import { entryInput } from '../host/entry-input.ts'
import { must } from '../host/make-server.ts'
import { type BrowserStation, expect, test } from './fixture.ts'

const opened = async (station: BrowserStation, path: string): Promise<void> => {
  await station.setUp()
  await station.signIn()
  await station.open(path)
}

test('search answers while typing, by name, birth date and henkilötunnus', async ({ station }) => {
  const { page, server } = station
  await station.setUp()
  await station.signIn()
  await must(server.ask('clients.register', clientInput({ familyName: 'Mäki', givenNames: 'Matti' })))
  await must(
    server.ask(
      'clients.register',
      clientInput({ hetu: null, birthDate: '1985-03-06', familyName: 'Näkkäläjärvi' }),
    ),
  )
  await station.open('/#/clients')
  const search = page.getByLabel('Etsi asiakasta')
  await expect(search).toBeFocused()
  await station.axe('list')
  const results = page.getByRole('region', { name: 'Hakutulokset' })
  await page.keyboard.type('m')
  await expect(page.getByText('Jatka kirjoittamista')).toBeVisible()
  await page.keyboard.type('aki')
  await expect(results.getByRole('link', { name: 'Mäki Matti' })).toBeVisible()
  await expect(results.getByRole('link')).toHaveCount(1)
  await search.fill('6.3.1985')
  await expect(results.getByRole('link', { name: /Näkkäläjärvi/ })).toBeVisible()
  await search.fill('010190-900p')
  await expect(results.getByRole('link', { name: 'Mäki Matti' })).toBeVisible()
  await expect(results).not.toContainText('900P')
  await station.axe('results')
  await search.fill('zzz')
  await expect(page.getByText('Hakua vastaavaa asiakasta ei ole')).toBeVisible()
  // In one go: Enter comes before the answer.
  await search.fill('')
  await page.keyboard.type('maki')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Mäki Matti', level: 1 })).toBeVisible()
})

test('a henkilötunnus that was searched for in vain is in the form of the new client, not in the address', async ({
  station,
}) => {
  const { page } = station
  await opened(station, '/#/clients')
  await page.getByLabel('Etsi asiakasta').fill('010190-900p')
  await expect(page.getByText('Hakua vastaavaa asiakasta ei ole')).toBeVisible()
  await page.getByRole('main').getByRole('link', { name: 'Uusi asiakas' }).click()
  await expect(page.getByLabel('Henkilötunnus')).toHaveValue('010190-900P')
  await expect(page.getByLabel('Syntymäaika')).toHaveValue('1.1.1990')
  expect(page.url()).not.toContain('900')
  expect(JSON.stringify(await page.evaluate(() => history.state))).not.toContain('900')
  await page.getByRole('link', { name: 'Työlista' }).click()
  await expect(page.getByRole('heading', { name: 'Työlista', level: 1 })).toBeVisible()
  // A half-filled form is there again, as any other, and can be begun anew.
  await station.open('/#/clients/new')
  await expect(page.getByLabel('Henkilötunnus')).toHaveValue('010190-900P')
  await page.getByRole('button', { name: 'Aloita alusta' }).click()
  await expect(page.getByLabel('Henkilötunnus')).toHaveValue('')
})

test('an unfinished henkilötunnus is wrong when it is sent or left so, not while it is being typed', async ({
  station,
}) => {
  const { page } = station
  await opened(station, '/#/clients/new')
  const hetu = page.getByLabel('Henkilötunnus')
  const wrong = page.getByText('Henkilötunnuksen muoto on')
  await hetu.fill('0101')
  await page.keyboard.press('Enter')
  await expect(wrong).toBeVisible()
  await page.keyboard.type('90')
  await expect(wrong).toHaveCount(0)
  await expect(page.getByText('Jatka: 11 merkkiä')).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(wrong).toBeVisible()
})

test('a client is registered with the keyboard alone, with the entry into the project', async ({
  station,
}) => {
  const { page } = station
  await opened(station, '/#/clients/new')
  const { keyboard } = page
  await expect(page.getByLabel('Henkilötunnus')).toBeFocused()
  await keyboard.type('010190-9')
  await expect(page.getByText('Jatka: 11 merkkiä')).toBeVisible()
  await keyboard.type('00A')
  await expect(page.getByText('Tarkistusmerkki ei täsmää.')).toBeVisible()
  await keyboard.press('Backspace')
  await keyboard.type('P')
  await expect(page.getByText('Tilapäinen tunnus. Syntynyt 1.1.1990.')).toBeVisible()
  await expect(page.getByLabel('Syntymäaika')).toHaveValue('1.1.1990')
  await expect(page.getByLabel('Nainen')).toBeChecked()
  await keyboard.press('Tab')
  await keyboard.press('Tab')
  await keyboard.type('Kuukkeli')
  await keyboard.press('Tab')
  await keyboard.type('Aila Maria')
  await keyboard.press('Tab')
  await keyboard.press('Tab')
  await expect(page.getByRole('combobox', { name: 'Kotikunta' })).toBeFocused()
  await keyboard.type('rov')
  await keyboard.press('Enter')
  await expect(page.getByRole('combobox', { name: 'Kotikunta' })).toHaveValue('Rovaniemi')
  await keyboard.press('Tab')
  await keyboard.type('pitk')
  await keyboard.press('Enter')
  await keyboard.press('Tab')
  await keyboard.type('2/2025')
  await page.getByLabel('Asiakas tulee projektiin nyt').press('Space')
  await station.axe('form')
  await page.getByRole('combobox', { name: 'Koulutus' }).focus()
  await keyboard.type('kesk')
  await keyboard.press('Enter')
  await page.getByRole('button', { name: 'Merkitse kaikkiin: ei halua vastata' }).press('Enter')
  await page
    .getByRole('radiogroup', { name: /^Suostumus tietojen/ })
    .getByLabel('Kyllä')
    .press('Space')
  // How the consent was given is chosen by whoever records it.
  await page.getByLabel('Sukunimi').press('Enter')
  await expect(page.getByText('Täytä tämä kohta.')).toHaveCount(1)
  await expect(page.getByLabel('Kirjallisesti')).toBeFocused()
  await page.getByLabel('Kirjallisesti').press('Space')
  await page.getByLabel('Sukunimi').press('Enter')

  await expect(page.getByRole('heading', { name: 'Kuukkeli Aila Maria', level: 1 })).toBeVisible()
  // The task bar and a shared screen do not name the client.
  await expect(page).toHaveTitle('Asiakkaan tiedot – Työkykypolku')
  await expect(page.getByText('Asiakas tallennettu.')).toBeVisible()
  await page.getByRole('tab', { name: 'Projekti' }).click()
  const entry = page.getByRole('region', { name: 'Projektiin tulo' })
  await expect(entry).toContainText('24.11.2026')
  await expect(entry).toContainText('Pitkäaikaistyötön')
  await station.axe('project')
})

test('Enter right after typing takes the first match and never sends the form', async ({ station }) => {
  const { page } = station
  await opened(station, '/#/clients/new')
  const municipality = page.getByRole('combobox', { name: 'Kotikunta' })
  await municipality.focus()
  // In one go, as from a fast typist on a slow station: nothing of the list has been marked yet.
  await municipality.evaluate(async (box: HTMLInputElement) => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!.call(box, 'utsj')
    box.dispatchEvent(new InputEvent('input', { bubbles: true }))
    while (box.ariaExpanded !== 'true') await Promise.resolve()
    for (const marked of document.querySelectorAll('[data-combobox-selected]'))
      marked.removeAttribute('data-combobox-selected')
    box.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Enter', code: 'Enter', bubbles: true, cancelable: true }),
    )
  })
  await expect(municipality).toHaveValue('Utsjoki')
  await expect(municipality).toHaveAttribute('aria-expanded', 'false')
  await municipality.fill('zzz')
  await municipality.press('Enter')
  await expect(page.getByText('Ei osumia')).toBeVisible()
  await expect(municipality).toHaveValue('zzz')
  await expect(page.getByText('Täytä tämä kohta.')).toHaveCount(0)
  await municipality.press('Escape')
  await municipality.blur()
  await expect(municipality).toHaveValue('Utsjoki')
})

test('a form that cannot be sent keeps what was typed and leads to the first wrong field', async ({
  station,
}) => {
  const { page } = station
  await opened(station, '/#/clients/new')
  await page.getByLabel('Syntymäaika').fill('31.2.1990')
  await page.getByLabel('Etunimet').fill('Aila')
  await page.getByRole('button', { name: 'Tallenna asiakas' }).click()
  await expect(page.getByLabel('Syntymäaika')).toBeFocused()
  await expect(page.getByLabel('Syntymäaika')).toHaveValue('31.2.1990')
  await expect(page.getByText('Anna päivä muodossa p.k.vvvv')).toBeVisible()
  await expect(page.getByLabel('Etunimet')).toHaveValue('Aila')
  await page.getByLabel('Syntymäaika').fill('28.2.1990')
  await expect(page.getByText('Anna päivä muodossa p.k.vvvv')).toHaveCount(0)
})

test('a half-filled registration is there again after another view', async ({ station }) => {
  await station.setUp()
  await station.signIn()
  const { page } = station
  await station.open('/#/clients/new')
  const name = page.getByRole('textbox', { name: 'Sukunimi' })
  await name.fill('Puolikas')
  await page.getByLabel('Syntymäaika').fill('1.1.')
  await page.getByRole('link', { name: 'Työlista' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Työlista' })).toBeVisible()
  await page.goBack()
  await expect(name).toHaveValue('Puolikas')
  await expect(page.getByLabel('Syntymäaika')).toHaveValue('1.1.')
  await station.axe('unfinished registration')
  await page.getByRole('button', { name: 'Aloita alusta' }).click()
  await expect(name).toHaveValue('')
  await page.getByRole('link', { name: 'Työlista' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Työlista' })).toBeVisible()
  await page.goBack()
  await expect(name).toHaveValue('')
  await expect(page.getByRole('button', { name: 'Aloita alusta' })).toHaveCount(0)
})

test('a duplicate is refused with a link to the client who has the henkilötunnus', async ({ station }) => {
  const { page, server } = station
  await station.setUp()
  await station.signIn()
  await must(server.ask('clients.register', clientInput({ familyName: 'Mäki', givenNames: 'Matti' })))
  await station.open('/#/clients/new')
  await page.getByLabel('Henkilötunnus').fill('010190-900P')
  await page.getByLabel('Sukunimi').fill('Toinen')
  await page.getByLabel('Etunimet').fill('Nimi')
  await page.getByRole('combobox', { name: 'Kotikunta' }).click()
  await page.getByRole('option', { name: 'Inari' }).click()
  await page.getByRole('combobox', { name: 'Työtilanne' }).click()
  await page.getByRole('option', { name: 'Opiskelija' }).click()
  await page.getByRole('button', { name: 'Tallenna asiakas' }).click()
  await expect(page.getByRole('alert')).toContainText('Asiakas on jo rekisterissä. Uutta ei luotu.')
  await expect(page.getByLabel('Henkilötunnus')).toBeFocused()
  await expect(page.getByLabel('Sukunimi')).toHaveValue('Toinen')
  await station.axe('duplicate')
  await page.getByRole('link', { name: 'Avaa rekisterissä oleva asiakas' }).click()
  await expect(page.getByRole('heading', { name: 'Mäki Matti', level: 1 })).toBeVisible()
})

test('somebody of the same name and birth date is asked about, and may be registered anyway', async ({
  station,
}) => {
  await station.setUp()
  await station.signIn()
  const { page, server } = station
  const twin = {
    hetu: null,
    birthDate: '1980-01-01',
    unemployedSince: null,
    labourStatus: 'student',
  } as const
  const { id } = await must(server.ask('clients.register', clientInput(twin)))
  await station.open('/#/clients/new')
  await page.getByLabel('Syntymäaika').fill('1.1.1980')
  await page.getByLabel('Sukunimi').fill('kuukkeli')
  await page.getByLabel('Etunimet').fill('Aila Maria')
  await page.getByLabel('Nainen').check()
  await page.getByRole('combobox', { name: 'Kotikunta' }).fill('Inari')
  await page.keyboard.press('Enter')
  await page.getByRole('combobox', { name: 'Työtilanne' }).fill('Pitkä')
  await page.keyboard.press('Enter')
  const since = page.getByLabel('Työttömänä alkaen')
  await since.fill('2.2030')
  await page.getByRole('button', { name: 'Tallenna asiakas' }).click()
  await expect(page.getByText('Kuukausi ei voi olla tulevaisuudessa.')).toBeVisible()
  await expect(since).toBeFocused()
  await since.fill('2.2025')
  await page.getByRole('button', { name: 'Tallenna asiakas' }).click()
  await expect(page.getByRole('alert')).toContainText('Onko hän sama henkilö?')
  await expect(page.getByRole('link', { name: 'Avaa rekisterissä oleva asiakas' })).toHaveAttribute(
    'href',
    `#/clients/${id}`,
  )
  await station.axe('the same person?')
  await page.getByRole('button', { name: 'Eri henkilö: tallenna silti' }).click()
  await expect(page.getByText('Asiakas tallennettu.')).toBeVisible()
  expect(await must(server.ask('clients.search', { text: 'kuukkeli' }))).toHaveLength(2)
})

test('data is corrected with a reason, and the log tells who looked', async ({ station }) => {
  const { page, server } = station
  await station.setUp()
  await station.signIn()
  const { id } = await must(server.ask('clients.register', clientInput({ familyName: 'Mäki' })))
  await station.open(`/#/clients/${id}`)
  await page.getByRole('link', { name: 'Korjaa tietoja' }).click()
  await page.getByLabel('Sukunimi').fill('Mäkelä')
  await page.getByRole('button', { name: 'Tallenna' }).click()
  await expect(page.getByLabel('Korjauksen syy')).toBeFocused()
  await page.getByLabel('Korjauksen syy').fill('Kirjoitusvirhe')
  await station.axe('correct')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: /^Mäkelä/, level: 1 })).toBeVisible()

  await page.getByRole('tab', { name: 'Käsittelyloki' }).click()
  const log = page.getByRole('table', { name: 'Kuka on käsitellyt tietoja' })
  await expect(
    log.getByRole('row', { name: /Hilla Hoitaja \(hilla\) Hoitaja Korjasi asiakkaan tietoja/ }),
  ).toBeVisible()
  await station.axe('log')
})

test('an exit is left open and completed later, an entry is corrected, and a return goes on', async ({
  station,
}) => {
  const { page, server } = station
  await station.setUp()
  await station.signIn()
  const { id } = await must(
    server.ask(
      'clients.register',
      clientInput({
        sex: 'unknown',
        hetu: null,
        birthDate: '1990-01-01',
        unemployedSince: '2026-02',
        entry: entryInput({ labourStatus: 'long_term_unemployed' }),
        statisticsConsent: { given: true, method: 'oral' },
      }),
    ),
  )
  await station.open(`/#/clients/${id}`)
  const told = page.getByRole('status').filter({ hasText: 'Asiakasta ei lasketa projektin mittareihin' })
  await expect(told).toContainText('sukupuoli')
  await told.getByRole('link', { name: 'Korjaa tulon tietoja' }).click()
  const entry = page.getByRole('region', { name: 'Projektiin tulo' })
  await entry.getByRole('button', { name: 'Korjaa tulon tietoja' }).click()
  await entry.getByLabel('Nainen').check()
  await expect(entry).toContainText('Työttömänä alkaen 2.2026, joten 2.11.2026 työtilanne olisi: Työtön')
  await entry.getByRole('button', { name: 'Vaihda: Työtön' }).click()
  await entry.getByRole('button', { name: 'Tallenna' }).click()
  await expect(entry.getByLabel('Korjauksen syy')).toBeFocused()
  await entry.getByLabel('Korjauksen syy').fill('Puuttui lomakkeesta')
  await station.axe('correct-entry')
  await page.keyboard.press('Enter')
  await expect(told).toHaveCount(0)
  await expect(entry).toContainText('Hilla Hoitaja: tulon tietoja korjattu – Puuttui lomakkeesta')

  const exit = page.getByRole('region', { name: 'Projektista lähtö' })
  await exit.getByRole('button', { name: 'Kirjaa projektista lähtö' }).click()
  await exit.getByRole('button', { name: 'Tallenna' }).click()
  await expect(exit.getByText('ei vielä tiedossa')).toHaveCount(4)
  await station.axe('exit')
  await exit.getByRole('button', { name: 'Täydennä tai korjaa lähtöä' }).click()
  await exit.getByRole('combobox', { name: 'Työtilanne lähtiessä' }).click()
  await page.getByRole('option', { name: 'Työssä' }).click()
  await exit.getByRole('button', { name: 'Tallenna' }).click()
  await expect(exit.getByText('ei vielä tiedossa')).toHaveCount(3)
  await exit.getByRole('button', { name: 'Kirjaa paluu projektiin' }).click()
  await exit.getByRole('button', { name: 'Tallenna' }).click()
  await expect(exit).toContainText('Asiakas palasi projektiin 24.11.2026 ja on mukana.')
})

test('consents are recorded one by one and withdrawn', async ({ station }) => {
  const { page, server } = station
  await station.setUp()
  await station.signIn()
  const { id } = await must(server.ask('clients.register', clientInput()))
  await station.open(`/#/clients/${id}`)
  await page.getByRole('tab', { name: 'Suostumukset' }).click()
  await page.getByRole('button', { name: 'Kirjaa suostumus' }).click()
  const dialog = page.getByRole('dialog', { name: 'Kirjaa suostumus' })
  await expect(dialog.getByRole('combobox', { name: 'Mihin' })).toBeFocused()
  await dialog.getByRole('combobox', { name: 'Mihin' }).click()
  await page.getByRole('option', { name: 'Lähetteen lähettäminen' }).click()
  await dialog.getByLabel('Kyllä').check()
  await dialog.getByLabel('Suullisesti').check()
  await dialog.getByRole('button', { name: 'Tallenna' }).click()
  await expect(dialog.getByLabel('Vastaanottaja')).toBeFocused()
  await dialog.getByLabel('Vastaanottaja').fill('Rovaniemen liikuntaneuvonta')
  await station.axe('consent')
  await dialog.getByRole('button', { name: 'Tallenna' }).click()
  const table = page.getByRole('table', { name: 'Suostumukset' })
  await expect(table.getByRole('row', { name: /Lähetteen lähettäminen Voimassa/ })).toBeVisible()
  await page.getByRole('button', { name: 'Peru suostumus: Lähetteen lähettäminen' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Peru', exact: true }).click()
  await expect(table.getByRole('row', { name: /Peruttu 24\.11\.2026/ })).toBeVisible()
})

test('one opening of a client is one event in the log', async ({ station }) => {
  const { page, server } = station
  await station.setUp()
  await station.signIn()
  const { id } = await must(
    server.ask('clients.register', clientInput({ protectedAddress: true, interpreter: true })),
  )
  await station.open(`/#/clients/${id}`)
  for (const tab of ['Projekti', 'Suostumukset', 'Perustiedot'])
    await page.getByRole('tab', { name: tab }).click()
  await expect(page.getByRole('region', { name: 'Perustiedot' })).toBeVisible()
  await station.axe('client')
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByText('Kotikunta')).toBeHidden()
  await expect(page.getByText('Rovaniemi').filter({ visible: true })).toHaveCount(0)
  await expect(page.getByText('Asiointikieli')).toBeVisible()
  const events = await must(server.ask('audit.ofClient', { clientId: id }))
  expect(events.filter(({ event }) => event === 'client.viewed')).toHaveLength(1)
})

test('Ctrl+K finds people, views and actions', async ({ station }) => {
  const { page, server } = station
  await station.setUp()
  await station.signIn()
  await must(server.ask('clients.register', clientInput({ familyName: 'Näkkäläjärvi', givenNames: 'Inka' })))
  await station.open('/#/clients/new')
  await expect(page.getByLabel('Henkilötunnus')).toBeFocused()
  await page.keyboard.press('Control+k')
  const palette = page.getByRole('dialog', { name: 'Etsi asiakasta, näkymää tai toimintoa' })
  await expect(palette.getByRole('combobox')).toBeFocused()
  await page.keyboard.type('nakk')
  await expect(palette.getByRole('option', { name: /Näkkäläjärvi Inka/ })).toHaveAttribute(
    'aria-selected',
    'true',
  )
  await station.axe('palette')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Näkkäläjärvi Inka', level: 1 })).toBeFocused()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('uusi as')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Uusi asiakas' })).toBeVisible()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('lukit')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Lukittu. Hilla Hoitaja')).toBeVisible()
})

test('Enter before the answer waits for it, and never opens somebody of an earlier text', async ({
  station,
}) => {
  const { page, server } = station
  await station.setUp()
  await station.signIn()
  for (const familyName of ['Mäkelä', 'Mäki'])
    await must(
      server.ask(
        'clients.register',
        clientInput({ familyName, givenNames: 'Aila', hetu: null, birthDate: '1990-01-01' }),
      ),
    )
  const call = server.call
  const pressed = Promise.withResolvers<void>()
  server.call = async (name, input) => {
    if (JSON.stringify(input) === '{"text":"mäki"}') await pressed.promise
    return call(name, input)
  }
  await station.open('/#/clients')
  await expect(page.getByLabel('Etsi asiakasta')).toBeFocused()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('mäk')
  await expect(page.getByRole('option', { name: /Mäkelä Aila/ })).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.type('i')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toBeVisible()
  pressed.resolve()
  await expect(page.getByRole('heading', { name: 'Mäki Aila', level: 1 })).toBeVisible()
})

test('what is typed right after Ctrl+K is not lost, and Esc returns to where one was', async ({
  station,
}) => {
  const { page } = station
  await station.setUp()
  await station.signIn()
  await station.open('/#/clients')
  await expect(page.getByLabel('Etsi asiakasta')).toBeFocused()
  await slowDown(page, 6)
  for (let again = 0; again < 3; again += 1) {
    await page.keyboard.press('Control+k')
    await page.keyboard.type('uusi as')
    await expect(page.getByRole('combobox')).toHaveValue('uusi as')
    await page.keyboard.press('Escape')
    await expect(page.getByRole('combobox')).toHaveCount(0)
    await expect(page.getByLabel('Etsi asiakasta')).toBeFocused()
  }
})

test('the register stays usable at 200 % zoom and prints without navigation', async ({ station }) => {
  const { page, server } = station
  await station.setUp()
  await station.signIn()
  const { id } = await must(server.ask('clients.register', clientInput()))
  await page.setViewportSize({ width: 640, height: 450 })
  for (const path of ['/#/clients', '/#/clients/new', `/#/clients/${id}/log`]) {
    await station.open(path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(wide, path).toBeLessThanOrEqual(0)
  }
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('navigation')).toBeHidden()
  await expect(page.getByRole('button', { name: 'Lukitse' })).toBeHidden()
  await expect(page.getByRole('table', { name: 'Kuka on käsitellyt tietoja' })).toBeVisible()
  await expect(page.getByText('Tapahtuma', { exact: true })).toBeVisible()
})
