// Tables of releases (clinical workstation) and of imported aggregates (project office).

/** The ledger: what was released, byte for byte. Never changed. */
export type ReleaseTable = {
  id: string
  quarter: string
  released_at: string
  released_by: string
  file_name: string
  sha256: string
  package: Uint8Array
  /** Figures of the preview it came from, as JSON. */
  figures: string
  /** Parameters of protection, as JSON. */
  rules: string
  /** Classes merged, margins only, tables left out, as JSON. */
  coarser: string
}

/** The cell map: every displayed cell that counts somebody or is hidden, with its true count and what became of it. */
export type ReleaseCellTable = {
  release_id: string
  cell: string
  count: number
  state: 'shown' | 'primary' | 'secondary'
}

/**
 * Who was counted, with the classes frozen when first counted, so that later corrections cannot move a counted person.
 * `participant`, `result`: newly counted in this release; the others: within its quarter. No reference to the client
 * table: it outlives a record that is erased by rule, and then points to nobody.
 */
export type ReleasePersonTable = {
  release_id: string
  kind: 'participant' | 'check' | 'referral' | 'result'
  client_id: string
  area: string
  sex: string
  age_band: string
  labour_status: string
  education: string
  /** Codes as JSON lists; results in rows of their kind only. */
  background: string
  special: string
  result: string
}

/** A station whose key the office has confirmed. */
export type PinnedStationTable = {
  id: string
  name: string
  public_key: string
  fingerprint: string
  pinned_at: string
  pinned_by: string
}

export type ImportTable = {
  id: string
  station_id: string
  quarter: string
  sha256: string
  package: Uint8Array
  released_at: string
  imported_at: string
  imported_by: string
  cells: number
  hidden: number
  /** As in the package's manifest, as JSON. */
  coarser: string
}

/** A released figure; null: hidden. */
export type ImportCellTable = { import_id: string; cell: string; value: number | null }

/** What all packages of a station together leave open about a hidden cell or an indicator; redrawn at each import. */
export type ImportIntervalTable = {
  import_id: string
  cell: string
  low: number
  high: number | null
}

export type AggregatesSchema = {
  release: ReleaseTable
  release_cell: ReleaseCellTable
  release_person: ReleasePersonTable
  pinned_station: PinnedStationTable
  import: ImportTable
  import_cell: ImportCellTable
  import_interval: ImportIntervalTable
}
