// What was agreed in a check becomes items of the client's plan, once: signing again brings only what is new in words.
import { type PlanItemInput, type PlanState, RESPONSIBLES } from './plan.ts'

type Row = Readonly<Record<string, unknown>>
/** `words` tell the rows of one check apart, whatever becomes of the item in the plan. */
export type Agreed = { words: string; state: PlanState; item: PlanItemInput }
/** An item that the check put into the plan before; `untouched`: nobody has changed it there since. */
export type Earlier = { words: string; untouched: boolean; state: PlanState } & Pick<
  PlanItemInput,
  'responsible' | 'dueDate'
>

const TITLE = 200

const wordsOf = (value: unknown): string =>
  typeof value === 'string' ? value.replace(/[\p{Cc}\s]+/gu, ' ').trim() : ''

const agreedOf = (row: Row): Agreed | null => {
  const [goal, action] = [wordsOf(row.goal), wordsOf(row.action)]
  const title = action || goal
  if (title === '') return null
  const long = title.length > TITLE
  return {
    words: JSON.stringify([goal, action]),
    state: row.status === 'done' || row.status === 'dropped' ? row.status : 'open',
    item: {
      kind: action ? 'step' : 'goal',
      title: long ? `${title.slice(0, TITLE - 1)}…` : title,
      instructions: [long ? title : '', action ? goal : ''].filter((part) => part !== '').join('\n'),
      contact: '',
      responsible: RESPONSIBLES.find((one) => one === row.responsible) ?? 'other',
      dueDate: typeof row.dueDate === 'string' ? row.dueDate : null,
    },
  }
}

/** The rows of a check's plan that say something, each once. */
export const agreedIn = (planItems: unknown): Agreed[] => {
  const rows = Array.isArray(planItems) ? planItems : []
  const agreed = rows.flatMap((row: Row | null) => agreedOf(row ?? {}) ?? [])
  return [...new Map(agreed.map((one) => [one.words, one])).values()]
}

/**
 * What a signing does to the plan.
 * @param earlier items that the same check put there before
 * @param titles of the client's plan, so that what a person has already written is not added again
 */
export const planChanges = <E extends Earlier>(
  agreed: readonly Agreed[],
  earlier: readonly E[],
  titles: ReadonlySet<string>,
): { added: Agreed[]; change: { from: E; to: Pick<Earlier, 'state' | 'responsible' | 'dueDate'> }[] } => {
  const known = new Set(earlier.map(({ words }) => words))
  const added = agreed.filter(
    ({ words, state, item }) => state === 'open' && !known.has(words) && !titles.has(item.title),
  )
  const change = earlier.flatMap((from) => {
    if (!from.untouched) return []
    const now = agreed.find(({ words }) => words === from.words)
    // Taken out of the check: dropped, not erased.
    const to = now
      ? { state: now.state, responsible: now.item.responsible, dueDate: now.item.dueDate }
      : {
          state: from.state === 'open' ? ('dropped' as const) : from.state,
          responsible: from.responsible,
          dueDate: from.dueDate,
        }
    const same = to.state === from.state && to.responsible === from.responsible && to.dueDate === from.dueDate
    return same ? [] : [{ from, to }]
  })
  return { added, change }
}
