// Answers that closing reminds of without refusing: editable, because what a good check holds is the county's to say.
import { z } from 'zod'
import { FIELDS } from './sections.ts'

/** What a clinician has approved carries the day of the review. */
export const reviewedWhenApproved = [
  ({ approved, reviewedOn }: { approved: boolean; reviewedOn: string | null }): boolean =>
    !approved || reviewedOn !== null,
  { message: 'review-date', path: ['reviewedOn'] as string[] },
] as const

/** Edited advice as it is stored: fields that exist, each once. */
export const closingAdviceSchema = z
  .strictObject({
    fields: z
      .array(z.string().refine((key) => FIELDS.has(key), 'unknown-field'))
      .max(40, 'too-many')
      .refine((keys) => new Set(keys).size === keys.length, 'repeated'),
    source: z.string().trim().min(1, 'required').max(300, 'too-long'),
    approved: z.boolean(),
    reviewedOn: z.iso.date('date').nullable(),
  })
  .refine(...reviewedWhenApproved)

export type ClosingAdvice = z.output<typeof closingAdviceSchema>

export const CLOSING_ADVICE: ClosingAdvice = {
  fields: ['strengths'],
  source: 'Voimavaralähtöinen työote: ainakin yksi vahvuus jokaiseen tarkastukseen (sovittava Laphan kanssa)',
  approved: false,
  reviewedOn: null,
}
