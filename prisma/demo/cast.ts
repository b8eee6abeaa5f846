/** Who stands out in the demo world: people worth trying the product as, with what to try. */
import type { Text } from '../../src/domain/text.ts'

export type RoleName = 'teacher' | 'principal' | 'contributor' | 'officer' | 'leader' | 'admin'

export interface Part {
  readonly role: RoleName
  readonly unit: string
  readonly note: Text
  readonly isFeatured?: boolean
  /** registered: known already. phone: invited, the roster has their phone. officer: invited, an officer has to approve. */
  readonly entry?: 'registered' | 'phone' | 'officer'
  readonly womenShare?: number
}

export const OFFICE: readonly Part[] = [
  {
    role: 'admin',
    unit: 'QN',
    isFeatured: true,
    note: {
      vi: 'Quản trị viên: thử /lienket trong nhóm lãnh đạo, /hethong để xem tình trạng.',
      en: 'Administrator: try /lienket in the leaders’ group, /hethong for the state of the system.',
    },
  },
  {
    role: 'officer',
    unit: 'QY',
    isFeatured: true,
    womenShare: 1,
    note: {
      vi: 'Chuyên viên Quảng Yên: thử /duyet để duyệt hoặc trả lại lượt nộp, /tiendo để xem tiến độ.',
      en: 'Officer of Quảng Yên: try /duyet to accept or return, /tiendo to see progress.',
    },
  },
  {
    role: 'officer',
    unit: 'QY',
    note: { vi: 'Chuyên viên Quảng Yên, cùng duyệt số liệu.', en: 'Officer of Quảng Yên, reviews too.' },
  },
  {
    role: 'officer',
    unit: 'QN',
    isFeatured: true,
    note: {
      vi: 'Chuyên viên cấp tỉnh: duyệt số liệu của các trường THPT.',
      en: 'Officer of the province: accepts the upper secondary schools’ figures.',
    },
  },
  {
    role: 'leader',
    unit: 'QY',
    isFeatured: true,
    note: {
      vi: 'Lãnh đạo: đọc bản tin, hỏi chỉ tiêu, xem tiến độ.',
      en: 'Leader: reads digests, asks for targets, looks at progress.',
    },
  },
  {
    role: 'leader',
    unit: 'QY',
    womenShare: 1,
    note: { vi: 'Lãnh đạo phụ trách khối giáo dục.', en: 'Leader responsible for education.' },
  },
]

/** Principals with a story; every other school has one without. */
export const PRINCIPALS: Readonly<Record<string, Omit<Part, 'role' | 'unit'>>> = {
  'QY-MN-01': {
    isFeatured: true,
    note: {
      vi: 'Hiệu trưởng chưa nộp biểu năm 2026: thử /nop.',
      en: 'Principal who has not begun the yearly form 2026: try /nop.',
    },
  },
  'QY-TH-01': {
    isFeatured: true,
    note: {
      vi: 'Hiệu trưởng có bản nháp dở dang: /nop sẽ tiếp tục đúng chỗ.',
      en: 'Principal with a half filled draft: /nop goes on where it stopped.',
    },
  },
  'QY-THCS-01': {
    isFeatured: true,
    note: {
      vi: 'Hiệu trưởng bị trả lại lượt nộp: xem lý do và nộp lại.',
      en: 'Principal whose submission was returned: see why and submit again.',
    },
  },
  'QY-THCS-02': {
    isFeatured: true,
    note: {
      vi: 'Hiệu trưởng có lượt nộp của giáo viên chờ xác nhận.',
      en: 'Principal with a teacher’s submission waiting to be confirmed.',
    },
  },
  'QY-THPT-01': {
    isFeatured: true,
    note: {
      vi: 'Hiệu trưởng THPT: số liệu đang chờ cấp tỉnh duyệt.',
      en: 'Upper secondary principal: figures wait for the province.',
    },
  },
  'QY-THCS-03': {
    isFeatured: true,
    entry: 'phone',
    note: {
      vi: 'Hiệu trưởng vừa được mời: mở đường dẫn mời rồi chia sẻ số điện thoại, số khớp danh bạ.',
      en: 'Just invited principal: open the invitation, share the phone; it matches the roster.',
    },
  },
  'QY-MN-02': {
    isFeatured: true,
    entry: 'officer',
    note: {
      vi: 'Hiệu trưởng vừa được mời: số điện thoại không khớp danh bạ, cần cán bộ duyệt.',
      en: 'Just invited principal: the phone does not match, an officer has to approve.',
    },
  },
  'QY-MN-08': {
    entry: 'phone',
    note: { vi: 'Hiệu trưởng được mời, chưa vào.', en: 'Invited principal, not in yet.' },
  },
  'QY-MN-14': {
    entry: 'phone',
    note: { vi: 'Hiệu trưởng được mời, chưa vào.', en: 'Invited principal, not in yet.' },
  },
  'QY-TH-05': {
    entry: 'phone',
    note: { vi: 'Hiệu trưởng được mời, chưa vào.', en: 'Invited principal, not in yet.' },
  },
  'QY-TH-11': {
    entry: 'officer',
    note: {
      vi: 'Hiệu trưởng được mời, chưa vào; danh bạ chưa có số điện thoại này.',
      en: 'Invited principal, not in yet; the roster lacks this phone.',
    },
  },
  'QY-THCS-09': {
    entry: 'phone',
    note: { vi: 'Hiệu trưởng được mời, chưa vào.', en: 'Invited principal, not in yet.' },
  },
  'QY-THCS-16': {
    entry: 'officer',
    note: {
      vi: 'Hiệu trưởng được mời, chưa vào; danh bạ chưa có số điện thoại này.',
      en: 'Invited principal, not in yet; the roster lacks this phone.',
    },
  },
  'QY-THPT-06': {
    entry: 'phone',
    note: {
      vi: 'Hiệu trưởng THPT được mời, chưa vào.',
      en: 'Invited upper secondary principal, not in yet.',
    },
  },
}

const teacher = (unit: string): Part => ({
  role: 'teacher',
  unit,
  womenShare: 0.75,
  note: { vi: 'Giáo viên được giao nhập số liệu.', en: 'Teacher who fills in figures.' },
})

const contact = (unit: string): Part => ({
  role: 'contributor',
  unit,
  note: { vi: 'Đầu mối báo cáo của đơn vị.', en: 'Contact who reports for the unit.' },
})

export const STAFF: readonly Part[] = [
  {
    ...teacher('QY-THCS-02'),
    isFeatured: true,
    note: {
      vi: 'Giáo viên đã nộp, đang chờ hiệu trưởng xác nhận.',
      en: 'Teacher who submitted and waits for the principal.',
    },
  },
  ...['QY-MN-01', 'QY-MN-04', 'QY-TH-01', 'QY-TH-03', 'QY-THCS-05', 'QY-THPT-01', 'QY-THPT-02'].map(teacher),
  {
    ...teacher('QY-TH-02'),
    entry: 'phone',
    note: {
      vi: 'Giáo viên vừa được mời: mở đường dẫn là vào được ngay.',
      en: 'Just invited teacher: the link alone lets them in.',
    },
  },
  {
    role: 'principal',
    unit: 'QY-THCS-01',
    note: { vi: 'Phó hiệu trưởng được ủy quyền.', en: 'Deputy with the principal’s delegation.' },
  },
  {
    ...contact('QY-PX-01'),
    isFeatured: true,
    note: {
      vi: 'Đầu mối của phường: báo cáo phần của cấp xã.',
      en: 'Contact of a ward: reports the commune’s part.',
    },
  },
  ...['QY-PX-02', 'QY-PX-03', 'QY-PX-07', 'QY-PX-12', 'QY-PX-15', 'QY-PX-17', 'QY-PX-18'].map(contact),
  { ...contact('QY-PX-19'), entry: 'phone' },
  {
    ...contact('QY-PGD'),
    note: {
      vi: 'Đầu mối của Phòng Giáo dục và Đào tạo: nhập số liệu của ngành (điểm thi, xếp hạng).',
      en: 'Contact of the education office: enters the sector’s own figures (exams, ranks).',
    },
  },
]
