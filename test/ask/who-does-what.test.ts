import { beforeAll, describe, expect, it } from 'vitest'
import { type Asker, createAsker } from '../../src/ask/index.ts'
import type { Plan, PlanLibrary } from '../../src/domain/plan.ts'
import { shippedLibrary } from './library.ts'

const TODAY = '2026-01-15'

let library: PlanLibrary
let asker: Asker
beforeAll(async () => {
  library = await shippedLibrary()
  asker = createAsker(library)
})

const told = (question: string): string => asker.ask(question, { today: TODAY }).text

describe('the day a report is due, by who sends it', () => {
  const OFFICE = ['Phòng GD&ĐT Quảng Yên', 'phòng giáo dục Quảng Yên', 'PGD QY', 'phòng gd thị xã quảng yên']
  const SCHOOLS = [
    'các trường ở Quảng Yên',
    'trường em ở Quảng Yên',
    'các xã phường Quảng Yên',
    'đơn vị em ở QY',
  ]
  const HALF = ['báo cáo 6 tháng', 'báo cáo nửa năm', 'bc sơ kết 6 tháng đầu năm', 'báo cáo giữa năm']
  const YEAR = ['báo cáo năm', 'báo cáo tổng kết cả năm', 'bc cuối năm', 'báo cáo hằng năm']
  const ASKED: readonly ((who: string, report: string) => string)[] = [
    (who, report) => `${who} phải gửi ${report} lên UBND thị xã chậm nhất khi nào?`,
    (who, report) => `${who} nộp ${report} trước ngày mấy`,
    (who, report) => `hạn ${who} nộp ${report} là ngày nào ạ`,
    (who, report) => `${report} của ${who} hạn chót là hôm nào`,
    (who, report) => `khi nào ${who} phải có ${report}`,
    (who, report) => `${who} còn bao nhiêu ngày để nộp ${report}`,
  ]
  const DAYS = ['20/6', '20/12', '30/6', '30/12']

  it.each([
    { name: 'half a year, the office', senders: OFFICE, reports: HALF, day: '30/6' },
    { name: 'a year, the office', senders: OFFICE, reports: YEAR, day: '30/12' },
    { name: 'half a year, schools', senders: SCHOOLS, reports: HALF, day: '20/6' },
    { name: 'a year, schools', senders: SCHOOLS, reports: YEAR, day: '20/12' },
  ])('$name', ({ senders, reports, day }) => {
    const questions = senders.flatMap((who) =>
      reports.flatMap((report) => ASKED.map((ask) => ask(who, report))),
    )
    const wrong = questions.filter((question) => {
      const text = told(question)
      return DAYS.some((one) => text.includes(`trước ngày ${one} `) !== (one === day))
    })
    expect(wrong).toEqual([])
  })
})

describe('a day that is said of a report', () => {
  const ASKED: readonly ((who: string, day: string) => string)[] = [
    (who, day) => `${who} nộp báo cáo năm ngày ${day} là kịp phải không`,
    (who, day) => `báo cáo năm của ${who} nộp ${day} được không ạ`,
    (who, day) => `có phải ${who} nộp báo cáo năm trước ${day} không`,
    (who, day) => `${who} gửi báo cáo năm đúng ${day} thì có trễ không`,
  ]

  it.each([
    { who: 'Phòng GD&ĐT Quảng Yên', day: '30/12' },
    { who: 'các trường ở Quảng Yên', day: '20/12' },
    { who: 'trường em ở Quảng Yên', day: '20/12' },
  ])('does not make it that of another: $who', ({ who, day }) => {
    const questions = ['25/12', '20/12', '30/12', 'cuối tháng 12'].flatMap((said) =>
      ASKED.map((ask) => ask(who, said)),
    )
    expect(questions.filter((question) => !told(question).includes(`trước ngày ${day} `))).toEqual([])
  })
})

describe('what is given to a body, asked after what is given to another', () => {
  const GOING_ON = ['còn @ phải làm gì', 'thế @ thì sao', '@ thì được giao gì', 'vậy @ có nhiệm vụ gì']

  it.each(GOING_ON)('is its own: %s', (going) => {
    const wrong = library.plans.flatMap((plan) => {
      const bodies = [...new Set(unitsOf(plan).map(({ who }) => who.vi))]
      return bodies.flatMap((body, at) => {
        const next = bodies[(at + 1) % bodies.length] ?? body
        const first = asker.ask(`${body} ở ${plan.shortTitle.vi} phải làm gì?`, { today: TODAY })
        if (next === body || first.behaviour !== 'answer' || first.topic === undefined) return []
        const question = going.replace('@', next)
        const { citations } = asker.ask(question, { today: TODAY, topic: first.topic })
        const own = unitsOf(plan).filter(({ who }) => who.vi === next)
        return citations.some(({ section }) => own.some((one) => one.section === section))
          ? []
          : [`${plan.code} ${body}: ${question}`]
      })
    })
    expect(wrong).toEqual([])
  })

  const unitsOf = ({ duties }: Plan): Plan['duties'] => duties.filter(({ kind }) => kind === 'unit')
})

describe('the targets of a level and a year', () => {
  it.each([
    'liệt kê chỉ tiêu tiểu học của Quảng Yên năm 2025',
    'cho xin danh sách chỉ tiêu tiểu học Quảng Yên 2025',
    'kể hết mục tiêu tiểu học Quảng Yên 2025 giúp em',
    'tiểu học ở Quảng Yên 2025 phải đạt những gì',
    'Quảng Yên 2025: chỉ tiêu tiểu học?',
    'list the 2025 targets for primary schools in Quang Yen',
  ])('are told: %s', (question) => {
    const text = told(question)
    for (const printed of ['17/17', '99,5%', '99,9%'])
      expect(text.replace(/(\d)\.(\d)/g, '$1,$2')).toContain(printed)
  })
})

describe('what schools have to do', () => {
  it.each([
    ['Các trường ở Quảng Yên phải làm gì?', 'Các cơ sở giáo dục:'],
    ['Trường mầm non ở Gia Lộc phải làm gì?', 'Trường mầm non:'],
    ['trường thcs ở gia lộc có nhiệm vụ gì', 'Trường tiểu học, THCS:'],
    ['truong tieu hoc long bien phai lam gi', 'Trường tiểu học:'],
    ['What must schools in Quang Yen do?', 'Schools:'],
    ['What is asked of kindergartens in Gia Loc?', 'Preschools:'],
  ])('%s', (question, carrier) => {
    expect(told(question)).toContain(carrier)
  })

  it('is not told to who asks of somebody in them', () => {
    expect(told('ở Quảng Ninh đoàn đội trong trường làm gì')).not.toMatch(/cơ sở giáo dục:|các trường:/)
  })
})
