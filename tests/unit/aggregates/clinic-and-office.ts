// A station that releases and an office that imports, for tests that follow figures from one to the other.
import { afterEach, beforeEach, expect } from 'vitest'
import type { Coarsening } from '../../../domain/aggregates/coarser.ts'
import type { Output } from '../../../domain/contract/table.ts'
import { makeServer, must, setUp, signInAs, type TestServer } from '../../host/make-server.ts'

/** Made anew before each test of the file that calls this; after it neither may have had a fault. */
export const clinicAndOffice = () => {
  let clinic: TestServer
  let office: TestServer
  beforeEach(() => {
    clinic = makeServer({ now: '2026-02-10T08:00:00.000Z' })
    office = makeServer({ now: '2026-11-24T08:00:00.000Z' })
  })
  afterEach(async () => {
    expect([...clinic.faults, ...office.faults]).toEqual([])
    await clinic.dispose()
    await office.dispose()
  })
  const check = (bytes: Uint8Array) => {
    office.picks.push(bytes)
    return office.server.ask('imports.check', {})
  }
  const accept = (checked: Output<'imports.check'>) => {
    const fingerprint = checked.known ? null : checked.fingerprint
    return must(office.server.ask('imports.accept', { token: checked.token, fingerprint }))
  }
  return {
    get clinic() {
      return clinic
    },
    get office() {
      return office
    },
    setUpBoth: async () => {
      await setUp(clinic.server)
      await setUp(office.server, 'office', 'Toimisto')
    },
    /** The station's clock at another time; the nurse signs in again. */
    movedTo: async (iso: string): Promise<void> => {
      clinic.setClock(iso)
      await must(signInAs(clinic.server, 'firstUser'))
    },
    released: async (quarter: string, coarser: Coarsening[] = []) => {
      const preview = await must(clinic.server.ask('aggregates.preview', { quarter, seconds: 2, coarser }))
      const released = await must(clinic.server.ask('aggregates.release', { token: preview.token }))
      await must(clinic.server.ask('aggregates.save', { releaseId: released.id }))
      return { preview, released, bytes: clinic.saved.at(-1)!.bytes }
    },
    check,
    accept,
    imported: async (bytes: Uint8Array): Promise<Output<'imports.check'>> => {
      const checked = await must(check(bytes))
      await accept(checked)
      return checked
    },
  }
}
