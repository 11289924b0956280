// Backups as the administrator uses them, and restoring one on a fresh machine.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { packBackup, unpackBackup } from '../../main/backup/container.ts'
import { clientInput } from '../host/client-input.ts'
import { makeServer, must, setUp, signInAs } from '../host/make-server.ts'
import { expect, PEOPLE, test } from './fixture.ts'

test('save, check, and the daily one in the list', async ({ station }) => {
  const { page, host, server } = station
  await station.setUp()
  await station.signIn('administrator')
  await server.tick()
  await station.open('/#/backup')
  await expect(page.getByRole('table', { name: 'Päivittäiset kopiot' }).getByRole('row')).toHaveCount(2)
  await page.getByRole('button', { name: 'Tallenna varmuuskopio…' }).click()
  await expect(page.getByText('Varmuuskopio tallennettu.')).toBeVisible()
  host.picks.push(host.saved.at(-1)!.bytes)
  await page.getByRole('button', { name: 'Tarkista varmuuskopio…' }).click()
  await expect(page.getByText('Kopio on ehjä.')).toBeVisible()
  await station.axe('backups')
  host.picks.push(new Uint8Array([1, 2, 3]))
  await page.getByRole('button', { name: 'Tarkista varmuuskopio…' }).click()
  await expect(page.getByText('Varmuuskopio ei ole ehjä.')).toBeVisible()
  await expect(page.getByText('Kopio on ehjä.')).toBeHidden()
})

test('when a kept backup knows of events that the log lacks, the administrator is told on every view', async ({
  station,
}) => {
  const { page, host, server } = station
  await station.setUp()
  await station.signIn('administrator')
  await server.tick()
  const folder = join(host.folder, 'station', 'backups')
  const path = join(folder, readdirSync(folder)[0]!)
  const backup = unpackBackup(readFileSync(path))
  backup.manifest.audit.events += 100
  writeFileSync(path, packBackup(backup))
  for (const view of ['/#/backup', '/#/audit']) {
    await station.open(view)
    await page.reload()
    const told = page.getByRole('alert').filter({ hasText: 'Tapahtumalokista puuttuu tapahtumia' })
    await expect(told).toContainText('Älä poista mitään')
    await expect(told.getByRole('button')).toHaveCount(0)
  }
  await station.axe('log behind')
  await station.signIn()
  await page.reload()
  await station.open('/#/clients')
  await expect(page.getByLabel('Etsi asiakasta')).toBeVisible()
  await expect(page.getByText('Tapahtumalokista puuttuu tapahtumia')).toHaveCount(0)
})

/** The backup of another station that has one client. */
const backupOfAnother = async (): Promise<Uint8Array> => {
  const other = makeServer()
  await setUp(other.server)
  await must(other.server.ask('clients.register', clientInput()))
  await must(signInAs(other.server, 'administrator'))
  await must(other.server.ask('backup.save', {}))
  const { bytes } = other.saved[0]!
  await other.dispose()
  return bytes
}

test('a fresh machine restores a backup and the nurse goes on', async ({ station }) => {
  const { page, host } = station
  const bytes = await backupOfAnother()
  await station.open()
  await page.getByRole('button', { name: 'Palauta varmuuskopio' }).click()
  await station.axe('restore')
  await page.getByLabel('Käyttäjätunnus').fill(PEOPLE.firstUser.username)
  await page.getByLabel('Salasana tai palautusavain').fill('väärä salasana tässä')
  host.picks.push(bytes, bytes)
  await page.getByRole('button', { name: 'Valitse kopio ja palauta…' }).click()
  await expect(page.getByText('Kopio ei aukea tällä salasanalla tai avaimella.')).toBeVisible()
  await page.getByLabel('Salasana tai palautusavain').fill(PEOPLE.firstUser.password)
  await page.getByRole('button', { name: 'Valitse kopio ja palauta…' }).click()
  await expect(page.getByRole('heading', { name: 'Kirjaudu sisään' })).toBeVisible()
  await page.getByLabel('Käyttäjätunnus').fill(PEOPLE.firstUser.username)
  await page.getByLabel('Salasana', { exact: true }).fill(PEOPLE.firstUser.password)
  await page.getByRole('button', { name: 'Kirjaudu' }).click()
  await expect(page.getByRole('navigation').first()).toBeVisible()
  await station.open('/#/clients')
  await page.getByLabel('Etsi asiakasta').fill('kuukkeli')
  await expect(page.getByRole('link', { name: /Kuukkeli/ }).first()).toBeVisible()
})
