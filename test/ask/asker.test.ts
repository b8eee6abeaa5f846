import { beforeAll, describe, expect, it } from 'vitest'
import { type Answer, type Asker, createAsker, type Topic } from '../../src/ask/index.ts'
import type { PlanLibrary } from '../../src/domain/plan.ts'
import { shippedLibrary } from './library.ts'

let library: PlanLibrary
let asker: Asker
beforeAll(async () => {
  library = await shippedLibrary()
  asker = createAsker(library)
})

const TODAY = '2026-06-10'
const ask = (
  question: string,
  more: { topic?: Topic; home?: string; today?: string; locale?: 'vi' | 'en' } = {},
): Answer => asker.ask(question, { today: TODAY, ...more })
const ids = ({ parts }: Answer): string[] => parts.map(({ id }) => id)

describe('a chat', () => {
  it('goes through year, level and place without naming the indicator again', () => {
    const first = ask('Tỷ lệ trường mầm non đạt chuẩn quốc gia của Quảng Yên năm 2023?')
    expect(ids(first)).toEqual(['qy-national-standard-preschool-2023'])
    const year = ask('thế còn 2030?', { topic: first.topic })
    expect(ids(year)).toEqual(['qy-national-standard-preschool-2030'])
    const level = ask('THCS thì sao', { topic: year.topic })
    expect(ids(level)).toEqual(['qy-national-standard-lower-secondary-2030'])
    const place = ask('còn Quảng Ninh?', { topic: level.topic })
    expect(place.behaviour).not.toBe('ask')
    expect(place.text).not.toContain('20/20')
  })

  it('goes on with the plan that was silent, and answers nothing in place of what it was silent on', () => {
    const silent = ask('Tỉ lệ trẻ nhà trẻ ra lớp ở Quảng Yên năm 2025?')
    const level = ask('mẫu giáo thì sao', { topic: silent.topic })
    const year = ask('thế còn 2030', { topic: level.topic })
    expect([silent, level, year].map(({ behaviour }) => behaviour)).toEqual(['refuse', 'refuse', 'refuse'])
    expect(level.text).toContain('Quảng Yên')
    expect(level.text).not.toContain('Long Biên')
  })

  it('tells whose duty the figure shown is', () => {
    const first = ask('Năm 2025 Quảng Yên phải có bao nhiêu trường chuẩn quốc gia')
    for (const question of ['ai chịu trách nhiệm?', 'thế ai làm?', 'cơ quan nào lo việc này'])
      expect(ids(ask(question, { topic: first.topic })), question).toEqual(['qy-t2-2'])
  })

  it('says that a duty is printed without a day', () => {
    const duty = ask('Phòng Y tế Quảng Yên làm gì')
    expect(ask('khi nào xong?', { topic: duty.topic }).behaviour).toBe('refuse')
  })

  it('names those that are printed with a figure, and says where none are', () => {
    const named = ask('Long Biên nâng cấp mấy trường')
    const unnamed = ask('Long Biên có mấy trường học điện tử')
    for (const question of ['kể tên', 'là những trường nào?', 'danh sách?', 'which ones?']) {
      expect(ask(question, { topic: named.topic }).text, question).toContain('TH Giang Biên')
      const refused = ask(question, { topic: unnamed.topic })
      expect(refused.behaviour, question).toBe('refuse')
      expect(refused.topic, question).toEqual(unnamed.topic)
    }
  })

  it('keeps its topic as plain JSON', () => {
    const { topic } = ask('Hạn nộp báo cáo 6 tháng của trường ở Quảng Yên?')
    expect(JSON.parse(JSON.stringify(topic))).toEqual(topic)
    expect(ids(ask('còn báo cáo năm', { topic: JSON.parse(JSON.stringify(topic)) }))).toEqual([
      'qy-dl-annual',
    ])
  })

  it.each(['xin chào', 'hello bot', 'cảm ơn nhé', 'thanks', 'help', 'bạn làm được gì', '', '🙂'])(
    '«%s» is talk',
    (question) => {
      expect(ask(question).behaviour).toBe('talk')
    },
  )
})

describe('the place meant', () => {
  it('is the asker’s own unit when none is named', () => {
    expect(ids(ask('tỷ lệ trường đạt chuẩn quốc gia năm 2025', { home: 'QY' }))).toEqual([
      'qy-national-standard-all-2025',
    ])
  })

  it('is asked back when several plans say something', () => {
    const answer = ask('tỷ lệ trường đạt chuẩn quốc gia là bao nhiêu')
    expect(answer.behaviour).toBe('ask')
    expect(new Set(answer.parts.map(({ plan }) => plan)).size).toBeGreaterThan(1)
  })

  it('is refused when no plan is of it, even for someone with a plan of their own', () => {
    const answer = ask('Tỉnh Cà Mau đặt chỉ tiêu bao nhiêu trường đạt chuẩn quốc gia?', { home: 'QY' })
    expect(answer.behaviour).toBe('refuse')
    expect(answer.text).not.toMatch(/\d/)
  })
})

describe('a deadline', () => {
  it('tells the last allowed day and the days left', () => {
    const answer = ask('Còn bao nhiêu ngày tới hạn báo cáo 6 tháng của các trường Quảng Yên?')
    expect(answer.parts[0]?.deadline).toMatchObject({ lastDay: '2026-06-19', daysLeft: 9 })
    expect(answer.text).toContain('còn 9 ngày')
  })

  it('rolls over to next year once the day has passed', () => {
    const answer = ask('Hạn nộp báo cáo 6 tháng của trường ở Quảng Yên?', { today: '2026-06-20' })
    expect(answer.parts[0]?.deadline?.lastDay).toBe('2027-06-19')
  })

  it('says so when the plan prints no day', () => {
    const answer = ask('Duyên Hải: hằng năm xã, phường báo cáo cho ai, hạn ngày mấy?')
    expect(answer.parts[0]?.deadline).not.toHaveProperty('lastDay')
    expect(answer.text).toContain('không in ngày')
  })
})

describe('figures', () => {
  it('correct a false premise without repeating it', () => {
    const answer = ask('Có phải năm 2030 Quảng Yên đặt 95% trường đạt chuẩn quốc gia không?')
    expect(answer.text).toContain('62/64')
    expect(answer.text).toContain('không đúng')
    expect(answer.text).not.toContain('95%')
  })

  it('are never those of another plan when refusing', () => {
    const answer = ask('Gia Lộc đặt chỉ tiêu bao nhiêu % trường đạt chuẩn quốc gia?')
    expect(answer).toMatchObject({ behaviour: 'refuse' })
    expect(answer.nearest.every(({ part }) => part === undefined || part.plan === 'GL')).toBe(true)
  })

  it('are never worked out between two milestones', () => {
    const answer = ask('Quảng Yên năm 2027 bao nhiêu % trường chuẩn quốc gia?')
    expect(answer).toMatchObject({ behaviour: 'refuse', reason: 'year-not-printed' })
  })

  it('carry the plan’s own contradiction', () => {
    expect(ask('Quảng Yên đến năm 2025 bao nhiêu trường đạt chuẩn quốc gia').text).toContain('59')
  })

  it('of a comparison are told with their exact difference', () => {
    expect(ask('hoàn thành chương trình lớp học Quảng Yên 2025 so với 2030').text).toContain(
      '0,2 điểm phần trăm',
    )
  })
})

describe('language', () => {
  it('follows the question, and the wish of the asker before it', () => {
    expect(ask('How many schools teach Korean in Long Biên?').locale).toBe('en')
    expect(ask('How many schools teach Korean in Long Biên?', { locale: 'vi' }).text).toContain('Nguồn')
  })
})

describe('every target that is shipped', () => {
  it('is found by its label, place and milestone, with and without marks', () => {
    const unmarked = (text: string): string =>
      text
        .normalize('NFD')
        .replace(/[\u0300-\u036f]/g, '')
        .replaceAll('đ', 'd')
        .replaceAll('Đ', 'D')
    const missed = library.plans.flatMap((plan) =>
      plan.targets.flatMap(({ id, label, when }) => {
        const question = `Chỉ tiêu ${label.vi} ở ${plan.shortTitle.vi} ${when.vi} thế nào?`
        return [question, unmarked(question)].filter(
          (one) => !ids(ask(one)).includes(id) || ask(one).behaviour === 'refuse',
        )
      }),
    )
    expect(missed.length, missed.join('\n')).toBeLessThanOrEqual(
      library.plans.reduce((sum, { targets }) => sum + targets.length, 0) * 0.04,
    )
  })

  it('shows no figure that a cited fact of the right plan does not print', () => {
    const figures = (text: string): string[] => text.match(/\d+(?:[.,]\d+)?%|\d+\/\d+(?!\/)/g) ?? []
    for (const plan of library.plans)
      for (const { label, due } of plan.targets) {
        const answer = ask(`${label.vi} ${plan.shortTitle.vi} ${due?.replace('SY', 'năm học ') ?? ''}`)
        const printed = answer.parts.concat(answer.nearest.flatMap(({ part }) => (part ? [part] : [])))
        const allowed = JSON.stringify(printed)
        for (const figure of figures(answer.text))
          expect(
            allowed.includes(figure) || answer.parts.some(({ deadline }) => deadline !== undefined),
            answer.text,
          ).toBe(true)
        expect(answer.behaviour === 'refuse' || answer.citations.length > 0, answer.text).toBe(true)
        expect(
          answer.parts.every((part) => part.plan === plan.code),
          answer.text,
        ).toBe(true)
      }
  })

  it('can be reached by the choices offered for it', () => {
    const choices = ask('Tỉ lệ đỗ tốt nghiệp THPT của Quảng Yên?').choices
    expect(choices.length).toBe(3)
    for (const { question } of choices) expect(ask(question).behaviour, question).toBe('answer')
  })
})

describe('a short answer', () => {
  it('has the figure and its source, without notes', () => {
    const { brief, text } = ask('Quảng Yên đến năm 2025 bao nhiêu trường đạt chuẩn quốc gia?')
    expect(text).toContain('Lưu ý')
    expect(brief).not.toContain('Lưu ý')
    expect(brief).toMatch(/60\/64[\s\S]+Nguồn: KH-UBND Quảng Yên/)
  })

  it('shows the first of many and says how many more there are', () => {
    const { brief, parts } = ask('Liệt kê các chỉ tiêu năm 2025 của Quảng Yên')
    expect(parts.length).toBeGreaterThan(10)
    expect(brief.split('\n').filter((line) => line.startsWith('Quảng Yên:'))).toHaveLength(4)
    expect(brief).toMatch(/Còn \d+ mục nữa/)
  })

  it('refuses in one sentence, without figures near', () => {
    const { brief, behaviour } = ask('Quảng Yên năm 2027 bao nhiêu trường đạt chuẩn quốc gia?')
    expect([behaviour, brief.split('\n').length]).toEqual(['refuse', 1])
  })
})

describe('a place of a document named by its number', () => {
  it('is told by what the plan says there', () => {
    const { parts, citations } = ask('mục III.7 kế hoạch Quảng Yên nói gì')
    expect(parts.length).toBeGreaterThan(3)
    expect(citations.filter(({ section }) => !section.startsWith('III.7'))).toEqual([])
  })

  it('offers a choice where much stands there, and is refused where nothing does', () => {
    expect(ask('phần B.II.4 kế hoạch Long Biên nói gì').behaviour).toBe('ask')
    expect(ask('mục VIII.10 kế hoạch Quảng Yên nói gì').behaviour).toBe('refuse')
  })
})
