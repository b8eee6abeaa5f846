import { mkdirSync } from 'node:fs'
import { createServer, type Server, type Socket } from 'node:net'
import { DomainError } from '../../domain/errors.ts'
import { connectTo, controlPath, listenAt, takeOver } from './control-socket.ts'

/** Held for as long as the process lives; what connects to it meanwhile goes to `onConnection`. */
export interface Lock {
  /** Takes over connections to the folder's control channel; without a handler they are closed at once. */
  onConnection(handle: (socket: Socket) => void): void
  /** Ends open connections and lets the next process in. */
  release(): Promise<void>
}

/**
 * Returns the lock of the folder, which is made when missing: a control socket inside it (a named pipe on Windows).
 * A socket nobody answers at was left by a process that died, and is replaced.
 * Throws: database-in-use when another process holds it.
 */
export async function createLock(dir: string): Promise<Lock> {
  mkdirSync(dir, { recursive: true, mode: 0o700 })
  const path = controlPath(dir)
  const sockets = new Set<Socket>()
  let handle = (socket: Socket): unknown => socket.destroy()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => socket.destroy())
    handle(socket)
  })
  if (!(await listenAt(server, path)) && !(await takeOver(server, path)))
    throw new DomainError('database-in-use', { folder: dir })
  // A forgotten lock must not keep the process alive.
  server.unref()
  return {
    onConnection: (next) => {
      handle = next
    },
    release: () => {
      for (const socket of sockets) socket.destroy()
      return close(server)
    },
  }
}

/** Returns a connection to the process that holds the folder; undefined when none does. */
export const connectToHolder = (dir: string): Promise<Socket | undefined> => connectTo(controlPath(dir))

const close = (server: Server): Promise<void> =>
  new Promise((resolve, reject) => server.close((error) => (error ? reject(error) : resolve())))
