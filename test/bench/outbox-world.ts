import { openHouse } from '../../src/app.ts'
import { readConfig } from '../../src/config.ts'
import { systemScope } from '../../src/domain/access.ts'
import type { OrgUnitInput } from '../../src/usecases/ports.ts'

const NOW = new Date('2026-12-06T00:00:00Z')
const FIRST_PERSON = 7_000_000
const FIRST_GROUP = -500_000

/** A school and the private chat of its principal. */
export interface School {
  readonly chat: number
  readonly unit: string
  readonly code: string
}

export const clusterOf = (place: number): string => `QY-C${place}`
export const groupOf = (place: number): number => FIRST_GROUP - place

/** Fills an empty database: clusters with a linked group each, schools in them with a principal each. Returns the schools. */
export async function fillOutboxWorld(
  where: { readonly DATA_DIR: string } | { readonly DATABASE_URL: string },
  clusters: number,
  schools: number,
): Promise<readonly School[]> {
  const config = readConfig({
    BOT_TOKEN: '4200001:bench-bench-bench-bench-bench',
    ...where,
    LOG_LEVEL: 'silent',
  })
  const { database } = await openHouse(config, { clock: { now: () => NOW } })
  try {
    await database.units.save(listUnits(clusters, schools))
    const found: School[] = []
    for (let place = 0; place < schools; place++) {
      const unit = await database.units.findByCode(systemScope, schoolOf(place))
      if (!unit) throw new Error('a school was not saved')
      const chat = FIRST_PERSON + place
      const { id } = await database.people.upsert({
        telegramUserId: chat,
        name: `Hiệu trưởng ${place}`,
        locale: 'vi',
      })
      await database.people.setConsent(id, NOW, true)
      await database.people.grant(id, 'principal', unit.id, '2024-01-01', 'active')
      found.push({ chat, unit: unit.id, code: unit.code })
      const cluster = place < clusters && (await database.units.findByCode(systemScope, clusterOf(place)))
      if (!cluster) continue
      await database.groups.see(groupOf(place), `Nhóm ${place}`, NOW)
      await database.groups.link(systemScope, groupOf(place), cluster.id, id, NOW)
    }
    return found
  } finally {
    await database.close()
  }
}

const schoolOf = (place: number): string => `QY-S${place}`

const listUnits = (clusters: number, schools: number): readonly OrgUnitInput[] => [
  ...Array.from({ length: clusters }, (_, place) => ({
    ...{ code: clusterOf(place), name: `Cụm ${place}`, kind: 'cluster' as const, levels: [] },
    ...{ validFrom: '2020-01-01', governance: 'QY', reporting: 'QY' },
  })),
  ...Array.from({ length: schools }, (_, place) => ({
    ...{ code: schoolOf(place), name: `Trường ${place}`, kind: 'school' as const },
    ...{ levels: ['preschool' as const], validFrom: '2020-01-01' },
    ...{ governance: clusterOf(place % clusters), reporting: clusterOf(place % clusters) },
  })),
]
