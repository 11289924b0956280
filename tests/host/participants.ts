// Synthetic participants registered by calls, for tests that need enough of them to release.
import { checkCharacter } from '../../domain/clients/hetu.ts'
import type { Server } from '../../main/server/create-server.ts'
import { clientInput } from './client-input.ts'
import { must } from './make-server.ts'

/** The i-th synthetic henkilötunnus: unique for i under 100, individual numbers 900–999. */
const hetuOf = (i: number): string => {
  const day = String((i % 28) + 1).padStart(2, '0')
  const digits = `${day}0${(i % 9) + 1}8${i % 10}${900 + (i % 100)}`
  return `${digits.slice(0, 6)}-${digits.slice(6)}${checkCharacter(digits)}`
}

/** Registers people who entered the project on a day; every third is a student, the others unemployed. Returns their ids. */
export const participants = async (
  server: Server,
  from: number,
  to: number,
  entryDate: string,
  given = true,
): Promise<string[]> => {
  const ids: string[] = []
  const asked = 'not_asked' as const
  for (let i = from; i < to; i++) {
    const labourStatus = i % 3 === 0 ? 'student' : 'unemployed'
    const { id } = await must(
      server.ask(
        'clients.register',
        clientInput({
          hetu: hetuOf(i),
          sex: i % 2 === 0 ? 'female' : 'male',
          municipality: i % 4 === 0 ? '683' : i % 9 === 1 ? '148' : '698',
          labourStatus,
          unemployedSince: labourStatus === 'unemployed' ? '2025-10' : null,
          entry: {
            entryDate,
            labourStatus,
            education: 'isced3-4',
            disability: asked,
            thirdCountry: asked,
            foreignBackground: asked,
            minority: asked,
            housingExclusion: asked,
            rural: asked,
          },
          statisticsConsent: { given, method: 'written' },
        }),
      ),
    )
    ids.push(id)
  }
  return ids
}
