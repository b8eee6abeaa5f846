import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { planForm } from '../../src/domain/form-plan.ts'
import type { AskedQuestion } from '../../src/domain/given-answer.ts'
import type { Level } from '../../src/domain/level.ts'
import { toLocalDate } from '../../src/domain/local-date.ts'
import { isPasted, readPastedAnswers } from '../../src/domain/pasted-answers.ts'
import type { PlanLibrary } from '../../src/domain/plan.ts'
import { readQuestion } from '../../src/domain/read-question.ts'
import { searchKey } from '../../src/domain/search-key.ts'
import { readShippedLibrary } from '../support/demo.ts'

let library: PlanLibrary
beforeAll(async () => {
  library = await readShippedLibrary()
})

function ask(code: string, levels: readonly Level[]): readonly AskedQuestion[] {
  const context = { locale: 'vi', today: toLocalDate('2026-12-07'), last: {} } as const
  return planForm(library.form(code).form, levels).map(({ asks }) => ({
    elements: asks.map((element) => library.element(element)),
    context,
  }))
}

const primary = () => ask('qy-annual', ['primary'])

/** What came of each line: «5 pupils-primary=412 …», «1 label-unknown». */
function read(text: string, questions = primary()) {
  const { understood, refused } = readPastedAnswers(text, questions)
  return {
    values: Object.assign({}, ...understood.map(({ values }) => values)) as Record<string, unknown>,
    refused: refused.map(({ source, problem }) => `${source.line} ${problem}`),
  }
}

const count = (value: number) => ({ kind: 'count', count: value })
const yes = { kind: 'yes-no', yes: true }

describe('lines of label and value', () => {
  it.each([
    ['the whole label', 'Học sinh bị đuối nước: 0', { 'drowning-victims': count(0) }],
    ['without marks', 'hoc sinh bi duoi nuoc: 0', { 'drowning-victims': count(0) }],
    [
      'in capitals and decomposed letters',
      'HỌC SINH BỊ ĐUỐI NƯỚC: 0'.normalize('NFD'),
      { 'drowning-victims': count(0) },
    ],
    ['a part no other label has', 'Đuối nước = 0', { 'drowning-victims': count(0) }],
    [
      'with words that say nothing',
      'Số học sinh của trường bị đuối nước năm 2026: 0 em',
      { 'drowning-victims': count(0) },
    ],
    ['in English', 'Drowning victims: 0', undefined],
    ['with a dash', '- Đuối nước - 0', { 'drowning-victims': count(0) }],
    ['the number on the card', '11: 0', { 'drowning-victims': count(0) }],
    ['the number with a full stop', '11. 0', { 'drowning-victims': count(0) }],
    ['a number of their own beside a label', '3) Đuối nước: 0', { 'drowning-victims': count(0) }],
    ['short forms', 'Tổng số HS bị đuối nước: 0', { 'drowning-victims': count(0) }],
    [
      'a ratio',
      'Lớp thiếu giáo viên đứng lớp: 0/21',
      { 'classes-without-teacher': count(0), classes: count(21) },
    ],
    ['a ratio with a colon', '10: 0:21', { 'classes-without-teacher': count(0), classes: count(21) }],
    ['large numbers', 'Biên chế giáo viên được giao: 1.234', { 'teacher-posts-assigned': count(1234) }],
    ['a yes', 'Thanh toán không dùng tiền mặt: rồi', { 'cashless-payment': yes }],
  ])('are understood by %s', (_name, line, expected) => {
    const { values, refused } = read(line)
    if (expected) expect([values, refused]).toEqual([expected, []])
    else expect([values, refused]).toEqual([{}, ['1 label-unknown']])
  })

  it('may give numerator and denominator apart, in any order', () => {
    const { values, refused } = read('Số lớp: 21\nĐuối nước: 0\nLớp thiếu giáo viên đứng lớp: 2')
    expect(refused).toEqual([])
    expect(values).toEqual({
      classes: count(21),
      'classes-without-teacher': count(2),
      'drowning-victims': count(0),
    })
  })

  it.each([
    ['another label', 'Sĩ số: 500', 'label-unknown'],
    ['a greeting', 'Em gửi cô số liệu ạ', 'label-unknown'],
    ['a noun that several labels have', 'Giáo viên: 34', 'label-ambiguous'],
    ['a noun that one label has, of something else', 'Nước: 3', 'label-unknown'],
    ['the opposite of a label', 'Dùng tiền mặt: có', 'label-unknown'],
    ['a label with words of another', 'Học sinh bị đuối nước được cứu: 3', 'label-unknown'],
    ['a row the card does not have', '40: 3', 'label-unknown'],
    ['one figure of two', 'Số lớp: 21', 'not-a-ratio'],
    ['one figure where two are asked', '10: 21', 'not-a-ratio'],
    ['two figures where one is asked', 'Đuối nước: 0/21', 'ratio-not-expected'],
    ['an estimate', 'Đuối nước: khoảng 3', 'not-exact'],
    ['a figure of two readings', 'Đuối nước: không', 'zero-or-none'],
    ['no figure and no reason', 'Đuối nước: chưa có', 'reason-needed'],
    ['a yes without its decision', 'Đạt chuẩn quốc gia: có', 'decision-needed'],
    ['more than its whole', 'Lớp thiếu giáo viên đứng lớp: 22/21', 'numerator-above-denominator'],
    ['other marks than the label', 'Học sinh bị đuổi nước: 0', 'label-unknown'],
  ])('are refused for %s', (_name, line, problem) => {
    expect(read(line)).toEqual({ values: {}, refused: [`1 ${problem}`] })
  })

  it('said twice differently are both refused, said twice alike are taken', () => {
    expect(read('11: 0\nĐuối nước: 1')).toEqual({ values: {}, refused: ['1 asked-twice', '2 asked-twice'] })
    expect(read('11: 0\nĐuối nước: 0 em')).toEqual({ values: { 'drowning-victims': count(0) }, refused: [] })
  })

  it('left empty say nothing', () => {
    expect(read('Đuối nước:\nThanh toán không dùng tiền mặt: có')).toEqual({
      values: { 'cashless-payment': yes },
      refused: [],
    })
  })

  it('may say why there is no figure, or why it moved', () => {
    expect(read('Đuối nước: chưa có (lý do: chờ công an xã)').values).toEqual({
      'drowning-victims': { kind: 'missing', reason: 'chờ công an xã' },
    })
    const { understood } = readPastedAnswers('8: 200, lý do sáp nhập trường', primary())
    expect(understood).toMatchObject([
      { values: { 'teacher-posts-assigned': count(200) }, reason: 'sáp nhập trường' },
    ])
  })

  it('keep the decision of a recognition', () => {
    const { values } = read('Đạt CQG: mức độ 2, 123/QĐ-UBND ngày 20/6/2024')
    expect(values).toEqual({
      'national-standard': {
        kind: 'recognition',
        yes: true,
        degree: 2,
        decisionNumber: '123/QĐ-UBND',
        decidedOn: '2024-06-20',
        expiresOn: '2029-06-20',
      },
    })
  })
})

describe('cells copied from a spreadsheet', () => {
  const commune = () => ask('lb-commune', [])
  const ordered = [420, 660, 605, 610, 310, 312]

  it('are a row of values under a row of labels, in any order', () => {
    const text = 'TT\tTên trường\tSố lớp\tHS đuối nước\tLớp thiếu giáo viên đứng lớp\n1\tTH Hoa Sen\t21\t0\t2'
    const { values, refused } = read(text)
    expect(values).toEqual({
      classes: count(21),
      'classes-without-teacher': count(2),
      'drowning-victims': count(0),
    })
    expect(refused).toEqual(['2 label-unknown'])
  })

  it('are rows of label and value, of label and two values, with number and unit beside them', () => {
    const text =
      'Đuối nước\t0\n10\tLớp thiếu giáo viên đứng lớp\tlớp\t2\t21\nBiên chế giáo viên được giao\tgiáo viên\t34'
    expect(read(text)).toEqual({
      values: {
        'drowning-victims': count(0),
        'classes-without-teacher': count(2),
        classes: count(21),
        'teacher-posts-assigned': count(34),
      },
      refused: [],
    })
  })

  it('with more figures than are asked are not guessed at', () => {
    expect(read('Đuối nước\t0\t3')).toEqual({ values: {}, refused: ['1 cells-unclear'] })
    expect(read('Số lớp\t21\t2')).toEqual({ values: {}, refused: ['1 cells-unclear'] })
  })

  it('are one row of values in the form’s order, a cell for each question', () => {
    const { values, refused } = read('420/660\t605/610\t310/312\t2\t3\t3\tcó\t\t', commune())
    expect(Object.keys(values)).toHaveLength(10)
    expect(refused).toEqual([])
  })

  it('are one row of values in the form’s order, a cell for each figure', () => {
    const byQuestion = read('420/660\t605/610\t310/312\t2\t3\t3\tcó', commune())
    expect(read([...ordered, 2, 3, 3, 'có'].join('\t'), commune())).toEqual(byQuestion)
  })

  it('of another length are refused as a whole', () => {
    expect(read([...ordered, 2, 3, 3].join('\t'), commune())).toEqual({
      values: {},
      refused: ['1 row-length'],
    })
  })

  it('with two rows of values are taken for the first only', () => {
    expect(read('Đuối nước\tSố lớp\tLớp thiếu giáo viên đứng lớp\n0\t21\t2\n1\t20\t2')).toEqual({
      values: { 'drowning-victims': count(0), classes: count(21), 'classes-without-teacher': count(2) },
      refused: ['3 asked-twice'],
    })
  })
})

describe('a message in an open form', () => {
  const isBulk = (text: string) => isPasted(text, readPastedAnswers(text, primary()))
  it.each([
    ['18/21', false],
    ['45 em', false],
    ['Đuối nước: 0', false],
    ['18\n21', false],
    ['18\t21', false],
    ['18:21\n19:20', false],
    ['Trường có 3 em bị tai nạn\nnhưng không em nào bị đuối nước', false],
    ['Đuối nước: 0\nSố lớp: 21', true],
    ['Đuối nước: abc\n10: xyz', true],
    ['1\t2\t3\t4\t5', true],
  ])('%j is many answers: %s', (text, expected) => {
    expect(isBulk(text)).toBe(expected)
  })
})

describe('whatever the order and the writing of the labels', () => {
  const answers = [
    ...[
      '0',
      '45',
      '45 em',
      '1.234',
      'hai mươi mốt',
      '18/21',
      '18 trên 21',
      '0/0',
      'có',
      'chưa',
      'không',
      'chưa có',
      '-',
      '99,5',
    ],
    ...[
      '1,234',
      '12abc',
      'khoảng 5',
      '∞',
      'mức độ 2',
      '123/QĐ-UBND ngày 20/6/2024',
      'như cũ',
      'hết',
      '100%',
      '7/30',
    ],
  ]
  const plain = (label: string) => label
  const writings = [
    plain,
    searchKey,
    (label: string) => label.toUpperCase(),
    (label: string) => `Tổng số ${label}`,
  ]

  it('a message gives the values that the same answers give one by one, and says what it does not take', () => {
    const questions = ask('qy-annual', ['preschool', 'primary', 'lower-secondary', 'upper-secondary'])
    const line = fc.record({
      at: fc.nat({ max: questions.length - 1 }),
      answer: fc.constantFrom(...answers),
      writing: fc.constantFrom(...writings),
      isNumber: fc.boolean(),
    })
    const lines = fc.uniqueArray(line, { minLength: 1, selector: ({ at }) => at })
    fc.assert(
      fc.property(lines, (given) => {
        const text = given.map(({ at, answer, writing, isNumber }) => {
          const label = questions[at]?.elements[0]?.label.vi ?? ''
          return isNumber ? `${at + 1}: ${answer}` : `${writing(label)}: ${answer}`
        })
        const { understood, refused } = readPastedAnswers(text.join('\n'), questions)
        given.forEach(({ at, answer }, index) => {
          const question = questions[at]
          if (!question) throw new Error('a question is asked')
          const alone = readQuestion(answer, question.elements, question.context)
          const taken = understood.find((each) => each.at === at)
          expect(taken?.values).toEqual(alone.kind === 'values' ? alone.values : undefined)
          expect(refused.some(({ source }) => source.line === index + 1)).toBe(alone.kind !== 'values')
        })
      }),
      { numRuns: 300 },
    )
  })

  it('any text at all is read without an error, and every line that is not empty is taken or refused', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        const lines = text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '' && !/[\t:=]/.test(line))
        const { refused, understood } = readPastedAnswers(text, primary())
        expect(understood.length + refused.length).toBeGreaterThanOrEqual(Math.min(1, lines.length))
      }),
    )
  })

  it('every label of every shipped form is told from the others', () => {
    for (const form of library.plans.flatMap(({ forms }) => forms)) {
      for (const levels of [['preschool'], ['primary'], ['lower-secondary'], ['upper-secondary']] as const) {
        const questions = ask(form.code, levels)
        questions.forEach(({ elements }, at) => {
          for (const { label } of elements) {
            const { named, refused } = readPastedAnswers(`${label.vi}: ?`, questions)
            const problems = refused.map((each) => `${each.at} ${each.problem}`)
            expect([label.vi, named, problems.length, problems[0]?.startsWith(`${at} `)]).toEqual([
              label.vi,
              1,
              1,
              true,
            ])
          }
        })
      }
    }
  })
})
