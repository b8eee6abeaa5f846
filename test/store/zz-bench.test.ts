import { mkdtempSync, rmSync } from 'node:fs'
import { test } from 'vitest'
import { openDatabase } from '../../src/store/database.ts'
import { systemScope } from '../../src/domain/access.ts'
import { AT, period } from '../support/store-world.ts'
test('bench', async () => {
  const dir = mkdtempSync('/tmp/bench-')
  const url = process.env.BENCH_URL
  const db = await openDatabase({ ...(url ? { url } : {}), dataDir: dir, today: () => '2026-11-22' })
  const n = 600, e = 60
  const t0 = performance.now()
  await db.units.save([{ code: 'P', name: 'P', kind: 'province', levels: [], validFrom: '2025-01-01' },
    ...Array.from({ length: n }, (_, i) => ({ code: `S${i}`, name: `Trường ${i}`, kind: 'school' as const, levels: ['primary' as const], validFrom: '2025-01-01', reporting: 'P' }))])
  console.log('save units', performance.now() - t0)
  const p = (await db.units.findByCode(systemScope, 'P'))!
  const list = await db.units.listBelow(systemScope, p.id, '2026-06-01')
  const t1 = performance.now()
  for (const per of ['2024','2025', '2026'])
  await db.submissions.importAll(list.map((u, i) => ({ form: 'F', formVersion: 1, unit: u.id, period: period(per), state: 'accepted' as const, at: AT,
    answers: Array.from({ length: e }, (_, k) => ({ element: `e${k}`, value: { kind: 'count' as const, count: k + i }, by: 'x' as never, at: AT })),
    revision: { submittedBy: 'x' as never, submittedAt: AT, source: 'chat' as const, receipt: `R${per}${i}`, isCounted: true, reviews: [] } })))
  console.log('import', performance.now() - t1)
  const specs = Array.from({ length: 40 }, (_, k) => ({ key: `k${k}`, kind: 'ratio' as const, numerator: [`e${k}`], denominator: [`e${k + 1}`, `e${k + 2}`] }))
  for (let r = 0; r < 4; r++) {
    const t = performance.now()
    await db.totals.sums(systemScope, { unit: p.id, kind: 'school', period: period('2026'), on: '2026-12-31', specs })
    const t2 = performance.now()
    await db.totals.counts(systemScope, { unit: p.id, kind: 'school', form: 'F', levels: [], period: period('2026'), on: '2026-12-31' })
    const t3 = performance.now()
    await db.submissions.lastValues(list[7]!.id, specs.map((s) => s.numerator[0]!), period('2027'))
    console.log('sums', t2 - t, 'counts', t3 - t2, 'last', performance.now() - t3)
  }
  const s = await db.submissions.open(systemScope, { form: 'G', formVersion: 1, unit: list[0]!.id, period: period('2026') }, AT)
  const N = 300
  const t4 = performance.now()
  for (let i = 0; i < N; i++) await db.conversations.openUpdate({ updateId: i, key: 'a', telegramUserId: 1 }, 'me', AT)
  const t5 = performance.now()
  for (let i = 0; i < N; i++) {
    const r = await db.conversations.commitStep({ key: 'a', updateId: i, expectedRevision: i, formVersion: 1, submission: s.id, conversation: { form: 'G', version: 1, state: { log: 'x'.repeat(3000) }, submission: s.id }, answers: [{ element: `e${i % 9}`, value: { kind: 'count', count: i }, by: 'x' as never, at: AT }] }, 'me', AT)
    if (r !== 'committed') throw new Error(r)
  }
  console.log('open ms', (t5 - t4) / N, 'commit ms', (performance.now() - t5) / N)
  await db.maintenance()
  console.log('rss MB', process.memoryUsage().rss / 1e6)
  await db.close(); rmSync(dir, { recursive: true })
}, 200000)
