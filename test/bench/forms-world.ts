import { systemScope } from '../../src/domain/access.ts'
import type { Form } from '../../src/domain/form.ts'
import { openDatabase } from '../../src/store/database.ts'
import { loadPlans } from '../../src/usecases/load-plans.ts'
import { readShippedPacks } from '../support/demo.ts'

const NOW = new Date('2026-12-07T03:00:00Z')
const SECTIONS = 12
const IN_SECTION = 8

export const LONG_FORM = 'qy-long'
/** Questions of the long form. */
export const QUESTIONS = SECTIONS * IN_SECTION
export const personOf = (place: number): number => 7_000_000 + place
export const schoolOf = (place: number): string => `QY-BENCH-${place}`

/** Fills an empty database with a plan that has a form of many questions, and with schools, each with a principal. */
export async function fillBenchWorld(
  at: { readonly dataDir: string; readonly url?: string },
  people: number,
): Promise<void> {
  const database = await openDatabase({ ...at, today: () => '2026-12-07' })
  try {
    await loadLongForm(database)
    const reporting = { governance: 'QY', reporting: 'QY' }
    const places = Array.from({ length: people }, (_, place) => place)
    await database.units.save(
      places.map((place) => ({
        ...{ code: schoolOf(place), name: `Trường ${place}`, kind: 'school', levels: ['preschool'] },
        ...{ validFrom: '2020-01-01', ...reporting },
      })),
    )
    for (const place of places) {
      const name = `Hiệu trưởng ${place}`
      const { id } = await database.people.upsert({ telegramUserId: personOf(place), name, locale: 'vi' })
      const unit = await database.units.findByCode(systemScope, schoolOf(place))
      if (!unit) throw new Error('the school was not saved')
      await database.people.setConsent(id, NOW, true)
      await database.people.grant(id, 'principal', unit.id, '2024-01-01', 'active')
    }
  } finally {
    await database.close()
  }
}

/** The shipped plans; the first form of Quảng Yên has a twin of many questions. */
async function loadLongForm(database: Parameters<typeof loadPlans>[0]['database']): Promise<void> {
  const { catalogue, plans } = await readShippedPacks()
  const model = catalogue.elements.find(({ code }) => code === 'drowning-victims')
  if (!model) throw new Error('there is no element to copy')
  const elements = Array.from({ length: QUESTIONS }, (_, place) => ({ ...model, code: `long-${place}` }))
  const sections = Array.from({ length: SECTIONS }, (_, section): Form['sections'][number] => ({
    ...{ id: `part-${section}`, title: { vi: `Phần ${section + 1}`, en: `Part ${section + 1}` }, levels: [] },
    questions: elements
      .slice(section * IN_SECTION, (section + 1) * IN_SECTION)
      .map(({ code }) => ({ id: code, elements: [code], isLate: false })),
  }))
  const longer = plans.map((plan) => {
    const [form] = plan.forms
    return plan.code === 'QY' && form
      ? { ...plan, forms: [...plan.forms, { ...form, code: LONG_FORM, sections }] }
      : plan
  })
  const packs = { catalogue: { ...catalogue, elements: [...catalogue.elements, ...elements] }, plans: longer }
  const checksums = Object.fromEntries(
    ['catalogue', ...longer.map(({ code }) => code)].map((code) => [code, code]),
  )
  await loadPlans({ database, clock: { now: () => NOW } }, 'cli', { ...packs, checksums })
}
