import { configDefaults, defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

const onServer = process.env.TEST_DATABASE_URL !== undefined

/** Begins with the plays that kill the bot, which mostly wait for processes of their own, and with all the questions there are. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const isLong = ({ moduleId }: TestSpecification): boolean =>
      /\/test\/(faults|ask\/questions)/.test(moduleId)
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))]
  }
}

export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    // What needs several processes on one database is not there for the embedded one, so that nothing is skipped.
    include: ['test/**/*.test.ts', ...(onServer ? ['test/**/*.postgres.ts'] : [])],
    // What no database can change, the other run of the suite has shown.
    exclude: [...configDefaults.exclude, ...(onServer ? ['test/{ask,domain,i18n}/**'] : [])],
    globalSetup: ['test/support/global-setup.ts'],
    testTimeout: 30_000,
    hookTimeout: 180_000,
    // One more than the cores of a small machine: some tests wait for processes of their own.
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
    // Modules are loaded once a worker, not once a file: none keeps anything between tests.
    isolate: false,
  },
})
