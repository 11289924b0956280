// Where referrals go: a directory that the station keeps itself, so that no organisation is written into the program.
import { z } from 'zod'
import { line, text } from '../contract/values.ts'

/** Contact and area are the organisation's, not a private person's. */
const receiver = z.strictObject({
  name: line(160),
  area: text(160),
  contact: text(300),
  /** False for a row that nobody has checked yet: it can't be chosen for a referral. */
  confirmed: z.boolean(),
})

const sameName = (name: string): string => name.trim().toLocaleLowerCase('fi')

/** The whole directory; a name occurs once, because a consent names the receiver exactly. */
export const receiverDirectory = z
  .array(receiver)
  .max(200)
  .superRefine((rows, context) => {
    const seen = new Set<string>()
    for (const [at, { name }] of rows.entries()) {
      if (seen.has(sameName(name)))
        context.addIssue({ code: 'custom', path: [at, 'name'], message: 'name-repeated' })
      seen.add(sameName(name))
    }
  })

export type Receiver = z.output<typeof receiver>

/** The directory's row of a name, whatever its capitals; undefined for a receiver that the directory does not have. */
export const receiverNamed = (directory: readonly Receiver[], name: string): Receiver | undefined =>
  directory.find((row) => sameName(row.name) === sameName(name))

const sample = (name: string, area: string): Receiver => ({
  name: `Esimerkki: ${name}`,
  area,
  contact: '',
  confirmed: false,
})

/**
 * Rows to start from, offered in the editor and never there by themselves. The co-ordinators of the pilot of 2024
 * (hyvinvointilahete.fi, ajankohtaista 13475); who co-ordinates now must be asked from the county.
 */
export const SAMPLE_RECEIVERS: readonly Receiver[] = [
  sample('Lapin hyvinvointialue', 'Lounainen palvelualue'),
  sample('SPR Lapin piiri', 'Pohjoinen palvelualue'),
  sample('Saura-Säätiö sr', 'Itäinen palvelualue'),
  sample('MIELI Rovaniemen seudun mielenterveys ry', 'Kaakkoinen palvelualue'),
]
