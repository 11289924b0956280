import fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { proposedWith } from '../../../domain/health-checks/follow-up.ts'
import { agreedIn, type Earlier, planChanges } from '../../../domain/plans/from-check.ts'
import { planItemFields } from '../../../domain/plans/plan.ts'

const row = fc.record(
  {
    goal: fc.option(fc.string({ maxLength: 300 })),
    action: fc.option(fc.string({ maxLength: 300 })),
    responsible: fc.option(fc.constantFrom('client', 'nurse', 'doctor', 'other')),
    dueDate: fc.option(fc.constantFrom('2026-12-01', '2027-01-15')),
    status: fc.option(fc.constantFrom('open', 'done', 'dropped')),
  },
  { requiredKeys: [] },
)
const rows = fc.array(row, { maxLength: 8 })

/** The plan after a signing: what is in it from this check. */
const signedInto = (earlier: readonly Earlier[], planItems: unknown): Earlier[] => {
  const { added, change } = planChanges(agreedIn(planItems), earlier, new Set())
  return [
    ...earlier.map((one) => ({ ...one, ...change.find(({ from }) => from === one)?.to })),
    ...added.map(({ words, item }) => ({
      words,
      untouched: true,
      state: 'open' as const,
      responsible: item.responsible,
      dueDate: item.dueDate,
    })),
  ]
}

test('whatever a check says, its items are ones that the plan takes', () => {
  fc.assert(
    fc.property(rows, (planItems) => {
      for (const { item } of agreedIn(planItems))
        expect(z.strictObject(planItemFields).safeParse(item)).toMatchObject({ success: true })
    }),
  )
})

test('signing again never doubles an item, and what a person has changed is left alone', () => {
  fc.assert(
    fc.property(rows, rows, fc.infiniteStream(fc.boolean()), (first, second, touched) => {
      const once = signedInto([], first)
      expect(signedInto(once, first)).toEqual(once)
      const lived = once.map((one) =>
        touched.next().value ? { ...one, untouched: false, state: 'done' as const } : one,
      )
      const twice = signedInto(lived, second)
      expect(new Set(twice.map(({ words }) => words)).size).toBe(twice.length)
      for (const one of lived.filter(({ untouched }) => !untouched)) expect(twice).toContainEqual(one)
      const said = new Set(agreedIn(second).map(({ words }) => words))
      for (const { words, untouched, state } of twice)
        if (untouched && !said.has(words)) expect(state).not.toBe('open')
    }),
  )
})

test('goal and action become a step, a goal alone a goal, a closed or already written row nothing', () => {
  const planItems = [
    { goal: 'Uni', action: 'Unipäiväkirja', responsible: 'client', dueDate: '2026-12-24' },
    { goal: 'Kuntosalille' },
    { action: 'Varaa aika', status: 'done' },
    { action: 'Soita Kelaan' },
    {},
  ]
  const { added } = planChanges(agreedIn(planItems), [], new Set(['Soita Kelaan']))
  expect(added.map(({ item }) => item)).toMatchObject([
    {
      kind: 'step',
      title: 'Unipäiväkirja',
      instructions: 'Uni',
      responsible: 'client',
      dueDate: '2026-12-24',
    },
    { kind: 'goal', title: 'Kuntosalille', responsible: 'other', dueDate: null },
  ])
})

test('a day is proposed when a way of following up is chosen and none is there', () => {
  const proposed = (fields: Record<string, unknown>) => proposedWith('followUpType', fields, '2026-11-24')
  expect(proposed({ followUpType: 'call' })).toEqual({ followUpDate: '2027-02-24' })
  expect(proposed({ followUpType: 'call', followUpDate: '2026-12-01' })).toEqual({})
  expect(proposed({ followUpType: 'none' })).toEqual({})
  expect(proposed({ followUpType: null })).toEqual({})
  expect(proposedWith('weight', { followUpType: 'call' }, '2026-11-24')).toEqual({})
})
