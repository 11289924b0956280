// One station in a browser page per test. Fails a test for any policy violation, console error or page error.
import { test as base, expect, type Page } from '@playwright/test'
import axe from 'axe-core'
import { bindPage, ORIGIN } from '../host/browser.ts'
import { makeServer, must, PEOPLE, setUp, signInAs, type TestServer } from '../host/make-server.ts'

export type BrowserStation = {
  page: Page
  host: TestServer
  server: TestServer['server']
  /** Sets the station up on the server's side; nobody is signed in afterwards. Returns the recovery key. */
  setUp: (workplace?: 'clinical' | 'office') => Promise<string>
  /** Signs in on the server's side, so that the page opens signed in. */
  signIn: (who?: keyof typeof PEOPLE) => Promise<void>
  /** Opens a path of the app. */
  open: (path?: string) => Promise<void>
  /** Accessibility violations of the present view, or a part of it, in light and dark; the test fails when there are any. */
  axe: (name?: string, within?: string) => Promise<void>
  /** What has gone wrong in the page so far; a test that provokes an error empties it. */
  faults: string[]
}

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** All rules, in light and dark; axe is put into the document once and stays there till the next load. */
const checkAxe = async (page: Page, name: string, within = 'html'): Promise<void> => {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.evaluate(() => Promise.all(document.getAnimations().map((a) => a.finished.catch(() => null))))
    const violations = await page.evaluate(
      ({ within, rules }) =>
        (window as unknown as { axe: typeof axe }).axe
          .run(within, { runOnly: rules, resultTypes: ['violations'] })
          .then((found) => found.violations),
      { within, rules: RULES },
    )
    const told = violations.map((v) => ({
      rule: v.id,
      at: v.nodes.map((n) => `${n.target} ${n.failureSummary}`),
    }))
    expect(told, `${name} in ${colorScheme}`).toEqual([])
  }
}

export const test = base.extend<{ station: BrowserStation }>({
  station: async ({ page }, use) => {
    const host = makeServer()
    const faults = await bindPage(page, host)
    await use({
      page,
      host,
      server: host.server,
      faults,
      setUp: async (workplace = 'clinical') => {
        const key = await setUp(host.server, workplace)
        await must(host.server.ask('session.lock', {}))
        return key
      },
      signIn: async (who = 'firstUser') => {
        await must(signInAs(host.server, who))
      },
      open: async (path = '/') => {
        await page.goto(ORIGIN + path)
      },
      axe: (name = 'view', within) => checkAxe(page, name, within),
    })
    // Violations are told in a task of their own: let them arrive.
    await page.evaluate(() => new Promise((done) => setTimeout(done, 0))).catch(() => undefined)
    await page.close()
    await host.dispose()
    expect(faults, 'errors in the page').toEqual([])
    expect(host.faults, 'faults of the server').toEqual([])
  },
})

export { expect, PEOPLE }
