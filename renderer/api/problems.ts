// Finds what is wrong with an input before it is sent, in the same words (codes) as the server uses.
import type { z } from 'zod'
import { isEmpty } from '../../domain/contract/empty.ts'
import type { FieldProblem } from '../../domain/contract/errors.ts'

const CODE = /^[a-z][a-z0-9-]{1,40}$/

const valueAt = (input: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (value, key) => (value as Record<PropertyKey, unknown> | null | undefined)?.[key],
    input,
  )

/** The smallest or largest value allowed, when the issue says it: shown in the sentence at the field. */
const limitsOf = (issue: z.core.$ZodIssue): FieldProblem['params'] => {
  if (issue.code === 'too_small') return { min: Number(issue.minimum) }
  if (issue.code === 'too_big') return { max: Number(issue.maximum) }
  return undefined
}

/** A box for a number holds what was typed when it cannot be read as one. */
const numberCode = (issue: z.core.$ZodIssue): string | null => {
  if (issue.code !== 'invalid_type') return null
  if (issue.expected === 'int') return 'whole-number'
  return issue.expected === 'number' ? 'not-number' : null
}

const codeOf = (issue: z.core.$ZodIssue, input: unknown): string => {
  if (isEmpty(valueAt(input, issue.path)) && issue.code !== 'custom') return 'required'
  return CODE.test(issue.message) ? issue.message : (numberCode(issue) ?? issue.code)
}

/** One problem for each field of the input that the schema refuses; empty when it may be sent. */
export const problemsOf = (schema: z.ZodType, input: unknown): FieldProblem[] => {
  const result = schema.safeParse(input)
  if (result.success) return []
  const byPath = new Map<string, FieldProblem>()
  for (const issue of result.error.issues) {
    const path = issue.path.map(String).join('.')
    if (!byPath.has(path)) byPath.set(path, { path, code: codeOf(issue, input), params: limitsOf(issue) })
  }
  return [...byPath.values()]
}

/** As react-hook-form keeps it: the code as message, the parameters of the sentence in `types`. */
export const fieldError = ({ code, params }: Pick<FieldProblem, 'code' | 'params'>) => ({
  type: 'problem',
  message: code,
  types: Object.fromEntries(Object.entries(params ?? {}).map(([key, value]) => [key, String(value)])),
})
