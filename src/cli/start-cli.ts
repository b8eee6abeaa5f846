import type { Socket } from 'node:net'
import type { Locale } from '../domain/text.ts'
import type { Texts } from '../i18n/texts.ts'
import type { CliContext, Site } from './command.ts'
import { runOverControl } from './control.ts'
import { createLocalIo, type Streams } from './local-io.ts'
import { runLine } from './run-line.ts'

/** How a command reaches the database; made by the composing program. */
export interface CliDoors {
  /** Connects to the process that holds the embedded database; undefined when none does, or there is a server. */
  connect(): Promise<Socket | undefined>
  open(): Promise<{ readonly context: CliContext; close(): Promise<void> }>
  readonly site: Site
}

/** Runs one line, inside the running bot when that holds the database, else here, and returns the exit status. */
export async function startCli(
  line: readonly string[],
  streams: Streams,
  texts: Texts,
  locale: Locale,
  doors: CliDoors,
): Promise<number> {
  const io = createLocalIo(streams)
  const socket = isHelp(line) ? undefined : await doors.connect()
  if (socket) return runOverControl(socket, line, io)
  let close = async (): Promise<void> => {}
  try {
    const open = async () => {
      const opened = await doors.open()
      close = opened.close
      return opened.context
    }
    return await runLine(line, io, texts, locale, open, doors.site)
  } finally {
    await close()
  }
}

const isHelp = (line: readonly string[]): boolean => line.length === 0 || line.includes('--help')
