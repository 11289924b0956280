// `npm run screenshots`: every view in light and dark into docs/pictures, from the demo's synthetic people.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Page } from '@playwright/test'
import config from '../playwright.config.ts'
import { bindPage, ORIGIN } from '../tests/host/browser.ts'
import { makeServer, must, type PEOPLE, signInAs, type TestServer } from '../tests/host/make-server.ts'
import { peek } from '../tests/host/peek.ts'
import { runDemo, STATIONS } from './demo/run.ts'

const root = join(import.meta.dirname, '..')
const OUT = join(root, 'docs/pictures')
const NOW = '2026-10-20T06:00:00.000Z'

type View = {
  name: string
  path: string
  /** What a person does there before the picture. */
  first?: (page: Page) => Promise<void>
}
type Scene = { host: TestServer; who: keyof typeof PEOPLE | null; views: View[] }

/** What the pages' own lists say, so that a new view without a picture is noticed. */
const listed = (file: string, pattern: RegExp): string[] =>
  [...readFileSync(join(root, file), 'utf8').matchAll(pattern)].map(([, found]) => found!)

/** Paths of routes.tsx that no view of the scenes fits. */
const withoutPicture = (views: readonly View[]): string[] =>
  listed('renderer/app/routes.tsx', /path: '([^']+)'/g).filter((path) => {
    const shape = new RegExp(`^${path.replace(/\/:\w+\?/g, '(?:/[^/]+)?').replace(/:\w+/g, '[^/]+')}$`)
    return !views.some((view) => shape.test(view.path))
  })

const ADMINISTRATION = [
  'station',
  'users',
  'retention',
  'log',
  'backup',
  'receivers',
  'paths',
  'services',
  'rules',
] as const

const preview = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Esikatsele' }).click()
  const tables = page.getByRole('table')
  await tables.nth(1).waitFor({ timeout: 120_000 })
  await tables.first().scrollIntoViewIfNeeded()
  // Away from the table, where it would leave a cell's tooltip in the picture.
  await page.mouse.move(0, 0)
}

const clinical = async (folder: string): Promise<Scene[]> => {
  const host = makeServer({ folder, now: NOW })
  const db = await peek(folder)
  const { clientId, checkId, referralId } = db
    .prepare(
      `select c.client_id as clientId, c.id as checkId, r.id as referralId from health_check c
       join referral r on r.check_id = c.id order by c.id limit 1`,
    )
    .get() as Record<string, string>
  db.close()
  await must(signInAs(host.server, 'firstUser'))
  const draft = await must(host.server.ask('checks.start', { clientId: clientId!, checkDate: '2026-10-20' }))
  const [template] = (await must(host.server.ask('plans.templates', {}))).templates.map(({ id }) => id)
  const tabs = listed('renderer/features/clients/client-tabs.tsx', /id: '([^']+)'/g)
  return [
    {
      host,
      who: 'firstUser',
      views: [
        { name: 'worklist', path: '/worklist' },
        { name: 'clients', path: '/clients' },
        { name: 'register', path: '/clients/new' },
        ...tabs.map((tab) => ({ name: `client-${tab}`, path: `/clients/${clientId}/${tab}` })),
        { name: 'client-correct', path: `/clients/${clientId}/correct` },
        { name: 'check-paper', path: `/clients/${clientId}/checks/paper` },
        { name: 'check-signed', path: `/checks/${checkId}` },
        { name: 'check-draft', path: `/checks/${draft.id}` },
        { name: 'check-print', path: `/checks/${checkId}/print/summary` },
        { name: 'referral', path: `/referrals/${referralId}` },
        { name: 'plan-print', path: `/clients/${clientId}/plan/print` },
        { name: 'data-print', path: `/clients/${clientId}/data/print` },
        { name: 'releases', path: '/releases' },
        { name: 'release-preview', path: '/releases', first: preview },
        { name: 'ad-hoc', path: '/ad-hoc' },
        { name: 'password', path: '/password' },
      ],
    },
    {
      host,
      who: 'administrator',
      views: [
        ...ADMINISTRATION.map((name) => ({ name, path: `/${name}` })),
        { name: 'path-template', path: `/paths/${template}` },
      ],
    },
    // Last of its kind: the client's mode lets nobody out of the form without signing in again.
    {
      host,
      who: 'firstUser',
      views: [{ name: 'check-client-form', path: `/checks/${draft.id}/form` }],
    },
    { host, who: null, views: [{ name: 'sign-in', path: '/' }] },
  ]
}

const office = (folder: string): Scene[] => {
  const host = makeServer({ folder, now: NOW })
  return [
    { host, who: 'firstUser', views: ['indicators', 'imports'].map((name) => ({ name, path: `/${name}` })) },
  ]
}

const shoot = async (page: Page, { name, path, first }: View): Promise<void> => {
  await page.goto(`${ORIGIN}/#${path}`)
  await page.reload()
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await page.waitForLoadState('networkidle')
  await first?.(page)
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    // On a busy machine a box is still on its way from one scheme's colour to the other's.
    await page.evaluate(() => Promise.allSettled(document.getAnimations().map((one) => one.finished)))
    await page.screenshot({ path: join(OUT, `${name}-${colorScheme}.png`), animations: 'disabled' })
  }
}

const home = mkdtempSync(join(tmpdir(), 'tyokyky-pictures-'))
const { executablePath, args } = config.use!.launchOptions!
const browser = await chromium.launch({ executablePath, args })
try {
  const stations = STATIONS.map((station) => ({ ...station, clients: 40 }))
  await runDemo({
    folder: home,
    stations,
    quarters: ['2026-Q1', '2026-Q2'],
    seconds: 2,
    tell: () => undefined,
  })
  const fresh = makeServer({ now: NOW })
  const scenes: Scene[] = [
    { host: fresh, who: null, views: [{ name: 'first-run', path: '/' }] },
    ...(await clinical(join(home, 'station-1'))),
    ...office(join(home, 'office')),
  ]
  const routes = listed('renderer/app/routes.tsx', /path: '([^']+)'/g)
  const known = (view: View): boolean =>
    view.path.split('/').length > 2 || view.path === '/' || routes.includes(view.path)
  const missing = withoutPicture(scenes.flatMap((scene) => scene.views))
  if (missing.length > 0) throw new Error(`no picture of ${missing.join(', ')}`)
  rmSync(OUT, { recursive: true, force: true })
  mkdirSync(OUT, { recursive: true })
  for (const { host, who, views } of scenes) {
    if (who) await must(signInAs(host.server, who))
    else if (host !== fresh) await must(host.server.ask('session.lock', {}))
    const context = await browser.newContext({
      viewport: { width: 1100, height: 780 },
      locale: 'fi-FI',
      timezoneId: 'Europe/Helsinki',
    })
    const page = await context.newPage()
    const faults = await bindPage(page, host)
    for (const view of views.filter(known)) await shoot(page, view)
    await context.close()
    if (faults.length > 0) throw new Error(faults.join('\n'))
  }
  fresh.dispose()
  console.log(`${readdirSync(OUT).length} pictures in ${OUT}`)
} finally {
  await browser.close()
  rmSync(home, { recursive: true, force: true })
}
