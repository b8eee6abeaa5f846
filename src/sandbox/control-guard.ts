import type { FastifyRequest } from 'fastify'

const LOOPBACK_NAMES = ['127.0.0.1', 'localhost', '[::1]']

/** Tells whether a host name to listen on stays on this machine. */
export const isLoopbackHost = (host: string): boolean => ['127.0.0.1', 'localhost', '::1'].includes(host)

/**
 * Tells why a request may not drive the sandbox; undefined when it may.
 * Only this machine, by a loopback name (no rebinding), and no page of another origin.
 */
export function findTrespass(request: FastifyRequest): string | undefined {
  const address = request.raw.socket.remoteAddress ?? ''
  if (!/^(?:::ffff:)?127\.|^::1$/.test(address)) return 'only this machine may drive the sandbox'
  const port = request.raw.socket.localPort
  const names = LOOPBACK_NAMES.map((name) => `${name}:${port}`)
  if (!names.includes(request.headers.host ?? '')) return 'unknown Host'
  const { origin } = request.headers
  const isOwnOrigin = origin === undefined || names.some((name) => origin === `http://${name}`)
  return isOwnOrigin ? undefined : 'foreign Origin'
}
