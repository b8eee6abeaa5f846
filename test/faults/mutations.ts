import { setTimeout as sleep } from 'node:timers/promises'
import { systemScope } from '../../src/domain/access.ts'
import type { OpenDatabase } from '../../src/store/database.ts'
import type { Stores, SubmissionRow, SubmissionStore } from '../../src/usecases/ports.ts'
import type { Mutation } from './orders.ts'

const LATE_MS = 600

/** Returns the database with one protection taken out. */
type Mutate = (database: OpenDatabase) => OpenDatabase

const MUTATE: Readonly<Record<Mutation, Mutate>> = {
  'resend-doubts': (database) =>
    inTransactions(database, ({ outbox, ...stores }) => ({
      ...stores,
      outbox: {
        ...outbox,
        async doubtAbandoned(instance, now) {
          const rows = await outbox.doubtAbandoned(instance, now)
          for (const { id, attempts } of rows) await outbox.sendAgain(systemScope, id, attempts, now)
          return []
        },
      },
    })),

  'forget-processed': (database) => {
    const { conversations } = database
    let fresh = -Date.now()
    return {
      ...database,
      conversations: {
        ...conversations,
        async openUpdate(...input) {
          const { lastStep: _, ...opened } = await conversations.openUpdate(...input)
          return { ...opened, isProcessed: false }
        },
        commitStep: (step, ...rest) => conversations.commitStep({ ...step, updateId: fresh-- }, ...rest),
      },
    }
  },

  'never-show-again': (database) => {
    const { conversations } = database
    return {
      ...database,
      conversations: {
        ...conversations,
        async openUpdate(...input) {
          const { lastStep: _, ...opened } = await conversations.openUpdate(...input)
          return opened
        },
      },
    }
  },

  'reply-before-commit': (database) => {
    const { conversations } = database
    return {
      ...database,
      conversations: {
        ...conversations,
        async commitStep(...step) {
          if (!step[0].answers.some(({ value }) => value.kind === 'count'))
            return conversations.commitStep(...step)
          void sleep(LATE_MS)
            .then(() => conversations.commitStep(...step))
            .catch(() => undefined)
          return 'committed'
        },
      },
    }
  },

  'no-transaction': (database) => ({ ...database, transaction: (work) => work(database) }),

  'digest-always-new': (database) => ({
    ...inTransactions(database, ({ outbox, digests, ...stores }) => ({
      ...stores,
      outbox: {
        ...outbox,
        enqueue: ({ dedupeKey: _, ...message }, at) => outbox.enqueue(message, at),
      },
      digests: {
        ...digests,
        async add(...digest) {
          await digests.add(...digest)
          return true
        },
      },
    })),
    digests: { ...database.digests, find: async () => undefined },
  }),

  'review-always-open': (database) => ({
    ...inTransactions(database, (stores) => ({ ...stores, submissions: alwaysOpen(stores.submissions) })),
    submissions: alwaysOpen(database.submissions),
  }),
}

/** Returns the database with these protections taken out. */
export const mutated = (database: OpenDatabase, mutations: readonly Mutation[]): OpenDatabase =>
  mutations.reduce((before, mutation) => MUTATE[mutation](before), database)

const inTransactions = (database: OpenDatabase, change: (stores: Stores) => Stores): OpenDatabase => ({
  ...database,
  transaction: (work) => database.transaction((stores) => work(change(stores))),
})

/** What was accepted is shown and taken as if it still waited, and the compare and swap is not believed. */
function alwaysOpen(store: SubmissionStore): SubmissionStore {
  const reopened = (row: SubmissionRow): SubmissionRow =>
    row.state === 'accepted' ? { ...row, state: 'confirmed' } : row
  return {
    ...store,
    async find(...which) {
      const row = await store.find(...which)
      return row && reopened(row)
    },
    async list(scope, filter) {
      const states = filter.states?.includes('confirmed')
        ? [...filter.states, 'accepted' as const]
        : filter.states
      return (await store.list(scope, { ...filter, ...(states && { states }) })).map(reopened)
    },
    async move(...change) {
      await store.move(...change)
      return true
    },
  }
}
