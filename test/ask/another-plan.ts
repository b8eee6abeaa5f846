import type { PackFile } from '../../src/plans/index.ts'

const INDICATORS = `
indicators:
  - code: school-lunch
    label: {vi: Trường tổ chức bữa ăn bán trú, en: Schools serving lunch}
    synonyms: [bán trú, bữa trưa, ăn trưa, school lunch]
    unit: percent
    formula: none
  - code: clean-water
    label: {vi: Điểm trường có nước sạch, en: School sites with clean water}
    synonyms: [nước sạch, nước uống, clean water]
    unit: percent
    formula: none
  - code: hmong-language
    label: {vi: Học sinh học tiếng Mông, en: Pupils learning Hmong}
    synonyms: [tiếng Mông, Hmong]
    unit: percent
    formula: none
  - code: boarding-rooms
    label: {vi: Phòng ở nội trú xây mới, en: New boarding rooms}
    synonyms: [phòng nội trú, nhà nội trú, ký túc xá, boarding rooms]
    unit: count
    formula: none
  - code: dropout
    label: {vi: Học sinh bỏ học giữa chừng, en: Pupils dropping out}
    synonyms: [bỏ học, nghỉ học giữa chừng, dropout]
    unit: percent
    direction: down
    formula: none
  - code: library-corners
    label: {vi: Lớp có góc thư viện, en: Classes with a library corner}
    synonyms: [góc thư viện, góc đọc, library corner]
    unit: percent
    formula: none
  - code: rank-in-province
    label: {vi: Thứ hạng giáo dục của huyện trong tỉnh, en: The district's rank in the province}
    synonyms: [thứ hạng, xếp thứ mấy, rank]
    unit: rank
    formula: none
`

const row = (
  id: string,
  indicator: string,
  level: string,
  due: number,
  printed: string,
  value: string,
): string => `
  - id: ${id}
    indicator: ${indicator}
    levels: [${level}]
    when: {vi: 'đến năm ${due}', en: 'by ${due}'}
    due: ${due}
    comparator: ${value.startsWith('rank') ? 'rank' : "'='"}
    printed: ${printed}
    value: ${value}
    section: 'II.${due - 2025}'
    collect: {reason: {vi: không thu, en: not collected}}`

const TARGETS = [
  row('sm-lunch-preschool-2026', 'school-lunch', 'preschool', 2026, '70%', '70'),
  row('sm-lunch-preschool-2028', 'school-lunch', 'preschool', 2028, '95%', '95'),
  row('sm-lunch-primary-2026', 'school-lunch', 'primary', 2026, '55%', '55'),
  row('sm-lunch-primary-2028', 'school-lunch', 'primary', 2028, '90%', '90'),
  row('sm-water-2027', 'clean-water', '', 2027, '85%', '85'),
  row('sm-hmong-2026', 'hmong-language', 'primary', 2026, '40%', '40'),
  row('sm-rooms-2028', 'boarding-rooms', '', 2028, '{vi: 36 phòng, en: 36 rooms}', '36'),
  row('sm-dropout-2026', 'dropout', 'lower-secondary', 2026, '1,2%', '1.2'),
  row('sm-dropout-2028', 'dropout', 'lower-secondary', 2028, '0,5%', '0.5'),
  row('sm-library-2028', 'library-corners', '', 2028, '60%', '60'),
  row('sm-rank-2028', 'rank-in-province', '', 2028, '4/9', 'rank 4/9'),
].join('')

const PLAN = `
key: 45/KH-UBND
code: SM
title: {vi: Kế hoạch giáo dục vùng cao huyện Sìn Mây giai đoạn 2026–2028, en: Highland education plan of Sìn Mây 2026–2028}
shortTitle: {vi: Sìn Mây, en: Sìn Mây}
issuer: {vi: UBND huyện Sìn Mây, en: People's Committee of Sìn Mây}
issuedOn: 2026-02-03
term: {printed: {vi: 2026–2028, en: 2026–2028}, fromYear: 2026, toYear: 2028}
levels: [preschool, primary, lower-secondary]
aliases: [Sìn Mây, huyện Sìn Mây, SM, KH 45]
unit: SM
units:
  - {code: SM, name: Huyện Sìn Mây, kind: district}
audience: public
targets:${TARGETS}
facts:
  - id: sm-id
    kind: identity
    text: {vi: 'Kế hoạch 45/KH-UBND do UBND huyện Sìn Mây ban hành ngày 03/02/2026, Chủ tịch Vàng A Páo ký.', en: 'Plan 45/KH-UBND was issued by Sìn Mây on 3 February 2026 and signed by chair Vàng A Páo.'}
    section: đầu văn bản
    keywords: [ngày ban hành, ai ký]
  - id: sm-term-site
    kind: term
    text: {vi: 'Điểm trường là nơi dạy học ở bản, xa trường chính từ 3 km trở lên.', en: 'A school site is a place of teaching in a village at least 3 km from the main school.'}
    section: 'I.2'
    keywords: [điểm trường là gì]
duties:
  - id: sm-u-forest
    kind: unit
    who: {vi: Hạt Kiểm lâm, en: Forest rangers}
    text: {vi: Hướng dẫn trường trồng cây chắn gió quanh điểm trường., en: Help schools plant windbreaks around their sites.}
    section: IV.2
    keywords: [trồng cây, chắn gió]
  - id: sm-u-culture
    kind: unit
    who: {vi: Phòng Văn hóa và Thông tin, en: Culture and information office}
    text: {vi: 'Sưu tầm truyện cổ, làm sách song ngữ cho góc thư viện.', en: 'Collect folk tales and make bilingual books for library corners.'}
    section: IV.3
    keywords: [truyện cổ, sách song ngữ]
  - id: sm-u-women
    kind: unit
    who: {vi: Hội Liên hiệp Phụ nữ, en: Women's Union}
    text: {vi: 'Vận động gia đình cho trẻ em gái đi học đều, chống tảo hôn.', en: 'Persuade families to keep girls at school and prevent child marriage.'}
    section: IV.4
    keywords: [trẻ em gái, tảo hôn]
  - id: sm-t-road
    kind: task
    who: {vi: UBND các xã, en: Communes}
    text: {vi: Sửa đường vào điểm trường trước mùa mưa., en: Repair the roads to school sites before the rainy season.}
    section: III.1
    keywords: [sửa đường, mùa mưa]
  - id: sm-dl-lunch
    kind: deadline
    who: {vi: Các trường, en: Schools}
    text: {vi: Báo cáo bữa ăn bán trú gửi Phòng Giáo dục., en: Report on lunches to the Education office.}
    section: V.1
    keywords: [báo cáo bữa ăn]
    deadline:
      printed: {vi: trước ngày 5/9, en: before 5 September}
      to: {vi: Phòng Giáo dục, en: Education office}
      recurs: yearly
      lastDay: 09-04
  - id: sm-dl-year
    kind: deadline
    who: {vi: UBND các xã, en: Communes}
    text: {vi: Báo cáo năm về trẻ bỏ học gửi UBND huyện., en: Yearly report on dropout to the district.}
    section: V.2
    keywords: [báo cáo năm, báo cáo bỏ học]
    deadline:
      printed: {vi: trước ngày 15/11, en: before 15 November}
      to: {vi: UBND huyện, en: District}
      recurs: yearly
      lastDay: 11-14
`

/** A plan pack nobody has seen: other place, indicators, bodies and dates. */
export const ANOTHER_PACK: readonly PackFile[] = [
  { name: 'catalogue/highland.yaml', text: INDICATORS },
  { name: 'sin-may.yaml', text: PLAN },
]
