// `npm run bench`: what the product costs beside raw prepared SQL on the same encrypted file in the same run, at three
// sizes, and how it grows. `-- --sizes 1000,10000` for fewer.
import { parseArgs } from 'node:util'
import { queryKey } from '../domain/clients/names.ts'
import { makeServer, must, PEOPLE, setUp } from '../tests/host/make-server.ts'
import { peek } from '../tests/host/peek.ts'
import { aggregatePair } from './bench/aggregate.ts'
import { historyPairs } from './bench/history.ts'
import { measure, type Pair } from './bench/measure.ts'
import { personOf, populate } from './bench/population.ts'
import { rawStation } from './bench/raw.ts'

const TARGET: Readonly<Record<string, number>> = {
  open: 3,
  search: 3,
  save: 1.5,
  aggregate: 1.5,
  history: 3,
  log: 3,
}
const GROWTH = { search: 1.3, save: 1.3 } as const

const { values } = parseArgs({ options: { sizes: { type: 'string', default: '1000,10000,100000' } } })
const sizes = values.sizes.split(',').map(Number)

const atSize = async (size: number): Promise<Record<string, Pair>> => {
  const t = makeServer()
  try {
    await setUp(t.server)
    const db = await peek(t.folder, false)
    const user = db
      .prepare('select id from app_user where username = ?')
      .pluck()
      .get(PEOPLE.firstUser.username) as string
    populate(db, size, user)
    const raw = rawStation(db, user, PEOPLE.firstUser.displayName)
    const some = (run: number) => personOf((run * 7919) % size)
    const keyOf = (text: string): string => {
      const [word] = queryKey(text)
      return `${word!.column === 'kept' ? 'k' : 'f'}${word!.prefix}`
    }
    const names = (run: number): [string, string] => {
      const { family, given } = some(run)
      return [family.split('-')[0]!, given.split(' ')[0]!]
    }
    const found = {
      open: await measure(
        400,
        (run) => must(t.server.ask('clients.open', { clientId: some(run).id })),
        (run) => raw.open(some(run + 1).id),
      ),
      search: await measure(
        400,
        (run) => must(t.server.ask('clients.search', { text: names(run).join(' ') })),
        (run) => {
          const [family, given] = names(run)
          return raw.search(keyOf(family), keyOf(given))
        },
      ),
      save: await measure(
        300,
        (run) => {
          const { family, given, hetu, municipality } = personOf(size + 2 * run)
          return must(
            t.server.ask('clients.register', {
              ...{
                hetu,
                familyName: family,
                givenNames: given,
                municipality,
                birthDate: null,
                sex: 'female',
              },
              ...{
                labourStatus: 'unemployed',
                unemployedSince: '2025-02',
                language: 'fi',
                interpreter: false,
              },
              ...{ phone: null, email: null, protectedAddress: false, entry: null, statisticsConsent: null },
            }),
          )
        },
        (run) => raw.register(personOf(size + 2 * run + 1)),
      ),
      aggregate: await aggregatePair(db, size),
      // Once: it is one client's history that matters, not how many others there are.
      ...(size === sizes[0] ? await historyPairs(t, db, raw, some(1).id, user) : {}),
    }
    db.close()
    return found
  } finally {
    t.dispose()
  }
}

const results: [number, Record<string, Pair>][] = []
for (const size of sizes) {
  const found = await atSize(size)
  results.push([size, found])
  for (const [name, { product, raw }] of Object.entries(found)) {
    const ratio = product / raw
    const verdict = ratio <= TARGET[name]! ? 'ok' : 'MISSED'
    console.log(
      `${String(size).padStart(7)}  ${name.padEnd(10)} product ${product.toFixed(3)} ms  raw ${raw.toFixed(3)} ms  ratio ${ratio.toFixed(2)} (≤ ${TARGET[name]})  ${verdict}`,
    )
  }
}
for (const [i, [size, now]] of results.entries()) {
  const before = results[i - 1]
  if (!before) continue
  for (const [name, limit] of Object.entries(GROWTH)) {
    const growth = now[name]!.product / before[1][name]!.product
    const rawGrowth = now[name]!.raw / before[1][name]!.raw
    const verdict = growth <= limit ? 'ok' : 'MISSED'
    console.log(
      `${before[0]} → ${size}  ${name}: × ${growth.toFixed(2)} (≤ ${limit}; raw × ${rawGrowth.toFixed(2)})  ${verdict}`,
    )
  }
}
