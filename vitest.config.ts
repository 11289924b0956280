import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Minutes of one process killed after another: begun last, it would keep the other processor waiting. */
const isLong = ({ moduleId }: TestSpecification) => moduleId.endsWith('/tests/unit/crash/draft.test.ts')

class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).sort((a, b) => Number(isLong(b)) - Number(isLong(a)))
  }
}

/** Unit, property, contract-matrix and migration tests; browser tests run under Playwright. */
export default defineConfig({
  test: {
    include: ['tests/unit/**/*.test.ts'],
    // A loaded machine is no fault of the program.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    // The default leaves one of two processors out.
    maxWorkers: 2,
    sequence: { sequencer: LongFirst },
    coverage: {
      provider: 'v8',
      include: ['domain/**/*.ts', 'main/server/**/*.ts'],
      reporter: ['text-summary', 'json-summary'],
      reportsDirectory: 'coverage',
      thresholds: { lines: 95 },
    },
  },
})
