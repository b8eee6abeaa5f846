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

it('is a Word file that shows each card, whatever is in a name', async () => {
  const parts = partsOf(await sheet('Quảng Yên', cards, 'vi'))
  const document = parts.get('word/document.xml')?.toString('utf8') ?? ''
  new SaxesParser({ xmlns: true }).write(document).close()
  expect(document.match(/r:embed="rId/g)).toHaveLength(cards.length)
  expect(document).toContain('Trường &lt;A&gt; &amp; B 7<')
  expect(document).toContain('Hiệu trưởng – Nguyễn Thị 129<')
})

it('gives each person a picture of their own', async () => {
  const pictures = [...partsOf(await sheet('Quảng Yên', cards, 'vi'))].filter(([name]) =>
    name.endsWith('.png'),
  )
  expect(new Set(pictures.map(([, bytes]) => bytes.toString('base64'))).size).toBe(130)
})
