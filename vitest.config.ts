import { defineConfig } from 'vitest/config'

/** Unit, property, contract-matrix and migration tests; browser tests run under Playwright. */
export default defineConfig({
  test: {
    include: ['tests/unit/**/*.test.ts'],
    testTimeout: 60_000,
    // Several tests wait for processes that they end; the default leaves one of two processors out.
    maxWorkers: 2,
    coverage: {
      provider: 'v8',
      include: ['domain/**/*.ts', 'main/server/**/*.ts'],
      reporter: ['text-summary', 'json-summary'],
      reportsDirectory: 'coverage',
      thresholds: { lines: 95 },
    },
  },
})
