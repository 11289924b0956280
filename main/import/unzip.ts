// Reads a package's zip as if an enemy had made it: exactly the expected files, nothing before, between or after them.
import { crc32, inflateRawSync } from 'node:zlib'
import { PACKAGE_FILES, PACKAGE_LIMITS } from '../../domain/aggregates/package.ts'
import { Refusal } from '../../domain/contract/errors.ts'

const LOCAL = 0x04034b50
const CENTRAL = 0x02014b50
const END = 0x06054b50
const LOCAL_SIZE = 30
const CENTRAL_SIZE = 46
const END_SIZE = 22
const STORED = 0
const DEFLATED = 8

type Entry = {
  name: string
  method: number
  crc: number
  packed: number
  size: number
  at: number
  next: number
}

const notZip = (): never => {
  throw new Refusal('import-not-zip')
}

/** Says in which file; the name is one of ours or not told at all. */
export const badContents = (file: string): never => {
  throw new Refusal('import-contents', { params: { file: PACKAGE_FILES.includes(file) ? file : '' } })
}

/** The directory at the end; only a zip without comment, parts or 64-bit fields has one that we read. */
const readEnd = (view: DataView): { entries: number; size: number; at: number } => {
  const at = view.byteLength - END_SIZE
  if (at < 0 || view.getUint32(at, true) !== END) notZip()
  const entries = view.getUint16(at + 10, true)
  const size = view.getUint32(at + 12, true)
  const from = view.getUint32(at + 16, true)
  const single = view.getUint16(at + 4, true) === 0 && view.getUint16(at + 6, true) === 0
  const plain = view.getUint16(at + 8, true) === entries && view.getUint16(at + 20, true) === 0
  if (!single || !plain || from + size !== at) notZip()
  return { entries, size, at: from }
}

const text = (bytes: Uint8Array, from: number, length: number): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset + from, length).toString('latin1')

/** One directory entry and its local heading, which must tell the same. */
const readEntry = (bytes: Uint8Array, view: DataView, at: number, end: number): Entry => {
  if (at + CENTRAL_SIZE > end || view.getUint32(at, true) !== CENTRAL) notZip()
  const [nameLength, extra, comment] = [28, 30, 32].map((field) => view.getUint16(at + field, true))
  const next = at + CENTRAL_SIZE + nameLength!
  if (next > end) notZip()
  const local = view.getUint32(at + 42, true)
  const entry: Entry = {
    name: text(bytes, at + CENTRAL_SIZE, nameLength!),
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    packed: view.getUint32(at + 20, true),
    size: view.getUint32(at + 24, true),
    at: local + LOCAL_SIZE + nameLength!,
    next,
  }
  if (!PACKAGE_FILES.includes(entry.name)) badContents('')
  const isPlain = extra === 0 && comment === 0 && view.getUint16(at + 8, true) === 0
  if (!isPlain || (entry.method !== STORED && entry.method !== DEFLATED)) badContents(entry.name)
  if (entry.at + entry.packed > end || view.getUint32(local, true) !== LOCAL) notZip()
  const same =
    view.getUint16(local + 6, true) === 0 &&
    view.getUint16(local + 8, true) === entry.method &&
    view.getUint32(local + 14, true) === entry.crc &&
    view.getUint32(local + 18, true) === entry.packed &&
    view.getUint32(local + 22, true) === entry.size &&
    view.getUint16(local + 26, true) === nameLength &&
    view.getUint16(local + 28, true) === 0 &&
    text(bytes, local + LOCAL_SIZE, nameLength!) === entry.name
  if (!same) badContents(entry.name)
  return entry
}

/** Never makes more bytes than the entry promised. */
const inflate = (packed: Uint8Array, entry: Entry): Uint8Array => {
  if (entry.method === STORED) return packed.slice()
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.size) })
  } catch (error) {
    if ((error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE') throw new Refusal('import-too-large')
    return badContents(entry.name)
  }
}

/**
 * The files of a package by name. Sizes are judged from the directory before anything is inflated.
 * Throws Refusal: `import-too-large`, `import-not-zip` (no zip, or cut short) or `import-contents` (a file missing,
 * extra, twice, with a path, packed in a way we do not write, or damaged).
 */
export const unzipPackage = (bytes: Uint8Array): ReadonlyMap<string, Uint8Array> => {
  if (bytes.length > PACKAGE_LIMITS.zip) throw new Refusal('import-too-large')
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = readEnd(view)
  if (end.entries > PACKAGE_FILES.length * 4) badContents('')
  const entries: Entry[] = []
  for (let i = 0, at = end.at; i < end.entries; i++) {
    const entry = readEntry(bytes, view, at, end.at + end.size)
    entries.push(entry)
    at = entry.next
  }
  const names = entries.map((entry) => entry.name)
  if (new Set(names).size !== names.length) badContents(names.find((name, i) => names.indexOf(name) !== i)!)
  const missing = PACKAGE_FILES.find((name) => !names.includes(name))
  if (missing !== undefined) badContents(missing)
  const total = entries.reduce((sum, entry) => sum + entry.size, 0)
  if (total > PACKAGE_LIMITS.all || entries.some((entry) => entry.size > PACKAGE_LIMITS.file))
    throw new Refusal('import-too-large')
  const headings = entries.reduce((sum, entry) => sum + LOCAL_SIZE + entry.name.length + entry.packed, 0)
  if (headings !== end.at) badContents('')
  return new Map(
    entries.map((entry) => {
      const file = inflate(bytes.subarray(entry.at, entry.at + entry.packed), entry)
      if (file.length !== entry.size || crc32(file) !== entry.crc) badContents(entry.name)
      return [entry.name, file] as const
    }),
  )
}
