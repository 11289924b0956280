// The directory of receivers of wellbeing referrals.
import { z } from 'zod'
import { receiverDirectory } from '../referrals/receivers.ts'
import { CLINICAL_ROLES } from '../users/roles.ts'
import { call } from './call.ts'
import { nothing, version } from './values.ts'

export const receiversCalls = {
  'receivers.list': call({
    kind: 'read',
    workplace: 'clinical',
    callers: [...CLINICAL_ROLES, 'administrator'],
    input: nothing,
    output: z.strictObject({ version, receivers: receiverDirectory }),
  }),
  'receivers.save': call({
    kind: 'write',
    workplace: 'clinical',
    callers: ['coordinator', 'administrator'],
    input: z.strictObject({ version, receivers: receiverDirectory }),
    output: z.strictObject({ version }),
    audit: { event: 'receiver.directory-saved' },
  }),
} as const
