import { loadavg } from 'node:os'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { type Asker, createAsker } from '../../src/ask/index.ts'
import type { Plan, PlanLibrary } from '../../src/domain/plan.ts'
import { questionsIn, shippedLibrary } from '../ask/library.ts'
import { inStory } from '../ask/stories.ts'
import { randomFrom } from '../ask/variants.ts'
import { type BenchPart, median } from './part.ts'

const MANY_PLANS = 700
const PASSES = 5
const FIRST = 'An Bình Châu Dương Giang Hà Khê Lâm Mai Nam Phú Sơn Tân Thanh Vân Xuân'.split(' ')
const SECOND = 'Thượng Trung Hạ Đông Tây Lộc Phong Thủy Hòa Ngọc Minh Đức Long Tiến Quý Hưng'.split(' ')
const KINDS = ['huyện', 'thị xã', 'quận']
const ELSEWHERE = 50

/** Time of a question with the shipped plans and with hundreds, and what the latter take of memory. */
export const ask: BenchPart = {
  title: `Asking: the middle of ${PASSES} passes over every question of test/ask; memory of what is kept for asking`,
  run: async () => {
    const shipped = await shippedLibrary()
    const many = manyPlans(shipped)
    const random = randomFrom(1)
    return [
      measure('shipped plans', shipped),
      measure('shipped plans, in stories', shipped, (question) => inStory(question, 'vi', random)),
      measure(`${MANY_PLANS} plans`, many),
    ]
  },
}

type Row = Readonly<Record<string, string | number>>

function measure(what: string, library: PlanLibrary, write = (question: string): string => question): Row {
  const before = memoryMb()
  const start = performance.now()
  const asker = createAsker(library)
  const built = performance.now() - start
  const taken = questionsFor(library).map((question) => middleMs(asker, write(question)))
  const times = taken.map(({ ms }) => ms).toSorted((a, b) => a - b)
  const cpuTimes = taken.map(({ cpuMs }) => cpuMs).toSorted((a, b) => a - b)
  return {
    what,
    plans: library.plans.length,
    questions: times.length,
    'p50 ms': rounded(times[Math.floor(times.length / 2)]),
    'p99 ms': rounded(times[Math.floor(times.length * 0.99)]),
    'most ms': rounded(times.at(-1)),
    'p99 CPU ms': rounded(cpuTimes[Math.floor(cpuTimes.length * 0.99)]),
    load: rounded(loadavg()[0]),
    'built s': rounded(built / 1000),
    'kept MB': Math.round(memoryMb() - before),
    'process MB': Math.round(process.memoryUsage().rss / 1e6),
  }
}

setFlagsFromString('--expose-gc')
const collectGarbage: () => void = runInNewContext('gc')

function memoryMb(): number {
  collectGarbage()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return (heapUsed + arrayBuffers) / 1e6
}

/** By the clock, and of the processor alone: what else the machine does makes the first longer. */
function middleMs(asker: Asker, question: string): { readonly ms: number; readonly cpuMs: number } {
  const passes = Array.from({ length: PASSES }, () => {
    const [start, before] = [performance.now(), process.cpuUsage()]
    asker.ask(question, { today: '2026-01-15' })
    const ms = performance.now() - start
    const { user, system } = process.cpuUsage(before)
    return { ms, cpuMs: (user + system) / 1000 }
  })
  return { ms: median(passes.map(({ ms }) => ms)), cpuMs: median(passes.map(({ cpuMs }) => cpuMs)) }
}

const rounded = (figure = 0): number => Math.round(figure * 10) / 10

/** The questions of the tests, and with more plans loaded each of some of them about another place. */
function questionsFor({ plans }: PlanLibrary): readonly string[] {
  const questions = ['questions.jsonl', 'own.jsonl', 'unanswerable.jsonl']
    .flatMap(questionsIn)
    .map(({ q }) => q)
  const elsewhere = plans
    .slice(5)
    .filter((_, at) => at % Math.ceil(plans.length / ELSEWHERE) === 0)
    .map(({ shortTitle }) => `${shortTitle.vi} năm 2025 bao nhiêu trường đạt chuẩn quốc gia`)
  return [...questions, ...elsewhere]
}

function manyPlans(library: PlanLibrary): PlanLibrary {
  const made = Array.from({ length: MANY_PLANS - library.plans.length }, (_, at) => {
    const model = library.plans[at % library.plans.length]
    return model ? [anotherPlace(model, at)] : []
  })
  return { ...library, plans: [...library.plans, ...made.flat()] }
}

/** The same plan of another place: other name, number and ids, and figures of its own. */
function anotherPlace(plan: Plan, at: number): Plan {
  const name = [FIRST[at % 16], SECOND[(at >> 4) % 16], at > 255 ? FIRST[(at >> 8) % 16] : '']
    .join(' ')
    .trim()
  const code = `G${at}`
  const unit = `${KINDS[at % KINDS.length]} ${name}`
  const ofPlace = <T extends { readonly id: string }>(list: readonly T[]): T[] =>
    list.map((one) => ({ ...one, id: `${code}-${one.id}` }))
  return {
    ...plan,
    key: `${1000 + at}/KH-UBND`,
    code,
    shortTitle: { vi: name, en: name },
    aliases: [name, unit],
    unit: code,
    units: [{ code, name: unit, kind: 'district' }],
    targets: ofPlace(plan.targets).map((target) => ({
      ...target,
      keywords: [...target.keywords, `${target.label.vi} ${name}`],
    })),
    duties: ofPlace(plan.duties).map((duty) => ({
      ...duty,
      keywords: [...duty.keywords, `việc ${at} của ${name}`],
    })),
    facts: ofPlace(plan.facts),
  }
}
