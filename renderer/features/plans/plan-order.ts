// In which order the plan is read: what is open first, by its date; what has no date comes after.
import type { PlanItem } from './plan-item-form.tsx'

const LAST = '9999-12-31'

/** Items of one kind; those with the same date keep the order they were made in. */
export const inOrder = (items: readonly PlanItem[], kind: PlanItem['kind']): PlanItem[] =>
  items
    .filter((item) => item.kind === kind)
    .toSorted(
      (a, b) =>
        Number(a.state !== 'open') - Number(b.state !== 'open') ||
        (a.dueDate ?? LAST).localeCompare(b.dueDate ?? LAST),
    )
