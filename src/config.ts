import { z } from 'zod'
import { LOCALES, type Locale } from './domain/text.ts'

/** How updates reach the bot. */
export type Delivery =
  | { readonly kind: 'polling' }
  | { readonly kind: 'webhook'; readonly url: string; readonly secret: string }

export interface BotConfig {
  readonly token: string
  readonly apiRoot: string
  readonly proxy?: string
  readonly delivery: Delivery
}

export interface Config {
  /** Absent: the sandbox. */
  readonly bot?: BotConfig
  readonly databaseUrl?: string
  /** Folder of the embedded database; absent = the mode's own default. */
  readonly dataDir?: string
  readonly adminIds: readonly number[]
  /** Absent = the mode's own default. */
  readonly port?: number
  readonly host: string
  readonly timeZone: string
  readonly locale: Locale
  readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'silent'
  /** Encrypts phones. Absent: a key is made and kept in the database, and phones are as safe as the database is. */
  readonly secretKey?: string
  /** Set by the sandbox for its child: the database must be, and is marked as, demo. */
  readonly isSandboxed: boolean
}

const blank = (value: unknown) => (typeof value === 'string' && value.trim() === '' ? undefined : value)
const optional = <S extends z.ZodType>(schema: S) => z.preprocess(blank, schema.optional())

const environment = z.object({
  BOT_TOKEN: optional(z.string().regex(/^\d+:[\w-]{10,}$/, 'looks like 123456:ABC…, as @BotFather gives it')),
  TELEGRAM_API_ROOT: optional(z.url()),
  TELEGRAM_PROXY: optional(z.url()),
  DATABASE_URL: optional(z.string().regex(/^postgres(ql)?:\/\//, 'starts with postgres://')),
  DATA_DIR: optional(z.string()),
  ADMIN_IDS: optional(z.string().regex(/^\s*\d+(\s*,\s*\d+)*\s*$/, 'Telegram ids, separated by commas')),
  PORT: optional(z.coerce.number().int().min(0).max(65535)),
  HOST: optional(z.string()),
  WEBHOOK_URL: optional(z.url()),
  WEBHOOK_SECRET: optional(z.string().regex(/^[\w-]{1,256}$/, '1–256 of A–Z a–z 0–9 _ -')),
  TIME_ZONE: optional(z.string().refine(isTimeZone, 'a name like Asia/Ho_Chi_Minh')),
  DEFAULT_LOCALE: optional(z.enum(LOCALES)),
  LOG_LEVEL: optional(z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent'])),
  SECRET_KEY: optional(z.string().min(16, 'at least 16 characters')),
  CHI_TIEU_SANDBOXED: optional(z.literal('1')),
})

/** What is wrong with the environment: one line a variable. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}

/** Reads and checks the environment; frozen. Throws ConfigError naming each variable and what was expected. */
export function readConfig(env: Readonly<Record<string, string | undefined>> = process.env): Config {
  const parsed = environment.safeParse(env)
  if (!parsed.success) {
    throw new ConfigError(
      parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('\n'),
    )
  }
  const e = parsed.data
  if ((e.WEBHOOK_URL === undefined) !== (e.WEBHOOK_SECRET === undefined)) {
    throw new ConfigError('WEBHOOK_URL, WEBHOOK_SECRET: set both for webhook mode, or neither to poll')
  }
  return Object.freeze({
    ...(e.BOT_TOKEN && {
      bot: {
        token: e.BOT_TOKEN,
        apiRoot: (e.TELEGRAM_API_ROOT ?? 'https://api.telegram.org').replace(/\/+$/, ''),
        ...(e.TELEGRAM_PROXY && { proxy: e.TELEGRAM_PROXY }),
        delivery:
          e.WEBHOOK_URL && e.WEBHOOK_SECRET
            ? { kind: 'webhook' as const, url: e.WEBHOOK_URL, secret: e.WEBHOOK_SECRET }
            : { kind: 'polling' as const },
      },
    }),
    ...(e.DATABASE_URL && { databaseUrl: e.DATABASE_URL }),
    ...(e.DATA_DIR && { dataDir: e.DATA_DIR }),
    adminIds: (e.ADMIN_IDS ?? '')
      .split(',')
      .filter((id) => id.trim() !== '')
      .map(Number),
    ...(e.PORT !== undefined && { port: e.PORT }),
    host: e.HOST ?? '127.0.0.1',
    timeZone: e.TIME_ZONE ?? 'Asia/Ho_Chi_Minh',
    locale: e.DEFAULT_LOCALE ?? 'vi',
    logLevel: e.LOG_LEVEL ?? 'info',
    ...(e.SECRET_KEY && { secretKey: e.SECRET_KEY }),
    isSandboxed: e.CHI_TIEU_SANDBOXED === '1',
  })
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}

/** Reads `.env` of the working folder into the environment, where there is one; what is set already stays. */
export function loadEnvFile(): void {
  try {
    process.loadEnvFile()
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
  }
}

/** Returns the environment of the sandbox's child: the operator's own, but quieter, and marked so that it seeds the demo. */
export const sandboxedEnvironment = ({ logLevel }: Config): Record<string, string | undefined> => ({
  ...process.env,
  DATA_DIR: undefined,
  WEBHOOK_URL: undefined,
  WEBHOOK_SECRET: undefined,
  DATABASE_URL: undefined,
  CHI_TIEU_SANDBOXED: '1',
  LOG_LEVEL: logLevel === 'info' ? 'warn' : logLevel,
})
