import { DomainError } from '../../domain/errors.ts'
import { localDateOf, localTimeOf } from '../../domain/local-date.ts'
import { renderDate } from '../../domain/render-value.ts'
import type { T } from '../../i18n/texts.ts'
import type { Backup } from '../../usecases/ports.ts'
import { type CliArgs, type CliCommand, requireOption, type Site, UsageError } from '../command.ts'

/** Writes the whole database into one file, beside the running bot too. */
export const backup: CliCommand = {
  name: 'backup',
  usage: 'FILE',
  about: 'cli:about.backup',
  options: {},
  async run(_open, args, io, t, site) {
    const path = fileOf(args)
    const vault = await site.openVault()
    try {
      const made = await vault.backup(site.clock.now())
      await io.writeFile(path, made.bytes)
      await vault.noteBackup(made.at)
      io.out(t('cli:backup.made', { path, ...countsOf(made), megabytes: megabytesOf(made.bytes, t) }))
      return 0
    } finally {
      await vault.close()
    }
  },
}

/** Makes the database what a backup holds; refuses to replace people and figures unless told to. */
export const restore: CliCommand = {
  name: 'restore',
  usage: 'FILE [--replace]',
  about: 'cli:about.restore',
  options: { replace: { type: 'boolean' } },
  async run(_open, args, io, t, site) {
    const bytes = await io.readFile(fileOf(args))
    requireStopped(site)
    const vault = await site.openVault()
    try {
      const { allowsDemo, clock } = site
      const how = { at: clock.now(), replaces: args.options.replace === true, allowsDemo, isMove: false }
      const restored = await vault.restore(bytes, how)
      io.out(t('cli:restore.done', { ...countsOf(restored), ...momentOf(restored.at, t) }))
      io.err(t(restored.isMigrated ? 'cli:restore.migrated' : 'cli:restore.next'))
      return 0
    } finally {
      await vault.close()
    }
  },
}

/** Copies the embedded database onto a server and compares the two; the embedded one stays as it is. */
export const move: CliCommand = {
  name: 'move',
  usage: '--to URL [--replace]',
  about: 'cli:about.move',
  options: { to: { type: 'string' }, replace: { type: 'boolean' } },
  async run(_open, args, io, t, site) {
    const url = requireOption(args, 'to')
    if (!/^postgres(ql)?:\/\//.test(url)) throw new UsageError('--to postgres://…')
    if (!site.isEmbedded) throw new UsageError('DATABASE_URL')
    requireStopped(site)
    const made = await backUp(site)
    const server = await site.openVault(url)
    try {
      const { allowsDemo, clock } = site
      const how = { at: clock.now(), replaces: args.options.replace === true, allowsDemo, isMove: true }
      io.out(t('cli:move.done', countsOf(await server.restore(made.bytes, how))))
      io.err(t('cli:move.next'))
      return 0
    } finally {
      await server.close()
    }
  },
}

async function backUp(site: Site): Promise<Backup> {
  const vault = await site.openVault()
  return vault.backup(site.clock.now()).finally(() => vault.close())
}

function fileOf({ rest }: CliArgs): string {
  const [path] = rest
  if (path === undefined) throw new UsageError('FILE')
  return path
}

function requireStopped({ isRunning }: Site): void {
  if (isRunning) throw new DomainError('bot-running')
}

const countsOf = ({ tables, rows }: { readonly tables: number; readonly rows: number }) => ({ tables, rows })

/** In UTC, as file names of backups are read on any machine. */
const momentOf = (at: Date, t: T) => ({
  time: localTimeOf(at, 'UTC'),
  date: renderDate(localDateOf(at, 'UTC'), t.locale),
})

const megabytesOf = (bytes: Uint8Array, t: T): string =>
  (bytes.length / 2 ** 20).toLocaleString(t.locale, { maximumFractionDigits: 2 })
