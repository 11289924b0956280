/** Evidence handed to the auditor is believed only after it was checked. */
import { beforeAll, describe, expect, it } from 'vitest'
import { audit } from '../../../domain/disclosure/audit.ts'
import { readAttackView } from '../../../domain/disclosure/audit-file.ts'
import { simplify } from '../../../domain/disclosure/audit-reduce.ts'
import { checkedWitnesses } from '../../../domain/disclosure/audit-witness.ts'
import type { LpSolver } from '../../../domain/disclosure/solver.ts'
import { createHighsSolver } from '../../../main/disclosure/highs-solver.ts'
import { EXACT_RULE, FOUR_BY_FOUR, LEAKY_NINE } from './tables.ts'

let solver: LpSolver
beforeAll(async () => {
  solver = await createHighsSolver()
})

const file = { ...FOUR_BY_FOUR, ...EXACT_RULE, primary: ['wb'] }
const hidden = [...LEAKY_NINE, 'xd']
const changes = (entries: Record<string, number>) => new Map(Object.entries(entries))
const checked = (entries: Record<string, number>) => {
  const view = readAttackView(file, hidden)
  return checkedWitnesses(view, simplify(view).ties, [changes(entries)])
}

describe('a witness', () => {
  it('counts when every sum and bound holds', () => {
    expect(checked({ wc: 1, wa: -1, xa: 1, xc: -1 })).toHaveLength(1)
  })

  it.each([
    ['a sum that breaks', { wc: 1, wa: -1 }],
    ['a cell that is shown', { ya: 1, yb: -1, wa: -1, wb: 1 }],
    ['an unknown cell', { nobody: 1 }],
    ['a count below the bound', { wc: 6, wa: -6, xa: 6, xc: -6 }],
    ['a fraction', { wc: 0.5, wa: -0.5, xa: 0.5, xc: -0.5 }],
  ])('is thrown away for %s', (_, entries) => {
    expect(checked(entries)).toEqual([])
  })

  it('cannot talk the auditor out of an exposed cell', async () => {
    const lies = [changes({ wb: 1 }), changes({ wb: 1, yb: -1, yd: 1, zd: -1 }), changes({ wb: 2, wa: -2 })]
    const report = await audit(file, LEAKY_NINE, solver, { witnesses: lies })
    expect(report.exposed).toEqual(['wb'])
  })
})

it('respondents are settled by one table that none of them knows', async () => {
  const row = {
    cells: [
      ...['a', 'b', 'c'].map((id) => ({ id, count: 1 })),
      ...['d', 'e'].map((id) => ({ id, count: 4 })),
      { id: 't', count: 11 },
    ],
    relations: [{ total: 't', parts: ['a', 'b', 'c', 'd', 'e'] }],
    primary: ['d', 'e'],
    ...EXACT_RULE,
    singleRespondents: true,
    colluding: 3,
  }
  expect((await audit(row, ['a', 'b', 'c', 'd', 'e'], solver)).status).toBe('safe')
  const known = await audit(row, ['a', 'b', 'c', 'd'], solver)
  expect(known.attackers.d).toBe('a+b+c')
  expect(known.exposed.sort()).toEqual(['d', 'e'])
})
