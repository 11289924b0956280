// The screens run under the production policy, and the fixture notices when something breaks it.
import { expect, test } from './fixture.ts'

test('every load carries the policy with a nonce of its own', async ({ station }) => {
  const nonces: string[] = []
  station.page.on('response', (response) => {
    const policy = response.headers()['content-security-policy']
    if (response.url().endsWith('/') && policy) nonces.push(/'nonce-([^']+)'/.exec(policy)?.[1] ?? '')
  })
  await station.open()
  await station.open()
  expect(nonces).toHaveLength(2)
  expect(nonces[0]).toMatch(/^[A-Za-z0-9+/]{22}==$/)
  expect(nonces[0]).not.toBe(nonces[1])
})

test('inline script, evaluation, inline style and the network are refused and noticed', async ({
  station,
}) => {
  await station.open()
  const { page, faults } = station
  const ran = await page.evaluate(async () => {
    const script = document.createElement('script')
    script.textContent = 'window.inline = true'
    document.head.append(script)
    const element = document.createElement('p')
    element.setAttribute('style', 'color: red')
    document.body.append(element)
    const reached = await fetch('https://example.org/').then(
      () => true,
      () => false,
    )
    return { inline: 'inline' in window, styled: element.style.color === 'red', reached }
  })
  expect(ran).toEqual({ inline: false, styled: false, reached: false })
  for (const directive of ['script-src-elem', 'style-src-attr', 'connect-src'])
    await expect.poll(() => faults.join('\n')).toContain(directive)
  faults.length = 0
})

test('the bridge cannot be replaced and carries refusals as values', async ({ station }) => {
  await station.open()
  const found = await station.page.evaluate(async () => {
    try {
      ;(window as { api: unknown }).api = null
    } catch {
      // strict mode says so, either way it stays
    }
    return { call: typeof window.api.call, answer: await window.api.call('__proto__', {}) }
  })
  expect(found).toEqual({ call: 'function', answer: { ok: false, error: { code: 'unknown-call' } } })
})
