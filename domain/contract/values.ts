// Value shapes shared by several calls. Dates are YYYY-MM-DD, times ISO UTC.
import { z } from 'zod'

const realDate = (text: string): boolean => {
  const at = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 10) === text
}

/** A calendar date that exists, as YYYY-MM-DD. */
export const isoDate = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'date')
  .refine(realDate, 'date')

/** A moment as ISO UTC, as written by `Date.prototype.toISOString`. */
export const isoTime = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{3})?Z$/, 'time')

/** A calendar quarter, e.g. `2026-Q1`. */
export const quarterCode = z.string().regex(/^20\d{2}-Q[1-4]$/, 'quarter')

/** Record identifiers are made by the server and are UUIDs: nothing that a person types has this shape. */
export const id = z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, 'id')

/** Spaces, format characters and fillers alone are nothing. An empty text is judged by its length. */
const SOMETHING_SEEN = /^$|[^\p{C}\p{Z}\p{M}\u115F\u1160\u2800\u3164\uFFA0]/u

/**
 * Characters that no text may hold: half a surrogate pair, which the database would store as another character than the
 * log has hashed; control characters; overrides of the writing direction, which show another text than there is.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: refusing them is the purpose
const FORBIDDEN = /[\u0000-\u0008\u000e-\u001f\u007f\u202d\u202e\p{Cs}]/u
export const isPlain = (text: string): boolean => !FORBIDDEN.test(text)

/** A line typed by a person: trimmed, no control characters, with something to see in it. */
export const line = (max: number) =>
  z
    .string()
    .trim()
    .min(1, 'required')
    .max(max, 'too-long')
    .refine((typed) => isPlain(typed) && !/[\t-\r]/.test(typed), 'characters')
    .regex(SOMETHING_SEEN, 'required')

/** Free text of several lines, may be empty. */
export const text = (max: number) => z.string().max(max, 'too-long').refine(isPlain, 'characters')

/** Any JSON object; the topic's own schema checks it further. */
export const jsonObject = z.record(z.string(), z.json())

export const nothing = z.strictObject({})

/** Version of what the station keeps itself: what was read, and what a saving builds on; 0 is what the program ships. */
export const version = z.number().int().min(0)
