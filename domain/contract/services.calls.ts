// The directory of services that a plan's steps may lead to.
import { z } from 'zod'
import { service, serviceDirectory } from '../paths/services.ts'
import { CLINICAL_ROLES } from '../users/roles.ts'
import { call } from './call.ts'
import { nothing, version } from './values.ts'

export const servicesCalls = {
  'services.list': call({
    kind: 'read',
    workplace: 'clinical',
    callers: [...CLINICAL_ROLES, 'administrator'],
    input: nothing,
    output: z.strictObject({ version, services: serviceDirectory }),
  }),
  'services.save': call({
    kind: 'write',
    workplace: 'clinical',
    callers: ['coordinator', 'administrator'],
    /** `isNew`: a code that the directory already has is refused. */
    input: z.strictObject({ version, service, isNew: z.boolean() }),
    output: z.strictObject({ version }),
    audit: { event: 'service.saved' },
  }),
} as const
