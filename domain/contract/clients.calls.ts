// The client register: search, register, open, correct, project entry and exit, consents.
import { z } from 'zod'
import {
  CONSENT_METHODS,
  clientFields,
  entrySchema,
  exitSchema,
  LANGUAGES,
  municipalityCode,
  PARTICIPATION_CHANGES,
  registerSchema,
  SEXES,
} from '../clients/client.schema.ts'
import { CONSENT_KINDS } from '../consents/kinds.ts'
import { CLINICAL_ROLES } from '../users/roles.ts'
import { call } from './call.ts'
import { id, isoDate, isoTime, line, nothing } from './values.ts'

/** The least that a list shows: no henkilötunnus (reference 2.4 point 5). */
const listed = z.strictObject({
  id,
  familyName: z.string(),
  givenNames: z.string(),
  birthYear: z.number().int(),
  municipality: municipalityCode,
})

const consent = z.strictObject({
  id,
  kind: z.enum(CONSENT_KINDS),
  given: z.boolean(),
  method: z.enum(CONSENT_METHODS),
  receiver: z.string().nullable(),
  recordedAt: isoTime,
  recordedBy: z.string(),
  withdrawnAt: isoTime.nullable(),
})

const participation = z.strictObject({
  ...entrySchema.shape,
  ...exitSchema.shape,
  exitDate: isoDate.nullable(),
  version: z.number().int(),
  /** As on entry: what is counted, whatever is corrected of the client later. */
  sex: z.enum(SEXES),
  birthDate: isoDate,
  municipality: municipalityCode,
  reenteredOn: isoDate.nullable(),
  /** Quarter of the release that first counted this person. */
  countedIn: z.string().nullable(),
  changes: z.array(
    z.strictObject({
      version: z.number().int(),
      kind: z.enum(PARTICIPATION_CHANGES),
      reason: z.string().nullable(),
      changedAt: isoTime,
      changedBy: z.string(),
    }),
  ),
})

const exitInput = z.strictObject({ clientId: id, version: z.number().int(), ...exitSchema.shape })

const opened = z.strictObject({
  ...clientFields,
  id,
  version: z.number().int(),
  birthDate: isoDate,
  sex: z.enum(SEXES),
  language: z.enum(LANGUAGES),
  email: z.string().nullable(),
  hetuKind: z.enum(['real', 'temporary', 'none']),
  registeredAt: isoTime,
  /** The client is a minor and has forbidden telling the guardian: said on the page and on every paper. */
  guardianForbidden: z.boolean(),
  participation: participation.nullable(),
  consents: z.array(consent),
})

export const clientsCalls = {
  'clients.search': call({
    kind: 'read',
    workplace: 'clinical',
    callers: CLINICAL_ROLES,
    /** A name (2 characters or more), a birth date (d.m.yyyy, ddmmyy) or a henkilötunnus. */
    input: z.strictObject({ text: z.string().max(120) }),
    output: z.array(listed).max(50),
    shows: { event: 'client.found', clients: (found) => found.map((client) => client.id) },
  }),
  'clients.recent': call({
    kind: 'read',
    workplace: 'clinical',
    callers: CLINICAL_ROLES,
    input: nothing,
    output: z.array(listed).max(20),
  }),
  'clients.register': call({
    kind: 'write',
    workplace: 'clinical',
    callers: CLINICAL_ROLES,
    input: registerSchema,
    output: z.strictObject({ id }),
    audit: { event: 'client.registered', client: (_input, output) => output.id },
  }),
  'clients.open': call({
    kind: 'read-person',
    workplace: 'clinical',
    callers: CLINICAL_ROLES,
    input: z.strictObject({ clientId: id }),
    output: opened,
    audit: { event: 'client.viewed', client: (input) => input.clientId },
  }),
  'clients.correct': call({
    kind: 'write',
    workplace: 'clinical',
    callers: CLINICAL_ROLES,
    input: z.strictObject({ clientId: id, version: z.number().int(), reason: line(300), ...clientFields }),
    output: nothing,
    audit: { event: 'client.corrected', client: (input) => input.clientId },
  }),
  'clients.enterProject': call({
    kind: 'write',
    workplace: 'clinical',
    callers: CLINICAL_ROLES,
    input: z.strictObject({
      clientId: id,
      entry: entrySchema,
      statisticsConsent: z.strictObject({ given: z.boolean(), method: z.enum(CONSENT_METHODS) }),
    }),
    output: nothing,
    audit: { event: 'project.entered', client: (input) => input.clientId },
  }),
  /** Corrects an error in the entry record; later changes of the person's life are no errors (ESF+). */
  'clients.correctEntry': call({
    kind: 'write',
    workplace: 'clinical',
    callers: CLINICAL_ROLES,
    input: z.strictObject({
      clientId: id,
      version: z.number().int(),
      reason: line(300),
      entry: entrySchema,
      sex: z.enum(SEXES),
      municipality: municipalityCode,
    }),
    output: nothing,
    audit: { event: 'project.entry-corrected', client: (input) => input.clientId },
  }),
  'clients.exitProject': call({
    kind: 'write',
    workplace: 'clinical',
    callers: CLINICAL_ROLES,
    input: exitInput,
    output: nothing,
    audit: { event: 'project.left', client: (input) => input.clientId },
  }),
  /** Results that became known within four weeks of leaving, or an error in the exit. */
  'clients.changeExit': call({
    kind: 'write',
    workplace: 'clinical',
    callers: CLINICAL_ROLES,
    input: exitInput,
    output: nothing,
    audit: { event: 'project.exit-changed', client: (input) => input.clientId },
  }),
  /** The same participation goes on: the first entry stays, the next exit replaces the last one. */
  'clients.reenterProject': call({
    kind: 'write',
    workplace: 'clinical',
    callers: CLINICAL_ROLES,
    input: z.strictObject({ clientId: id, version: z.number().int(), date: isoDate }),
    output: nothing,
    audit: { event: 'project.reentered', client: (input) => input.clientId },
  }),
  'clients.recordConsent': call({
    kind: 'write',
    workplace: 'clinical',
    callers: CLINICAL_ROLES,
    input: z.strictObject({
      clientId: id,
      kind: z.enum(CONSENT_KINDS),
      given: z.boolean(),
      method: z.enum(CONSENT_METHODS),
      /** Exact receiver, required for `sendReferral`. */
      receiver: line(160).nullable(),
    }),
    output: z.strictObject({ id }),
    audit: { event: 'consent.recorded', client: (input) => input.clientId },
  }),
  'clients.withdrawConsent': call({
    kind: 'write',
    workplace: 'clinical',
    callers: CLINICAL_ROLES,
    input: z.strictObject({ clientId: id, consentId: id }),
    output: nothing,
    audit: { event: 'consent.withdrawn', client: (input) => input.clientId },
  }),
} as const
