/**
 * The line between a command line and the running bot that holds the embedded database: JSON, one message a line.
 * The client sends what was typed; the bot answers with output and, at last, the exit status. Files and standard input stay
 * the client's: the bot asks for them when a command needs them.
 */
import type { Socket } from 'node:net'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import { DomainError } from '../domain/errors.ts'
import type { CliIo } from './command.ts'

const fromClient = z.union([
  z.object({ line: z.array(z.string()) }),
  /** Answer to `read` or `input`; without bytes it could not be read. */
  z.object({ reply: z.int(), base64: z.string().optional() }),
])

const fromServer = z.union([
  z.object({ out: z.string() }),
  z.object({ err: z.string() }),
  z.object({ read: z.string(), id: z.int() }),
  z.object({ input: z.literal(true), id: z.int() }),
  z.object({ write: z.string(), base64: z.string(), id: z.int() }),
  z.object({ exit: z.int() }),
])

type FromClient = z.infer<typeof fromClient>
type FromServer = z.infer<typeof fromServer>

/** Runs a line for a client and returns its exit status. */
export type RunLine = (line: readonly string[], io: CliIo) => Promise<number>

/** Serves one connection: runs the line it sends, and closes it. A client that goes away is forgotten; its command still ends. */
export async function serveControl(socket: Socket, run: RunLine): Promise<void> {
  const send = (message: FromServer): void => {
    if (socket.writable) socket.write(`${JSON.stringify(message)}\n`)
  }
  const waiting = new Map<number, (base64: string | undefined) => void>()
  socket.on('close', () => {
    for (const answer of waiting.values()) answer(undefined)
  })
  for await (const text of linesOf(socket)) {
    const message = parse(fromClient, text)
    if (message === undefined) break
    if ('reply' in message) waiting.get(message.reply)?.(message.base64)
    else void runFor(message.line, run, createRemoteIo(send, waiting), send, socket)
  }
  socket.end()
}

async function runFor(
  line: readonly string[],
  run: RunLine,
  io: CliIo,
  send: (message: FromServer) => void,
  socket: Socket,
): Promise<void> {
  try {
    send({ exit: await run(line, io) })
  } catch (error) {
    send({ err: error instanceof Error ? error.message : String(error) })
    send({ exit: 1 })
  } finally {
    socket.end()
  }
}

function createRemoteIo(
  send: (message: FromServer) => void,
  waiting: Map<number, (base64: string | undefined) => void>,
): CliIo {
  let last = 0
  const ask = async (what: (id: number) => FromServer, name: string): Promise<Buffer> => {
    const id = ++last
    const answered = new Promise<string | undefined>((resolve) => waiting.set(id, resolve))
    send(what(id))
    const base64 = await answered
    waiting.delete(id)
    if (base64 === undefined) throw new DomainError('file-invalid', { path: name })
    return Buffer.from(base64, 'base64')
  }
  return {
    out: (text) => send({ out: text }),
    err: (text) => send({ err: text }),
    readFile: async (path) => new Uint8Array(await ask((id) => ({ read: path, id }), path)),
    readInput: async () => (await ask((id) => ({ input: true, id }), 'stdin')).toString('utf8'),
    writeFile: async (path, bytes) => {
      const base64 = Buffer.from(bytes).toString('base64')
      await ask((id) => ({ write: path, base64, id }), path)
    },
  }
}

/** Has the running bot run the line over this connection, and returns the exit status; 1 when it goes away before the end. */
export async function runOverControl(socket: Socket, line: readonly string[], io: CliIo): Promise<number> {
  const send = (message: FromClient): void => void socket.write(`${JSON.stringify(message)}\n`)
  send({ line: [...line] })
  for await (const text of linesOf(socket)) {
    const message = parse(fromServer, text)
    if (message === undefined) break
    if ('exit' in message) {
      socket.end()
      return message.exit
    }
    if ('out' in message) io.out(message.out)
    else if ('err' in message) io.err(message.err)
    else send({ reply: message.id, ...(await answer(message, io)) })
  }
  return 1
}

type Question = Extract<FromServer, { id: number }>

async function answer(question: Question, io: CliIo): Promise<{ readonly base64?: string }> {
  try {
    if ('write' in question) {
      await io.writeFile(question.write, Buffer.from(question.base64, 'base64'))
      return { base64: '' }
    }
    const bytes = 'read' in question ? await io.readFile(question.read) : Buffer.from(await io.readInput())
    return { base64: Buffer.from(bytes).toString('base64') }
  } catch {
    return {}
  }
}

/** The lines of a connection until it ends; why it ended makes no difference to either side. */
async function* linesOf(socket: Socket): AsyncGenerator<string> {
  socket.on('error', () => socket.destroy())
  try {
    yield* createInterface({ input: socket })
  } catch {
    socket.destroy()
  }
}

/** Undefined for what is no message: the other side is something else, and the line is closed. */
function parse<T>(schema: z.ZodType<T>, text: string): T | undefined {
  try {
    return schema.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}
