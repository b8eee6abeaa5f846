import { randomUUID } from 'node:crypto'
import pg from 'pg'

export interface ServerDatabase {
  readonly url: string
  drop(): Promise<void>
}

/** Returns a database of one's own on the server of TEST_DATABASE_URL, a copy of `template`. Throws without such a server. */
export async function createServerDatabase(template: string): Promise<ServerDatabase> {
  const name = `chi_tieu_${randomUUID().replaceAll('-', '')}`
  await onServer(`CREATE DATABASE ${name} TEMPLATE ${template}`)
  return {
    url: databaseOn(serverUrl(), name),
    drop: () => onServer(`DROP DATABASE ${name} WITH (FORCE)`),
  }
}

/** Returns the address of another database of the same server. */
export function databaseOn(server: string, name: string): string {
  const url = new URL(server)
  url.pathname = `/${name}`
  return url.href
}

export async function onServer(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl() })
  await client.connect()
  await client.query(sql).finally(() => client.end())
}

function serverUrl(): string {
  const server = process.env.TEST_DATABASE_URL
  if (server === undefined) throw new Error('TEST_DATABASE_URL is not set')
  return server
}
