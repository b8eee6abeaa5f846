import { systemScope } from '../../src/domain/access.ts'
import type { OrgUnitId, PersonId } from '../../src/domain/brand.ts'
import { addDays, type LocalDate, toLocalDate } from '../../src/domain/local-date.ts'
import { getPeriod } from '../../src/domain/period.ts'
import type { SeededRandom } from '../../src/domain/seeded-random.ts'
import type { NewUnit, UnitWish } from '../../src/domain/unit-change.ts'
import { changeUnits, undoUnits } from '../../src/usecases/change-units.ts'
import type { Database } from '../../src/usecases/ports.ts'
import { TIME_ZONE } from './demo.ts'
import { UnitModel } from './unit-model.ts'

const NOW = new Date('2027-01-15T03:00:00Z')
const BEGIN = '2025-01-01'
/** Each with the day on which who reports is counted. */
export const COUNTED = [
  ['2025-H1', '2025-06-19'],
  ['2025', '2025-12-19'],
  ['2026-H1', '2026-06-19'],
  ['2026', '2026-12-19'],
] as const

/** A tree that changes at random over two years: the same changes in the database and in the plain model. */
export class UnitPlay {
  readonly model: UnitModel
  readonly #database: Database
  readonly #random: SeededRandom
  /** School, period and pupils of every report. */
  readonly #reports: { readonly unit: string; readonly of: string; readonly count: number }[] = []
  #made = 0

  private constructor(database: Database, random: SeededRandom) {
    this.#database = database
    this.#random = random
    this.model = new UnitModel(BEGIN, {
      P: undefined,
      ...Object.fromEntries(['C1', 'C2', 'C3'].map((code) => [code, 'P'])),
      ...Object.fromEntries(Array.from({ length: 9 }, (_, index) => [`S${index}`, `C${(index % 3) + 1}`])),
    })
  }

  /** Plays so many changes, then hands in a report for every school of every period. */
  static async run(database: Database, random: SeededRandom, changes: number): Promise<UnitPlay> {
    const play = new UnitPlay(database, random)
    await database.units.save(
      [...play.model.today].map(([code, reporting]) => ({
        ...describe(code),
        validFrom: BEGIN,
        ...(reporting !== undefined && { reporting, governance: reporting }),
      })),
    )
    let on = toLocalDate(BEGIN)
    for (let done = 0; done < changes; done++) {
      on = addDays(on, 1 + Math.floor(random.next() * (690 / changes)))
      await play.#change(on)
    }
    await play.#report()
    return play
  }

  /** What a plain addition gives for the unit: sum, reports. */
  expected(unit: string, of: string, on: string, view: 'then' | 'now'): readonly [number, number] {
    const counted = this.model.counted(unit, on, view).filter((code) => code.startsWith('S'))
    const sum = this.#reports
      .filter((report) => report.of === of && counted.includes(report.unit))
      .reduce((total, { count }) => total + count, 0)
    return [sum, counted.length]
  }

  /** Adds up every unit above the schools in both views; returns what is not as the plain addition has it. */
  async findWrong(): Promise<readonly string[]> {
    const wrong: string[] = []
    const above = [...this.model.today.keys()].filter((each) => !each.startsWith('S'))
    const units = await this.#database.units.findByCodes(systemScope, above)
    for (const { id, code } of units)
      for (const [of, on] of COUNTED)
        for (const view of ['then', 'now'] as const) {
          const [found, plain] = [await this.#read(id, of, on, view), this.expected(code, of, on, view)]
          if (String(found) !== String(plain)) wrong.push(`${code} ${of} ${view}: ${found}, not ${plain}`)
        }
    if (units.length !== above.length) wrong.push(`${units.length} units, not ${above.length}`)
    return wrong
  }

  async #read(
    unit: OrgUnitId,
    of: string,
    on: string,
    view: 'then' | 'now',
  ): Promise<readonly [number, number]> {
    const school = { kind: 'school' as const, period: getPeriod(of), on }
    const specs = [{ key: 'p', kind: 'ratio', numerator: ['pupils'], denominator: [] }] as const
    const { totals } = this.#database
    const [[sum] = []] = await totals.sums(systemScope, { unit, view, asked: [{ ...school, specs }] })
    const asked = [{ ...school, form: 'f', levels: [] }]
    const [[count] = []] = await totals.counts(systemScope, { unit, view, asked })
    return [Number(sum?.numerator ?? 0), count?.reported ?? 0]
  }

  async #change(on: LocalDate): Promise<void> {
    const wish = this.#wish(on)
    if (!wish) return
    const deps = { database: this.#database, clock: { now: () => NOW }, timeZone: TIME_ZONE }
    const { id } = await changeUnits(deps, 'cli', wish, { apply: true })
    if (this.#random.next() < 0.15) {
      await undoUnits(deps, 'cli', id)
      if (this.#random.next() < 0.5) return
      await changeUnits(deps, 'cli', wish, { apply: true })
    }
    this.#note(wish)
  }

  #pick<Item>(items: readonly Item[]): Item | undefined {
    return items[Math.floor(this.#random.next() * items.length)]
  }

  #alive(letter: string): readonly string[] {
    return [...this.model.today.keys()].filter((code) => code.startsWith(letter))
  }

  #fresh(letter: string): NewUnit {
    this.#made += 1
    return describe(`${letter}n${this.#made}`)
  }

  #wish(on: LocalDate): UnitWish | undefined {
    const letter = this.#random.next() < 0.6 ? 'S' : 'C'
    const [one, other] = [this.#pick(this.#alive(letter)), this.#pick(this.#alive(letter))]
    const parents = this.model.today
    if (one === undefined || other === undefined) return undefined
    const luck = this.#random.next()
    if (luck < 0.3) {
      const to = this.#pick(letter === 'S' ? this.#alive('C') : ['P', ...this.#alive('C')])
      if (to === undefined || to === one || parents.get(one) === to || this.#isBelow(to, one))
        return undefined
      return { kind: 'move', on, unit: one, links: ['reporting', 'governance'], to }
    }
    if (luck < 0.45 && one !== other && !this.#isBelow(one, other) && !this.#isBelow(other, one))
      return { kind: 'succeed', on, from: [one, other], into: [this.#fresh(letter)] }
    const isDeepBelow = this.#isBelow(other, one) && parents.get(other) !== one
    if (luck < 0.6 && one !== other && !isDeepBelow)
      return { kind: 'succeed', on, from: [one], into: [other] }
    if (luck < 0.75) return { kind: 'succeed', on, from: [one], into: [one, this.#fresh(letter)] }
    if (luck < 0.85) {
      const into = [this.#fresh(letter), this.#fresh(letter)] as const
      return { kind: 'succeed', on, from: [one], into, heirs: { [one]: into[1].code } }
    }
    if (luck < 0.92) return [...parents.values()].includes(one) ? undefined : { kind: 'close', on, unit: one }
    const reporting = this.#pick(letter === 'S' ? this.#alive('C') : ['P'])
    return reporting === undefined ? undefined : { kind: 'add', on, unit: this.#fresh(letter), reporting }
  }

  #isBelow(code: string, above: string): boolean {
    let at: string | undefined = code
    while (at !== undefined && at !== above) at = this.model.today.get(at)
    return at === above
  }

  #note(wish: UnitWish): void {
    const { model } = this
    if (wish.kind === 'move') model.move(wish.on, wish.unit, wish.to)
    if (wish.kind === 'close') model.close(wish.on, wish.unit)
    if (wish.kind === 'add') model.add(wish.on, wish.unit.code, wish.reporting)
    if (wish.kind !== 'succeed') return
    const [first = ''] = wish.from
    const parent = model.today.get(first) ?? ''
    const into = wish.into.map((each) => (typeof each === 'string' ? each : each.code))
    for (const each of wish.into) if (typeof each !== 'string') model.add(wish.on, each.code, parent)
    for (const from of wish.from)
      if (!into.includes(from)) model.end(wish.on, from, wish.heirs?.[from] ?? into[0] ?? '')
  }

  async #report(): Promise<void> {
    const rows = COUNTED.flatMap(([of, on]) =>
      this.model
        .alive(on)
        .filter((code) => code.startsWith('S'))
        .map((unit) => ({ unit, of, count: 1 + Math.floor(this.#random.next() * 1000) })),
    )
    this.#reports.push(...rows)
    const codes = [...new Set(rows.map(({ unit }) => unit))]
    const units = new Map(
      (await this.#database.units.findByCodes(systemScope, codes)).map(({ code, id }) => [code, id]),
    )
    const by = 'p' as PersonId
    await this.#database.submissions.importAll(
      rows.flatMap(({ unit: code, of, count }) => {
        const unit = units.get(code)
        if (unit === undefined) throw new Error(`no unit ${code}`)
        return {
          ...{ form: 'f', formVersion: 1, unit, period: getPeriod(of), state: 'accepted' as const, at: NOW },
          answers: [{ element: 'pupils', value: { kind: 'count' as const, count }, by, at: NOW }],
          revision: {
            ...{ submittedBy: by, submittedAt: NOW, source: 'chat' as const, receipt: `${code} ${of}` },
            isCounted: true,
            reviews: [
              { outcome: 'submitted', by, at: NOW },
              { outcome: 'accepted', by, at: NOW },
            ],
          },
        }
      }),
    )
  }
}

const describe = (code: string): NewUnit => ({
  code,
  name: `Đơn vị ${code}`,
  kind: code === 'P' ? 'province' : code.startsWith('C') ? 'commune' : 'school',
  levels: code.startsWith('S') ? ['primary'] : [],
})
