import { createAsker } from '../../src/ask/index.ts'
import type { CliContext, CliIo, Site } from '../../src/cli/command.ts'
import { DomainError } from '../../src/domain/errors.ts'
import type { PlanLibrary } from '../../src/domain/plan.ts'
import { createPeriodWorkbook } from '../../src/exports/period-workbook.ts'
import { createTexts } from '../../src/i18n/texts.ts'
import type { OpenDatabase } from '../../src/store/database.ts'
import type { Database } from '../../src/usecases/ports.ts'
import { demoClock, TIME_ZONE, testSecrets } from './demo.ts'

const writer = createTexts().then(createPeriodWorkbook)

/** Returns what commands that take the database as a whole work with. */
export const createTestSite = (database: OpenDatabase, isRunning = false): Site => ({
  ...{ isRunning, isEmbedded: true, allowsDemo: true, clock: demoClock },
  openVault: async () => ({ ...database.vault, close: async () => {} }),
  settings: {
    ...{ version: 'v20.19.0', delivery: 'sandbox', isWebhookEncrypted: false, apiRoot: '', hasProxy: false },
    ...{ admins: 0, hasSecretKey: true },
  },
  probes: {
    telegram: async () => undefined,
    database: () => database.vault.probe(),
    freeBytes: async () => 2 ** 40,
    pictures: async () => undefined,
  },
})

/** Returns what commands work with, over a test's database; `reloads` counts how often plans were read anew. */
export function createTestContext(
  database: Database,
  library: PlanLibrary,
): CliContext & { readonly reloads: () => number } {
  let reloads = 0
  return {
    ...{ database, library, clock: demoClock, secrets: testSecrets, timeZone: TIME_ZONE, locale: 'vi' },
    asker: createAsker(library),
    random: (size) => Uint8Array.from({ length: size }, (_, index) => index),
    renderer: { render: async (digest) => new TextEncoder().encode(`picture of ${digest.unit.code}`) },
    reportWriter: { write: async (figures, locale) => (await writer).write(figures, locale) },
    botUsername: async () => 'chitieu_bot',
    reloadPlans: async () => void reloads++,
    reloads: () => reloads,
    rosterFile: {
      build: async () => new TextEncoder().encode('the empty list'),
      read: () => ({ why: 'not-a-workbook' }),
    },
  }
}

export interface RecordedIo extends CliIo {
  readonly lines: string[]
  readonly notes: string[]
  readonly written: Map<string, Uint8Array>
}

/** Returns an io that keeps what is written; `files` and `input` are what may be read. */
export function createRecordedIo(files: Readonly<Record<string, string>> = {}, input = ''): RecordedIo {
  const recorded = { lines: [] as string[], notes: [] as string[], written: new Map<string, Uint8Array>() }
  return {
    ...recorded,
    out: (text) => void recorded.lines.push(...text.split('\n')),
    err: (text) => void recorded.notes.push(...text.split('\n')),
    readInput: async () => input,
    writeFile: async (path, bytes) => void recorded.written.set(path, new Uint8Array(bytes)),
    readFile: async (path) => {
      const text = files[path]
      if (text === undefined) throw new DomainError('file-invalid', { path })
      return new TextEncoder().encode(text)
    },
  }
}
