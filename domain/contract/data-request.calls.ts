// Everything the station knows of a client, on the client's request: to read, print and hand over as a file.
import { z } from 'zod'
import { CHECK_ROLES } from '../users/roles.ts'
import { call } from './call.ts'
import { id, jsonObject } from './values.ts'

/** For those who see a client's record whole: a reply with parts left out would be no reply. */
export const dataRequestCalls = {
  'dataRequest.show': call({
    kind: 'read-person',
    workplace: 'clinical',
    callers: CHECK_ROLES,
    input: z.strictObject({ clientId: id }),
    output: jsonObject,
    audit: { event: 'data-request.shown', client: (input) => input.clientId },
  }),
  /** Saves the same as JSON where the person chooses; the file name holds no personal data. */
  'dataRequest.save': call({
    kind: 'read-person',
    workplace: 'clinical',
    callers: CHECK_ROLES,
    input: z.strictObject({ clientId: id }),
    output: z.strictObject({ saved: z.boolean() }),
    audit: { event: 'data-request.saved', client: (input) => input.clientId },
  }),
} as const
