import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CONTENT_FILES, MANIFEST, PACKAGE_FILES, SIGNATURE } from '../../../domain/aggregates/package.ts'
import { RULES } from '../../../domain/aggregates/rules.ts'
import { Refusal } from '../../../domain/contract/errors.ts'
import { mustFollow } from '../../../main/import/place-package.ts'
import { verifyPackage } from '../../../main/import/verify-package.ts'
import { allHidden, edited, filesOf, makePackage, newKeys, resigned, STATION, zipOf } from './make-package.ts'

const keys = newKeys()
const good = makePackage({ keys })

const refusal = (bytes: Uint8Array): { code: string; params?: object | undefined } => {
  try {
    verifyPackage(bytes)
  } catch (error) {
    if (error instanceof Refusal) return error.failure
    throw error
  }
  return { code: 'accepted' }
}

test('a true package is read as it was written, and the same facts make the same bytes', () => {
  const read = verifyPackage(good)
  expect(read.manifest).toMatchObject({ quarter: '2026-Q1', station: { id: STATION, name: 'Koeasema' } })
  expect([...read.released.values]).toEqual([...allHidden().values])
  expect(read.fingerprint).toMatch(/^([0-9A-F]{4} ){15}[0-9A-F]{4}$/)
  expect(Buffer.from(makePackage({ keys })).equals(Buffer.from(good))).toBe(true)
  expect(Object.keys(filesOf(good)).sort()).toEqual([...PACKAGE_FILES].sort())
})

test('a changed byte in any file is refused: as tampered, or by the signature', () => {
  for (const name of CONTENT_FILES) {
    const files = filesOf(good)
    files[name]![Math.floor(files[name]!.length / 2)]! ^= 1
    expect(refusal(zipOf(files)), name).toEqual({ code: 'import-tampered', params: { file: name } })
  }
  const files = filesOf(good)
  files[MANIFEST] = edited(files[MANIFEST]!, (text) => text.replace('Koeasema', 'Koeasemb'))
  expect(refusal(zipOf(files))).toEqual({ code: 'import-signature' })
})

test('a flipped byte anywhere in the zip is never accepted', () => {
  fc.assert(
    fc.property(fc.nat({ max: good.length - 1 }), fc.integer({ min: 1, max: 255 }), (at, mask) => {
      const bytes = good.slice()
      bytes[at]! ^= mask
      const { code } = refusal(bytes)
      // Dates and versions of the zip itself carry nothing; everything else must be refused.
      if (code === 'accepted') expect(filesOf(bytes)).toEqual(filesOf(good))
      else expect(code).toMatch(/^import-/)
    }),
    { numRuns: 300 },
  )
})

test("another key's signature, another package's signature and no signature are refused", () => {
  const other = filesOf(makePackage({ keys: newKeys() }))
  for (const signature of [other[SIGNATURE]!, new Uint8Array(), new TextEncoder().encode('x'.repeat(88))])
    expect(refusal(zipOf({ ...filesOf(good), [SIGNATURE]: signature }))).toEqual({ code: 'import-signature' })
})

test('cut short, not a zip, or with something before or after it', () => {
  expect(refusal(good.slice(0, -40)).code).toBe('import-not-zip')
  expect(refusal(good.slice(0, good.length / 2)).code).toBe('import-not-zip')
  expect(refusal(new Uint8Array()).code).toBe('import-not-zip')
  expect(refusal(new TextEncoder().encode('not a zip at all, only a text of some length')).code).toBe(
    'import-not-zip',
  )
  expect(refusal(Uint8Array.from([...good, 0])).code).toBe('import-not-zip')
  expect(refusal(Uint8Array.from([0, ...good])).code).toBe('import-not-zip')
})

test('missing, extra and repeated files and names with a path are refused before anything is read', () => {
  const without = filesOf(good)
  delete without['referrals.csv']
  expect(refusal(zipOf(without))).toEqual({ code: 'import-contents', params: { file: 'referrals.csv' } })
  for (const name of [
    'extra.txt',
    '../participants.csv',
    '/etc/participants.csv',
    'a/participants.csv',
    'C:\\x',
  ])
    expect(refusal(zipOf({ ...filesOf(good), [name]: new Uint8Array([1]) })), name).toMatchObject({
      code: 'import-contents',
    })
  // Two entries of one name: the directory's second entry renamed to the first's of equal length.
  const twice = zipOf({ ...filesOf(good), 'referralz.csv': new Uint8Array([1]) })
  const renamed = Buffer.from(twice).toString('latin1').replaceAll('referralz.csv', 'referrals.csv')
  expect(refusal(Buffer.from(renamed, 'latin1'))).toEqual({
    code: 'import-contents',
    params: { file: 'referrals.csv' },
  })
})

test('a bomb is refused by its promised size, and by its real size when it lies', () => {
  const bomb = zipOf({ ...filesOf(good), 'participants.csv': new Uint8Array(5_000_000) })
  expect(refusal(bomb).code).toBe('import-too-large')
  const lying = zipOf({ ...filesOf(good), 'participants.csv': new Uint8Array(3_000_000) })
  const view = Buffer.from(lying)
  for (let at = 0; at < view.length - 4; at++)
    if (view.readUInt32LE(at) === 3_000_000) view.writeUInt32LE(500, at)
  expect(refusal(view).code).toBe('import-too-large')
  expect(refusal(new Uint8Array(2_000_001)).code).toBe('import-too-large')
})

test('another version of the format is named', () => {
  for (const version of [1, 2, 4])
    expect(
      refusal(
        resigned(
          good,
          keys,
          () => {},
          (manifest) => Object.assign(manifest, { version }),
        ),
      ),
    ).toEqual({
      code: 'import-version',
      params: { version, expected: 3 },
    })
})

test('contents that we would not write are refused though signed', () => {
  const csv = (change: (text: string) => string) =>
    refusal(
      resigned(good, keys, (files) => {
        files['participants.csv'] = edited(files['participants.csv']!, change)
      }),
    )
  const contents = { code: 'import-contents', params: { file: 'participants.csv' } }
  expect(csv((text) => text.replace(',0,shown', ',=1+1,shown'))).toEqual(contents)
  expect(csv((text) => text.replace(',0,shown', ',-1,shown'))).toEqual(contents)
  expect(csv((text) => text.replace(',,hidden', ',3,hidden'))).toEqual(contents)
  expect(csv((text) => text.replace('2026-Q1,ALL,T,T,T', '2026-Q1,ALL,T,T,student'))).toEqual(contents)
  expect(csv((text) => `${text}2026-Q1,ALL,T,T,T,1,shown\r\n`)).toEqual(contents)
  expect(csv((text) => text.replaceAll('\r\n', '\n'))).toEqual(contents)
  const json = resigned(good, keys, (files) => {
    files['referrals.json'] = edited(files['referrals.json']!, (text) => text.replace('"hidden"', '"shown"'))
  })
  expect(refusal(json)).toEqual({ code: 'import-contents', params: { file: 'referrals.json' } })
})

test('a certificate that is missing something, is for other tables or for laxer rules is not taken', () => {
  const { source: _source, ...rules } = RULES
  const laxer = [
    { threshold: RULES.threshold - 1 },
    { lowerBound: 0 as const },
    { minUpper: RULES.minUpper - 1 },
    { minWidth: 0 },
    { singleRespondents: false },
  ]
  for (const certificate of [
    ...laxer.map((one) => ({ rules: { ...rules, ...one } })),
    { intervals: {} },
    { hidden: 0 },
    { quarter: '2026-Q2' },
    { releases: ['2025-Q4'] },
  ])
    expect(refusal(makePackage({ keys, certificate })).code).toBe('import-not-audited')
  const stricter = { rules: { ...rules, threshold: 10, minUpper: 10, minWidth: 3 } }
  expect(refusal(makePackage({ keys, certificate: stricter })).code).toBe('accepted')
  const unsafe = makePackage({ keys, certificate: { status: 'unsafe' as 'safe' } })
  expect(refusal(unsafe).code).toBe('import-not-audited')
})

test('order: repeated, overlapping, a gap, another history and another key', () => {
  const quarterOf = (quarter: string, previous: { quarter: string; sha256: string } | null, key = keys) =>
    verifyPackage(makePackage({ keys: key, previous, figures: { ...allHidden(), quarter } }))
  const first = quarterOf('2026-Q1', null)
  const station = { id: STATION, public_key: keys.publicKey }
  const have = [{ station_id: STATION, quarter: '2026-Q1', sha256: first.sha256 }]
  const code = (one: typeof first, stations = [station], imports = have): string => {
    try {
      mustFollow(one, stations, imports)
      return 'follows'
    } catch (error) {
      return (error as Refusal).failure.code
    }
  }
  const before = { quarter: '2026-Q1', sha256: first.sha256 }
  expect(code(first, [], [])).toBe('follows')
  expect(code(quarterOf('2026-Q2', before))).toBe('follows')
  expect(code(first)).toBe('import-repeated')
  expect(code(verifyPackage(makePackage({ keys, figures: allHidden(2) })))).toBe('import-overlap')
  expect(code(quarterOf('2025-Q4', null))).toBe('import-overlap')
  expect(code(quarterOf('2026-Q3', before))).toBe('import-gap')
  expect(code(quarterOf('2026-Q2', { ...before, sha256: 'ab'.repeat(32) }))).toBe('import-history')
  expect(code(quarterOf('2026-Q2', null))).toBe('import-history')
  expect(code(quarterOf('2026-Q2', before), [], [])).toBe('import-gap')
  expect(code(quarterOf('2026-Q2', before, newKeys()))).toBe('import-key-changed')
  expect(code(verifyPackage(makePackage({ keys, stationId: '00000002-0000-4000-8000-000000000002' })))).toBe(
    'import-key-changed',
  )
})

test('a name that nobody can read or that turns the reading around, and a key written in other words, are refused', () => {
  const spoilt = (edit: (station: { name: string; publicKey: string }) => void) =>
    refusal(
      resigned(
        good,
        keys,
        () => undefined,
        (manifest) => edit(manifest.station as never),
      ),
    )
  for (const name of ['Koe\u0000asema', 'Koe\u202Easema', '\u200B\u2060', ' ', 'Koe\u2066asema', 'a\u2028b'])
    expect(spoilt((station) => (station.name = name)).code, JSON.stringify(name)).toBe('import-contents')
  expect(spoilt((station) => (station.publicKey = station.publicKey.trim())).code).toBe('import-contents')
  expect(spoilt((station) => (station.publicKey = `\n${station.publicKey}`)).code).toBe('import-contents')
})

test('JSON nested thousands of levels deep is refused at once', () => {
  const deep = (depth: number) => new TextEncoder().encode(`${'['.repeat(depth)}${']'.repeat(depth)}`)
  const began = performance.now()
  for (const name of ['datapackage.json', 'certificate.json', 'participants.json'])
    expect(refusal(resigned(good, keys, (files) => (files[name] = deep(1_000_000)))).code, name).toBe(
      'import-contents',
    )
  expect(performance.now() - began).toBeLessThan(5_000)
})
