import { defineConfig } from 'vitest/config'

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    globalSetup: ['tests/build-once.ts'],
    setupFiles: ['tests/support/no-console-error.ts'],
    // Real servers, databases and browsers: slow on a small machine, so a limit only stops what hangs.
    testTimeout: 120_000,
    hookTimeout: 180_000,
    teardownTimeout: 30_000,
    // Each file may start a portal with a database of its own; more than two at once only wait for each other.
    maxWorkers: 2,
  },
})
