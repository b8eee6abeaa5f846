import { defineConfig } from 'vitest/config'
import config from './vitest.config.ts'

/** The same plays as in the suite, far longer. */
export default defineConfig({
  test: { ...config.test, include: ['test/**/*.long.ts'], testTimeout: 3_600_000 },
})
