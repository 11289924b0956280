import { expect, test } from 'vitest'
import { audit } from '../../../domain/disclosure/audit.ts'
import { parseProblem } from '../../../domain/disclosure/problem.ts'
import { protect } from '../../../domain/disclosure/protect.ts'
import { createHighsSolver } from '../../../main/disclosure/highs-solver.ts'
import { half, randomTable } from '../../bench/disclosure-instances.ts'

const solver = await createHighsSolver()

test.each([1, 2, 3])(
  'without time there is a proved pattern, not everything hidden (table %i)',
  async (seed) => {
    const table = randomTable({ sizes: [5, 4, 4], ...half, seed })
    const file = { ...table, timeLimit: 0.001 }
    const { status, suppressed } = await protect(parseProblem(file), solver)
    expect(status).toBe('feasible')
    // Zeros are shown whatever happens.
    const could = table.cells.filter(({ count }) => count > 0).length
    expect(suppressed.length).toBeLessThan(0.8 * could)
    expect(await audit(file, suppressed, solver)).toMatchObject({ status: 'safe', exposed: [] })
  },
)
