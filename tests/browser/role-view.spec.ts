// Roles that see checks in part are told so, instead of being shown empty places.
import { clientInput } from '../host/client-input.ts'
import { must } from '../host/make-server.ts'
import { expect, test } from './fixture.ts'
import { printed } from './paper.ts'
import { signedCheck } from './signed-check.ts'

const LOGIN = { username: 'ursula', password: 'ruska palaa tunturissa hiljaa' }

test('a counsellor sees conclusion and goals, and which parts are not shown', async ({ station }) => {
  const { page, host, server } = station
  await station.setUp()
  await station.signIn()
  const { id: clientId } = await must(server.ask('clients.register', clientInput()))
  const checkId = await signedCheck(host, clientId, '2026-11-24', {
    fields: { ownGoals: [{ goal: 'Takaisin keittiöön' }], strengths: 'Sinnikäs' },
  })
  await station.signIn('administrator')
  await must(server.ask('users.add', { ...LOGIN, displayName: 'Ursula Uraohjaaja', role: 'counsellor' }))
  await must(server.ask('session.signIn', LOGIN))

  await station.open(`/#/checks/${checkId}`)
  const note = page.getByRole('note').filter({ hasText: 'Roolisi näkee tarkastuksesta osan' })
  await expect(note).toContainText('Ei näytetä:')
  await expect(note).toContainText('Lähisuhdeväkivalta')
  await expect(page.getByText('Takaisin keittiöön')).toBeVisible()
  await expect(page.getByText('Sinnikäs')).toBeVisible()
  await expect(page.getByText('Selkäkipu rajoittaa nostamista.')).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Kopioi potilaskertomukseen' })).toHaveCount(0)
  await expect(page.getByRole('link', { name: 'Tulosta asiakkaalle' })).toHaveCount(0)
  await station.axe('check in part')

  await page.getByRole('link', { name: 'Tulosta ammattilaiselle' }).click()
  await expect(note).toBeVisible()
  expect((await printed(page)).text).toContain('Roolisi näkee tarkastuksesta osan')

  await station.open(`/#/clients/${clientId}/timeline`)
  await expect(note).toBeVisible()
  await expect(page.getByRole('tab', { name: 'Tietopyyntö' })).toHaveCount(0)
})

test('every paper of a minor says that the guardian must not be told', async ({ station }) => {
  const { page, host, server } = station
  await station.setUp()
  await station.signIn()
  const minor = clientInput({ hetu: null, birthDate: '2010-05-05' })
  const { id: clientId } = await must(server.ask('clients.register', minor))
  const checkId = await signedCheck(host, clientId, '2026-11-24', {
    fields: { minorCapacity: 'able', guardianDisclosureForbidden: 'yes' },
  })
  const { id: referralId } = await must(server.ask('referrals.create', { clientId, checkId }))
  const step = { kind: 'step', title: 'Uinti', instructions: '', contact: '', responsible: 'client' } as const
  await must(server.ask('plans.add', { clientId, items: [{ ...step, dueDate: null }] }))
  const banner = 'Älä luovuta tätä huoltajalle.'
  for (const path of [
    `/#/clients/${clientId}/plan/print`,
    `/#/referrals/${referralId}`,
    `/#/checks/${checkId}/print/professional`,
    `/#/checks/${checkId}/print/client`,
    `/#/clients/${clientId}/data/print`,
  ]) {
    await station.open(path)
    await expect(page.getByText(banner).first()).toBeVisible()
    // The line may break.
    expect((await printed(page)).text).toContain('Älä luovuta tätä')
  }
})
