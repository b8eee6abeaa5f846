/** `npm run bench -- PART`: each part prints a table of its own; all of them when none is named. */
import type { BenchPart } from './part.ts'

const PARTS: Readonly<Record<string, () => Promise<BenchPart>>> = {
  ask: async () => (await import('./ask.ts')).ask,
  digest: async () => (await import('./digest.ts')).digest,
  forms: async () => (await import('./forms.ts')).forms,
  outbox: async () => (await import('./outbox.ts')).outbox,
  roster: async () => (await import('./roster.ts')).roster,
  sheet: async () => (await import('./sheet.ts')).sheet,
  start: async () => (await import('./start.ts')).start,
}

const wanted = process.argv.slice(3)
const unknown = wanted.find((name) => !(name in PARTS))
if (unknown !== undefined) {
  console.error(`There is no part ${unknown}. Parts: ${Object.keys(PARTS).join(', ')}`)
  process.exit(1)
}
for (const [name, load] of Object.entries(PARTS)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  const { title, run } = await load()
  console.log(`\n${title}`)
  console.table(await run())
}
process.exit(0)
