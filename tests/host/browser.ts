// The real server behind the built screens in a browser page: what Electron does, without Electron. Proves nothing
// about the context bridge, the sandbox, IPC or native dialogs.
import { readFileSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'
import { pageFor } from '../../main/pages.ts'
import type { TestServer } from './make-server.ts'

/** Stands for the app's own scheme: an origin that leads nowhere but to the route below. */
export const ORIGIN = 'https://tyokykypolku.test'
const RENDERER = fileURLToPath(new URL('../../out/renderer/', import.meta.url))

/** Same shape as preload/index.ts gives; tests/electron looks at that one. */
const BRIDGE = `(() => {
  const handlers = new Map()
  window.__deliver = (event, value) => { for (const handler of handlers.get(event) ?? []) handler(value) }
  const deepFreeze = (o) => Object.freeze(o)
  Object.defineProperty(window, 'api', { value: deepFreeze({
    call: (name, input) => window.__call(name, input),
    on: (event, handler) => {
      if (!handlers.has(event)) handlers.set(event, new Set())
      handlers.get(event).add(handler)
      return () => handlers.get(event).delete(handler)
    },
  }) })
})()`

/** How slow a machine to act as: the page's processor this many times slower, each answer this many ms later. */
export const SLOW_PAGE = Number(process.env.TEST_SLOW_PAGE ?? 1)
const SLOW_ANSWERS = Number(process.env.TEST_SLOW_ANSWERS ?? 0)

/** From now on the page's processor is this many times slower. */
export const slowDown = async (page: Page, rate: number): Promise<void> => {
  const devTools = await page.context().newCDPSession(page)
  await devTools.send('Emulation.setCPUThrottlingRate', { rate })
}

/** What went wrong in the page, by itself a reason to fail a test. */
export type PageFaults = string[]

const rendererIsBuilt = (): boolean => {
  try {
    return readFileSync(`${RENDERER}index.html`).length > 0
  } catch {
    return false
  }
}

/** Binds a page to a server; every other address is refused and noted. Throws when the renderer was not built. */
export const bindPage = async (
  page: Page,
  { server, listeners, printer }: TestServer,
): Promise<PageFaults> => {
  if (!rendererIsBuilt()) throw new Error('the screens are not built: run `npm run build` first')
  const faults: PageFaults = []
  page.on('pageerror', (error) => faults.push(`page error: ${error.stack ?? error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`console: ${message.text()}`)
  })
  if (SLOW_PAGE > 1) await slowDown(page, SLOW_PAGE)
  await page.exposeBinding('__call', async ({ frame }, name: unknown, input: unknown) => {
    if (frame !== page.mainFrame()) throw new Error('only the main frame may call')
    const answer = await server.call(name, input)
    if (SLOW_ANSWERS > 0) await setTimeout(SLOW_ANSWERS)
    return answer
  })
  await page.exposeBinding('__violation', (_source, text: string) => void faults.push(`policy: ${text}`))
  await page.addInitScript(BRIDGE)
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const told = `${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`
      ;(window as unknown as { __violation: (text: string) => void }).__violation(told)
    })
  })
  printer.pdf = () => page.pdf({ format: 'A4', printBackground: true })
  listeners.add((event, value) => {
    page
      .evaluate(
        ([name, told]) =>
          (window as unknown as { __deliver: (name: unknown, told: unknown) => void }).__deliver(name, told),
        [event, value] as const,
      )
      .catch(() => undefined)
  })
  await page.route('**/*', async (route) => {
    const url = new URL(route.request().url())
    if (url.origin !== ORIGIN) {
      faults.push(`network: ${url.origin}`)
      return route.abort()
    }
    const { status, headers, body } = pageFor(RENDERER, url.pathname)
    if (status !== 200 && url.pathname !== '/favicon.ico') faults.push(`missing: ${url.pathname}`)
    return route.fulfill({ status, headers, body })
  })
  return faults
}
