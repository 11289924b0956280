// What a new check starts with: facts of the client register are not typed again.
import type { CheckAnswers } from './answers.ts'
import { hardProblems } from './limits.ts'
import { FIELDS } from './sections.ts'

/** A client as the register knows it, by the names in the tables' `fromClient`. */
export type KnownClient = Readonly<Record<string, unknown>>

/** The fields that the register fills; facts that a field does not take (e.g. sex `other`) are left open. */
export const fieldsFromClient = (client: KnownClient): Record<string, unknown> =>
  Object.fromEntries(
    [...FIELDS.values()].flatMap((field): [string, unknown][] => {
      if (!field.fromClient || !Object.hasOwn(client, field.fromClient)) return []
      const value = client[field.fromClient]
      if (value === null || value === undefined || hardProblems(field, value).length > 0) return []
      return [[field.key, value]]
    }),
  )

/** Answers of a draft with what only the register decides, as the register has it now. */
export const withRegisterFacts = (answers: CheckAnswers, client: KnownClient): CheckAnswers => {
  const facts = Object.entries(fieldsFromClient(client)).filter(([key]) => FIELDS.get(key)?.registerOnly)
  return { ...answers, fields: { ...answers.fields, ...Object.fromEntries(facts) } }
}
