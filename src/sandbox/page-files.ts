import { readdirSync, readFileSync } from 'node:fs'
import { extname } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { findTrespass } from './control-guard.ts'

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
}
/** Two levels up from src/sandbox and from dist/sandbox alike; the compiler copies no page. */
const PAGE = new URL('../../src/sandbox/page/', import.meta.url)
const POLICY =
  "default-src 'self'; img-src 'self' blob: data:; style-src 'self'; frame-ancestors 'none'; base-uri 'none'"

/** Serves the web chat at `/`, only to this machine. */
export function registerPage(app: FastifyInstance): void {
  const names = readdirSync(PAGE).filter((name) => extname(name) in TYPES)
  for (const name of names) {
    app.get(name === 'index.html' ? '/' : `/page/${name}`, async (request, reply) => {
      const trespass = findTrespass(request)
      if (trespass !== undefined) return await reply.code(403).send({ error: trespass })
      reply.header('content-security-policy', POLICY).header('cache-control', 'no-cache')
      return await reply.type(TYPES[extname(name)] ?? '').send(readFileSync(new URL(name, PAGE)))
    })
  }
}
