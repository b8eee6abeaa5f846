import { DomainError } from '../domain/errors.ts'
import { LOCALES, type Locale } from '../domain/text.ts'
import { renderError } from '../i18n/render-error.ts'
import type { T, Texts } from '../i18n/texts.ts'
import { type CliCommand, type CliIo, type OpenContext, type Site, UsageError } from './command.ts'
import { COMMANDS } from './commands.ts'
import { findCommand, parseLine } from './parse-line.ts'

const isLocale = (text: string | undefined): text is Locale =>
  (LOCALES as readonly (string | undefined)[]).includes(text)

/** Returns the language the line asks for with --lang, else the one given. */
export function localeOf(line: readonly string[], otherwise: Locale): Locale {
  const wanted = line[line.indexOf('--lang') + 1]
  return line.includes('--lang') && isLocale(wanted) ? wanted : otherwise
}

/**
 * Runs one line and returns its exit status: 0 done, 1 not done, 2 not understood. Help and refusals are written, never thrown;
 * `open` is called only when a command really runs. Throws: what is nobody's mistake but the program's.
 */
export async function runLine(
  line: readonly string[],
  io: CliIo,
  texts: Texts,
  locale: Locale,
  open: OpenContext,
  site: Site,
): Promise<number> {
  const t = texts.for(localeOf(line, locale))
  const command = findCommand(COMMANDS, line)
  if (!command) return showHelp(line, io, t)
  try {
    const args = parseLine(command, line)
    if (args.options.help === true) {
      io.out(describe(command, t))
      return 0
    }
    return await command.run(open, args, io, t, site)
  } catch (error) {
    if (error instanceof UsageError) {
      io.err(t('cli:usage', { problem: error.message, usage: `${command.name} ${command.usage}`.trim() }))
      return 2
    }
    if (!(error instanceof DomainError)) throw error
    io.err(renderError(t, error))
    return 1
  }
}

function showHelp(line: readonly string[], io: CliIo, t: T): number {
  const isAsked = line.length === 0 || line.includes('--help')
  if (!isAsked) io.err(t('cli:unknown-command', { command: line.join(' ') }))
  io.out([t('cli:help'), ...COMMANDS.map((command) => describe(command, t))].join('\n'))
  return isAsked ? 0 : 2
}

const describe = (command: CliCommand, t: T): string =>
  `  ${`${command.name} ${command.usage}`.trim()}\n      ${t(command.about)}`
