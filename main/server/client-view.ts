// A client as the screen shows it.
import type { z } from 'zod'
import type {
  ClientIdentifierTable,
  ClientTable,
  ConsentTable,
  ParticipationTable,
  ParticipationVersionTable,
} from '../../db/schema.ts'
import type { clientsCalls } from '../../domain/contract/clients.calls.ts'
import { exitFacts } from './exit-facts.ts'

type Opened = z.input<(typeof clientsCalls)['clients.open']['output']>

/** A participation with its history and the quarter that counted it. */
export type ParticipationRecord = {
  row: ParticipationTable
  changes: (ParticipationVersionTable & { display_name: string })[]
  countedIn: string | null
}

const participationView = ({ row: p, changes, countedIn }: ParticipationRecord): Opened['participation'] => ({
  version: p.version,
  sex: p.sex as never,
  birthDate: p.birth_date,
  municipality: p.municipality,
  reenteredOn: p.reentered_on,
  countedIn,
  changes: changes.map((one) => ({
    version: one.version,
    kind: one.kind,
    reason: one.reason,
    changedAt: one.changed_at,
    changedBy: one.display_name,
  })),
  entryDate: p.entry_date,
  labourStatus: p.labour_status as never,
  education: p.education as never,
  disability: p.disability as never,
  thirdCountry: p.third_country as never,
  foreignBackground: p.foreign_background as never,
  minority: p.minority as never,
  housingExclusion: p.housing_exclusion as never,
  rural: p.rural as never,
  exitDate: p.exit_date,
  ...exitFacts(p),
})

/** Enumerated values were checked on the way in; the output schema checks them again. */
export const openedClient = (
  client: ClientTable,
  identifier: ClientIdentifierTable | undefined,
  participation: ParticipationRecord | null,
  consents: (ConsentTable & { display_name: string })[],
  guardianForbidden: boolean,
): Opened => ({
  id: client.id,
  version: client.version,
  hetu: identifier?.value ?? null,
  hetuKind: identifier?.kind ?? 'none',
  familyName: client.family_name,
  givenNames: client.given_names,
  birthDate: client.birth_date,
  sex: client.sex as never,
  municipality: client.municipality,
  labourStatus: client.labour_status as never,
  unemployedSince: client.unemployed_since,
  language: client.language as never,
  interpreter: client.interpreter === 1,
  phone: client.phone,
  email: client.email,
  protectedAddress: client.protected_address === 1,
  registeredAt: client.registered_at,
  guardianForbidden,
  participation: participation ? participationView(participation) : null,
  consents: consents.map((c) => ({
    id: c.id,
    kind: c.kind as never,
    given: c.given === 1,
    method: c.method as never,
    receiver: c.receiver,
    recordedAt: c.recorded_at,
    recordedBy: c.display_name,
    withdrawnAt: c.withdrawn_at,
  })),
})
