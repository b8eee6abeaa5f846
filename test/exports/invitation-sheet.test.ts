import { SaxesParser } from 'saxes'
import { expect, it } from 'vitest'
import { createInvitationSheet } from '../../src/exports/invitation-sheet.ts'
import { readZip } from '../../src/exports/xlsx/read-zip.ts'
import { createTexts } from '../../src/i18n/texts.ts'
import type { InvitationCard } from '../../src/usecases/ports.ts'

const cards = Array.from(
  { length: 130 },
  (_, index): InvitationCard => ({
    role: 'principal',
    unitName: `Trường <A> & B ${index}`,
    forName: `Nguyễn\u0007 Thị ${index}`,
    link: `https://t.me/chitieu_bot?start=${String(index).padStart(22, 'x')}`,
    expiresOn: '2026-12-12',
  }),
)
const sheet = createInvitationSheet(await createTexts())
const partsOf = (bytes: Uint8Array) => readZip(bytes, () => true, { entries: 500, inflatedBytes: 10_000_000 })

it('is a Word file: every part it names is there, and all of it is XML', async () => {
  const parts = partsOf(await sheet('Quảng Yên', cards, 'vi'))
  const texts = [...parts].filter(([name]) => !name.endsWith('.png'))
  for (const [, content] of texts) new SaxesParser({ xmlns: true }).write(content.toString('utf8')).close()
  const of = (name: string) => parts.get(name)?.toString('utf8') ?? ''
  const targets = [...of('word/_rels/document.xml.rels').matchAll(/Target="([^"]+)"/g)].map(
    ([, name]) => name,
  )
  expect(targets.filter((name) => !parts.has(`word/${name}`))).toEqual([])
  const shown = [...of('word/document.xml').matchAll(/r:embed="(rId\d+)"/g)].map(([, id]) => id)
  expect(shown).toHaveLength(cards.length)
  expect(new Set(shown.filter((id) => of('word/_rels/document.xml.rels').includes(`Id="${id}"`))).size).toBe(
    130,
  )
  expect(of('word/document.xml')).toContain('Trường &lt;A&gt; &amp; B 7<')
  expect(of('word/document.xml')).toContain('Hiệu trưởng – Nguyễn Thị 129<')
})

it('gives each person a picture of their own', async () => {
  const pictures = [...partsOf(await sheet('Quảng Yên', cards, 'vi'))].filter(([name]) =>
    name.endsWith('.png'),
  )
  expect(new Set(pictures.map(([, bytes]) => bytes.toString('base64'))).size).toBe(130)
})
