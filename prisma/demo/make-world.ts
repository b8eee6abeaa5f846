/**
 * Writes world.json beside this file: `npx jiti prisma/demo/make-world.ts`. Same input, same file; a test holds the two together.
 */
import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { createSeededRandom } from '../../src/domain/seeded-random.ts'
import { OFFICE, type Part, PRINCIPALS, STAFF } from './cast.ts'
import { createNames } from './names.ts'
import { makeReports } from './reports.ts'
import { type MadeUnit, makeUnits } from './units.ts'

const FIRST_PERSON = 5_200_001
const LEADERS_GROUP = -1_002_000_000_002
const PRINCIPALS_GROUP = -1_002_000_000_001

interface MadePerson {
  readonly telegramId: number
  readonly name: string
  readonly part: Part
}

/** Returns the demo world: what the sandbox shows (people, groups, dates) and what the bot starts from (units, roles, reports). */
export function makeWorld() {
  const random = createSeededRandom('quang-yen-2026')
  const units = makeUnits()
  const schools = units.filter((unit) => unit.kind === 'school')
  const people = castPeople(schools, createNames(random))
  const communes = units.filter((unit) => unit.kind === 'commune').map(codeOf)
  const absent = schools.map(codeOf).filter((code) => isInvited(PRINCIPALS[code]))
  return {
    startsAt: '2026-12-07T06:40:00+07:00',
    bot: { id: 4_200_001, username: 'chitieu_demo_bot', first_name: 'Chỉ Tiêu – Giáo dục Quảng Yên' },
    dueDates: DUE_DATES,
    persons: people.map(showPerson),
    groups: makeGroups(people),
    units,
    roles: people.map(showRole),
    linkedGroups: [{ chatId: PRINCIPALS_GROUP, unit: 'QY' }],
    reports: makeReports({ schools: schools.map(codeOf), communes, absent }, random),
  }
}

const DUE_DATES = [
  {
    at: '2026-12-07T07:00:00+07:00',
    label: { vi: 'Bản tin tuần, thứ Hai 07:00', en: 'Weekly digest, Monday 07:00' },
  },
  {
    at: '2026-12-11T09:00:00+07:00',
    label: { vi: 'Một tuần trước hạn biểu năm', en: 'A week before the yearly form is due' },
  },
  { at: '2026-12-14T07:00:00+07:00', label: { vi: 'Bản tin tuần sau', en: 'Next weekly digest' } },
  {
    at: '2026-12-19T09:00:00+07:00',
    label: { vi: 'Ngày cuối nộp biểu năm', en: 'Last day of the yearly form' },
  },
  { at: '2026-12-30T00:00:00+07:00', label: { vi: 'Biểu năm đã khóa', en: 'The yearly form is locked' } },
]

const codeOf = ({ code }: MadeUnit): string => code

const isInvited = (part: Pick<Part, 'entry'> | undefined): boolean =>
  part?.entry === 'phone' || part?.entry === 'officer'

function castPeople(
  schools: readonly MadeUnit[],
  draw: (womenShare: number) => string,
): readonly MadePerson[] {
  const parts = [...OFFICE, ...schools.map(principalOf), ...STAFF]
  return parts.map((part, index) => ({
    telegramId: FIRST_PERSON + index,
    name: draw(part.womenShare ?? 0.5),
    part,
  }))
}

const principalOf = (school: MadeUnit): Part => ({
  role: 'principal',
  unit: school.code,
  womenShare: school.levels.includes('preschool') ? 1 : 0.55,
  note: { vi: `Hiệu trưởng ${school.name}.`, en: `Principal of ${school.name}.` },
  ...PRINCIPALS[school.code],
})

/** No subscriber has a number beginning with these zeros. */
const phoneOf = (telegramId: number): string => `+840000${String(telegramId).slice(-5)}`

const tokenOf = (telegramId: number): string =>
  createHash('sha256').update(`demo:${telegramId}`).digest().subarray(0, 16).toString('base64url')

const showPerson = ({ telegramId, name, part }: MadePerson) => ({
  telegramId,
  firstName: name,
  language: 'vi',
  phone: phoneOf(telegramId),
  note: part.note,
  featured: part.isFeatured ?? false,
  ...(isInvited(part) ? { startToken: tokenOf(telegramId) } : {}),
  ...(isInvited(part) ? {} : { isStarted: true }),
})

const showRole = ({ telegramId, part }: MadePerson) => ({
  telegramId,
  role: part.role,
  unit: part.unit,
  state: isInvited(part) ? 'invited' : 'registered',
  ...(isInvited(part) ? { isPhoneOnRoster: part.entry === 'phone' } : {}),
})

function makeGroups(people: readonly MadePerson[]) {
  const ids = (wanted: (part: Part) => boolean): number[] =>
    people.filter(({ part }) => wanted(part) && !isInvited(part)).map(({ telegramId }) => telegramId)
  const office = ids(({ role, unit }) => role === 'officer' && unit === 'QY')
  const admins = ids(({ role }) => role === 'admin')
  const leaders = ids(({ role }) => role === 'leader')
  const principals = ids(({ role }) => role === 'principal')
  const group = { type: 'supergroup', hasBot: true }
  return [
    {
      chatId: PRINCIPALS_GROUP,
      title: 'Hiệu trưởng – Giáo dục Quảng Yên',
      ...group,
      members: [...office, ...admins, ...leaders, ...principals],
      admins: office,
    },
    {
      chatId: LEADERS_GROUP,
      title: 'Lãnh đạo giáo dục Quảng Yên',
      ...group,
      members: [...admins, ...office, ...leaders],
      admins: [...admins, ...office.slice(0, 1)],
    },
  ]
}

/** JSON with one line for each person, unit and so on, so that a change reads well in a diff. */
export function writeWorld(world: object): string {
  const fields = Object.entries(world).map(([name, value]) =>
    Array.isArray(value)
      ? `  ${JSON.stringify(name)}: [\n${value.map((item) => `    ${JSON.stringify(item)}`).join(',\n')}\n  ]`
      : `  ${JSON.stringify(name)}: ${JSON.stringify(value)}`,
  )
  return `{\n${fields.join(',\n')}\n}\n`
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  writeFileSync(new URL('world.json', import.meta.url), writeWorld(makeWorld()))
