import { defineConfig } from 'vitest/config'

/** The page in a real browser; slow, so apart from the suite. Pictures of what it saw are left in test/.output. */
export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: ['test/**/*.browser.ts'],
    testTimeout: 180_000,
    hookTimeout: 120_000,
    maxWorkers: 1,
  },
})
