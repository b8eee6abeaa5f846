import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { AUDIT_ACTIONS, isAuditAction } from '../../src/domain/audit-action.ts'
import { LOCALES } from '../../src/domain/text.ts'
import { renderAction } from '../../src/i18n/audit-text.ts'
import { createTexts } from '../../src/i18n/texts.ts'

const SOURCE = fileURLToPath(new URL('../../src', import.meta.url))
const texts = await createTexts()

it.each(LOCALES)('each thing the audit tells of has words of its own: %s', (locale) => {
  const words = AUDIT_ACTIONS.map((action) => renderAction(texts.for(locale), action))
  expect(words.filter((text) => !/^\p{L}[\p{L}’ ]+$/u.test(text))).toEqual([])
  expect(words.filter((text, at) => words.indexOf(text) !== at)).toEqual([])
})

/** The compiler holds `append` to the list; what is written by SQL it cannot see. */
it('nothing else is written down, by a statement neither', () => {
  const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && !file.startsWith(join('store', 'client')),
  )
  const writers = files.filter((file) =>
    /INSERT INTO "AuditEvent"|auditEvent\.(create|upsert|update)/.test(
      readFileSync(join(SOURCE, file), 'utf8'),
    ),
  )
  expect(writers.sort()).toEqual(['store/audit.ts', 'store/backup/restore-backup.ts'])
  const restoring = readFileSync(join(SOURCE, 'store/backup/restore-backup.ts'), 'utf8')
  const written = [...restoring.matchAll(/'(database\.[a-z-]+)'/g)].map(([, action = '']) => action)
  expect(written.length).toBeGreaterThan(1)
  expect(written.filter((action) => !isAuditAction(action))).toEqual([])
})
