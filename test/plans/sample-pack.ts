import type { PackFile } from '../../src/plans/index.ts'

export const CATALOGUE_TEXT = `elements:
  - code: pupils
    label: {vi: Học sinh, en: Pupils}
    question: {vi: 'Trường có bao nhiêu học sinh?', en: 'How many pupils does the school have?'}
    definition: {vi: Học sinh đang học., en: Pupils enrolled.}
    reference: at-date
    unit: {vi: học sinh, en: pupils}
    example: 412
  - code: swimmers
    label: {vi: Học sinh biết bơi, en: Pupils who can swim}
    question: {vi: 'Bao nhiêu học sinh biết bơi?', en: 'How many pupils can swim?'}
    definition: {vi: Bơi được 25 m., en: Able to swim 25 m.}
    reference: at-date
    example: 1.234
    atMost: pupils
  - code: standing
    label: {vi: Thứ hạng, en: Standing}
    question: {vi: 'Xếp thứ mấy?', en: 'Which place?'}
    definition: {vi: Thứ hạng công bố., en: Published place.}
    scope: {vi: toàn địa bàn, en: whole area}
    reference: school-year
    type: {kind: rank, of: 30}
    example: 7/30
indicators:
  - code: swimming
    label: {vi: Học sinh biết bơi, en: Pupils who can swim}
    synonyms: [biết bơi, swimming]
    unit: percent
    formula: {kind: ratio, numerator: swimmers, denominator: pupils}
  - code: standing
    label: {vi: Thứ hạng, en: Standing}
    unit: rank
    formula: {kind: value, element: standing}
  - code: spirit
    label: {vi: Tinh thần, en: Spirit}
    unit: text
    formula: none
`

export const PLAN_TEXT = `key: 12/KH-UBND
code: SM
title: {vi: Kế hoạch mẫu, en: Sample plan}
shortTitle: {vi: Mẫu, en: Sample}
issuer: {vi: UBND xã Mẫu, en: Sample commune}
issuedOn: 2023-12-15
term: {printed: 2023–2030, fromYear: 2023, toYear: 2030}
levels: [primary]
unit: SM
units:
  - {code: PV, name: Tỉnh, kind: province}
  - {code: SM, name: Xã Mẫu, kind: commune, parent: PV}
audience: public
targets:
  - id: sm-swimming-2025
    indicator: swimming
    levels: [primary]
    when: {vi: đến năm 2025, en: by 2025}
    due: 2025
    comparator: '='
    printed: 96,87%
    value: 96.87
    printedCount: 62/64
    section: II.1
    collect: sm-annual
  - id: sm-standing
    indicator: standing
    label: {vi: Đứng thứ 7, en: Seventh}
    when: {vi: không nêu mốc, en: no date given}
    comparator: rank
    printed: 7/30
    value: rank 7/30
    section: II.2
    collect: {reason: {vi: Tỉnh công bố., en: The province publishes it.}}
facts:
  - {id: sm-id, kind: identity, text: {vi: Số 12., en: Number 12.}, section: I}
duties:
  - id: sm-report
    kind: deadline
    who: {vi: Các trường, en: Schools}
    text: {vi: Báo cáo năm., en: Yearly report.}
    section: V
    deadline: {printed: {vi: trước 20/12, en: before 20 December}, to: {vi: UBND, en: the committee}, recurs: yearly, lastDay: 12-19}
forms:
  - code: sm-annual
    version: 1
    title: {vi: Biểu năm, en: Yearly form}
    for: {kind: school}
    periodType: year
    dueOn: 12-19
    referenceDay: 12-01
    firstPeriod: 2023
    lastPeriod: 2030
    acceptedBy: [{unit: SM}]
    changeLimitPercent: 20
    section: V
    sections:
      - id: all
        title: {vi: Chung, en: General}
        questions: [swimmers/pupils, {elements: [standing], isLate: yes}]
`

/** The sample's two files, with one stretch of one of them written otherwise. */
export function sampleFiles(from = '', to = ''): readonly PackFile[] {
  const texts = [CATALOGUE_TEXT, PLAN_TEXT]
  if (from !== '' && !texts.some((text) => text.includes(from))) throw new Error(`The sample lacks ${from}`)
  const [catalogue = '', plan = ''] = texts.map((text) => (from === '' ? text : text.replace(from, to)))
  return [
    { name: 'catalogue/sample.yaml', text: catalogue },
    { name: 'sample.yaml', text: plan },
  ]
}
