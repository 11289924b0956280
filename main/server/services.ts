// The directory of services: starts from what the program ships; a service is changed or taken out of use, never removed.

import { invalidField } from '../../domain/contract/errors.ts'
import type { servicesCalls } from '../../domain/contract/services.calls.ts'
import { SERVICES, type Service, serviceDirectory } from '../../domain/paths/services.ts'
import type { Handlers } from './handler.ts'
import { stationData } from './station-data.ts'

const directory = stationData<Service[]>('services', serviceDirectory, [...SERVICES])

export const servicesHandlers: Handlers<typeof servicesCalls> = {
  'services.list': async ({ db }) => {
    const { version, value } = await directory.read(db)
    return { version, services: value }
  },

  'services.save': async (ctx, { version, service, isNew }) => {
    const saved = await directory.save(ctx, version, (now) => {
      const at = now.findIndex(({ code }) => code === service.code)
      if (isNew && at >= 0) throw invalidField('service.code', 'code-repeated')
      return at < 0 ? [...now, service] : now.with(at, service)
    })
    ctx.note({ code: service.code })
    return { version: saved }
  },
}
