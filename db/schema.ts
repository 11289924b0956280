// Row types of every table. Times are ISO UTC, dates YYYY-MM-DD, booleans 0/1, JSON as text.
import type { Generated } from 'kysely'
import type { ParticipationChange } from '../domain/clients/client.schema.ts'
import type { AggregatesSchema } from './schema-aggregates.ts'
import type { ChecksSchema } from './schema-checks.ts'

type Bit = 0 | 1

export type StationTable = {
  id: string
  name: string
  workplace: 'clinical' | 'office'
  created_at: string
  /** Ed25519 keys of this station as PEM; the private one never leaves the encrypted file. */
  signing_public: string
  signing_private: string
}

export type UserTable = {
  id: string
  username: string
  display_name: string
  role: string
  active: Bit
  slot_id: string
  created_at: string
  /** JSON; null when taken out of use, or from before boxes were kept here. */
  key_box: string | null
}

export type SettingTable = { key: string; value: string; changed_at: string; changed_by: string }

/** Append-only: each saving of a directory, template or limit of the station is a version. */
export type StationDataTable = {
  name: string
  version: number
  value: string
  saved_at: string
  saved_by: string
}

export type AuditTable = {
  seq: Generated<number>
  at: string
  user_id: string | null
  user_name: string
  role: string
  event: string
  outcome: 'done' | 'refused'
  client_id: string | null
  details: string
  prev_hash: string
  hash: string
}

export type ClientTable = {
  id: string
  version: number
  family_name: string
  given_names: string
  birth_date: string
  sex: string
  municipality: string
  labour_status: string
  unemployed_since: string | null
  language: string
  interpreter: Bit
  phone: string | null
  email: string | null
  protected_address: Bit
  registered_at: string
  registered_by: string
}

/** What a client looked like before a correction; never changed. */
export type ClientVersionTable = {
  client_id: string
  version: number
  data: string
  reason: string
  changed_at: string
  changed_by: string
}

export type ClientIdentifierTable = {
  value: string
  client_id: string
  kind: 'real' | 'temporary'
  valid_from: string
  valid_to: string | null
}

export type ClientSearchTable = { key: string; client_id: string }

export type ParticipationTable = {
  client_id: string
  entry_date: string
  labour_status: string
  education: string
  disability: string
  third_country: string
  foreign_background: string
  minority: string
  housing_exclusion: string
  rural: string
  /** Residence and sex on entry: frozen, later corrections of the client do not move a counted person. */
  municipality: string
  sex: string
  birth_date: string
  exit_date: string | null
  exit_status: string | null
  exit_job_search: Bit | null
  exit_education: Bit | null
  exit_qualification: Bit | null
  /** 1: what is null above never becomes known. */
  exit_rest_unknown: Bit
  version: number
  /** Day of the last re-entry; the entry itself stays the first one. */
  reentered_on: string | null
}

/** What a participation was before a change; never changed. */
export type ParticipationVersionTable = {
  client_id: string
  version: number
  kind: ParticipationChange
  data: string
  reason: string | null
  changed_at: string
  changed_by: string
}

export type ConsentTable = {
  id: string
  client_id: string
  kind: string
  given: Bit
  method: string
  receiver: string | null
  recorded_at: string
  recorded_by: string
  withdrawn_at: string | null
  withdrawn_by: string | null
}

export type MigrationTable = { version: number; name: string; checksum: string; applied_at: string }

export type Schema = {
  station: StationTable
  app_user: UserTable
  setting: SettingTable
  audit_event: AuditTable
  station_data: StationDataTable
  migration: MigrationTable
  client: ClientTable
  client_version: ClientVersionTable
  client_identifier: ClientIdentifierTable
  client_search: ClientSearchTable
  participation: ParticipationTable
  participation_version: ParticipationVersionTable
  consent: ConsentTable
} & ChecksSchema &
  AggregatesSchema
