import { readFileSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import type { Site, SiteSettings } from './cli/command.ts'
import type { Config } from './config.ts'
import { localDateOf } from './domain/local-date.ts'
import { probePictures } from './exports/probe-pictures.ts'
import type { JobLog } from './jobs/job-log.ts'
import { type OpenDatabase, openVault } from './store/database.ts'
import { probeTelegram } from './telegram/probe.ts'
import { createProxiedFetch } from './telegram/transport/proxied-fetch.ts'
import type { Clock, Machine, TelegramProbe } from './usecases/ports.ts'

/** Folder of the embedded database where none is set. */
export const DATA_DIR = './data/bot'

/** What the command line has before the database is opened; `held`: this process has it open, as the running bot. */
export function siteOf(config: Config, clock: Clock, held?: OpenDatabase): Site {
  const dataDir = config.dataDir ?? DATA_DIR
  const openVaultAt = async (url = config.databaseUrl) => {
    if (held && url === config.databaseUrl) return { ...held.vault, close: async () => {} }
    const today = () => localDateOf(clock.now(), config.timeZone)
    return openVault({ dataDir, today, ...(url !== undefined && { url }) })
  }
  return {
    isRunning: held !== undefined,
    isEmbedded: config.databaseUrl === undefined,
    allowsDemo: config.bot === undefined || config.isSandboxed,
    clock,
    openVault: openVaultAt,
    settings: settingsOf(config),
    probes: {
      telegram: () => probeTelegramOf(config, clock),
      async database() {
        const vault = await openVaultAt()
        return vault.probe().finally(() => vault.close())
      },
      freeBytes: () => freeBytesAt(dataDir),
      pictures: probePictures,
    },
  }
}

/** Returns the running process and what it stands on; its start is now. */
export const machineOf = (
  { dataDir = DATA_DIR }: Config,
  database: OpenDatabase,
  clock: Clock,
  jobLog: JobLog,
): Machine => ({
  version: VERSION,
  startedAt: clock.now(),
  database: () => database.vault.probe(),
  freeBytes: () => freeBytesAt(dataDir),
  jobRuns: () => jobLog.list(),
})

/** Of the program; its file lies beside `src` as beside the built program. */
const { version: VERSION }: { readonly version: string } = JSON.parse(
  readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
)

const settingsOf = ({ bot, adminIds, secretKey }: Config): SiteSettings => ({
  version: process.version,
  delivery: bot?.delivery.kind ?? 'sandbox',
  isWebhookEncrypted: bot?.delivery.kind === 'webhook' && bot.delivery.url.startsWith('https://'),
  apiRoot: bot?.apiRoot ?? '',
  hasProxy: bot?.proxy !== undefined,
  admins: adminIds.length,
  hasSecretKey: secretKey !== undefined,
})

/** The sandbox's time is made up: nothing is said of its clock. */
async function probeTelegramOf(
  { bot, isSandboxed }: Config,
  clock: Clock,
): Promise<TelegramProbe | undefined> {
  if (!bot) return undefined
  const via = bot.proxy === undefined ? fetch : createProxiedFetch(bot.proxy)
  const probe = await probeTelegram({ ...bot, fetch: via, now: () => clock.now().getTime() })
  if (probe.kind !== 'reached' || !isSandboxed) return probe
  const { aheadMs: _madeUp, ...rest } = probe
  return rest
}

/** Of the nearest folder that is there already. */
async function freeBytesAt(folder: string): Promise<number> {
  for (let at = resolve(folder); ; at = dirname(at)) {
    const found = await statfs(at).catch(() => undefined)
    if (found) return found.bavail * found.bsize
    if (at === dirname(at)) return 0
  }
}
