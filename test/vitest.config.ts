import { defineConfig } from 'vitest/config'

const onServer = process.env.TEST_DATABASE_URL !== undefined

export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    // What needs several processes on one database is not there for the embedded one, so that nothing is skipped.
    include: ['test/**/*.test.ts', ...(onServer ? ['test/**/*.postgres.ts'] : [])],
    globalSetup: ['test/support/global-setup.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // One more than the cores of a small machine: some tests wait for processes of their own.
    maxWorkers: 3,
    // Modules are loaded once a worker, not once a file: none keeps anything between tests.
    isolate: false,
  },
})
