import { createHash } from 'node:crypto'
import { chmodSync, closeSync, openSync, realpathSync, rmSync } from 'node:fs'
import { connect, type Server, type Socket } from 'node:net'
import { join, relative } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/** What the kernels of Linux and macOS take as the path of a socket, less the end of string. */
const LONGEST_PATH = 103
const PAUSE_MS = 50
const PATIENCE = 40

/** Returns where the folder's control channel is. Throws: Error when the path is too long for a socket. */
export function controlPath(dir: string): string {
  if (process.platform === 'win32') {
    const folder = realpathSync(dir).toLowerCase()
    return `\\\\.\\pipe\\chi-tieu-${createHash('sha256').update(folder).digest('hex').slice(0, 32)}`
  }
  const full = join(dir, 'control.sock')
  const near = relative(process.cwd(), full)
  const path = near.length < full.length ? near : full
  if (Buffer.byteLength(path) <= LONGEST_PATH) return path
  throw new Error(`The data folder needs a shorter path, of at most ${LONGEST_PATH - 13} letters: ${dir}`)
}

/** Returns whether the server now listens there; false when the place is taken, by a live process or by what a dead one left. */
export function listenAt(server: Server, path: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const refuse = (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(false) : reject(error)
    server.once('error', refuse)
    server.listen(path, () => {
      server.off('error', refuse)
      if (process.platform !== 'win32') chmodSync(path, 0o600)
      resolve(true)
    })
  })
}

/** Returns a connection to whoever listens there; undefined when nobody does. */
export function connectTo(path: string): Promise<Socket | undefined> {
  return new Promise((resolve) => {
    const socket = connect(path)
    socket.once('connect', () => resolve(socket))
    socket.once('error', () => resolve(undefined))
  })
}

/**
 * Listens in place of a process that died, and returns whether it does; false when the place is taken by one that lives.
 * Only who holds the guard file removes a socket, so that two starting at once never remove each other's.
 */
export async function takeOver(server: Server, path: string): Promise<boolean> {
  const guard = `${path}.take`
  for (let attempt = 0; attempt < PATIENCE; attempt++) {
    if (await isAnswering(path)) return false
    if (makeGuard(guard)) return await replace(server, path).finally(() => rmSync(guard, { force: true }))
    await pause(PAUSE_MS)
  }
  // Who made the guard died before the next line of its program.
  rmSync(guard, { force: true })
  return makeGuard(guard) && (await replace(server, path).finally(() => rmSync(guard, { force: true })))
}

async function replace(server: Server, path: string): Promise<boolean> {
  if (await isAnswering(path)) return false
  if (process.platform !== 'win32') rmSync(path, { force: true })
  return listenAt(server, path)
}

async function isAnswering(path: string): Promise<boolean> {
  const socket = await connectTo(path)
  socket?.destroy()
  return socket !== undefined
}

function makeGuard(guard: string): boolean {
  if (process.platform === 'win32') return true
  try {
    closeSync(openSync(guard, 'wx'))
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}
