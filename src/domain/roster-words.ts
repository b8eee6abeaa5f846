import type { Level } from './level.ts'
import type { OrgUnitKind } from './org-unit.ts'
import type { RosterPost } from './roster-post.ts'

/** What a roster may say of a unit, in the order of the template. */
export const ROSTER_COLUMNS = [
  'code',
  'name',
  'kind',
  'levels',
  'governance',
  'reporting',
  'post',
  'contactName',
  'phone',
] as const
export type RosterColumn = (typeof ROSTER_COLUMNS)[number]

/** Headers people write, accent-free; the first of each is the template's. */
export const HEADERS: Readonly<Record<RosterColumn, readonly string[]>> = {
  code: ['ma don vi', 'ma truong', 'ma', 'code'],
  name: ['ten don vi', 'ten truong', 'don vi', 'truong', 'ten', 'name'],
  kind: ['loai', 'loai don vi', 'loai hinh', 'kind'],
  levels: ['cap hoc', 'cap', 'bac hoc', 'levels'],
  governance: ['don vi quan ly', 'don vi cha', 'don vi cha (quan ly)', 'quan ly', 'governance'],
  reporting: ['don vi bao cao', 'don vi nhan bao cao', 'bao cao ve', 'bao cao', 'reporting'],
  post: ['chuc vu', 'vai tro', 'chuc danh', 'post', 'role'],
  contactName: [
    'ho ten',
    'ho va ten',
    'ho ten hieu truong',
    'hieu truong',
    'ho va ten hieu truong',
    'dau moi',
    'contact',
  ],
  phone: ['dien thoai', 'so dien thoai', 'sdt', 'dt', 'phone'],
}

/** Kinds as written, accent-free. */
export const KINDS: Readonly<Record<string, OrgUnitKind>> = {
  truong: 'school',
  'co so giao duc': 'school',
  school: 'school',
  xa: 'commune',
  phuong: 'commune',
  'thi tran': 'commune',
  commune: 'commune',
  phong: 'department',
  so: 'department',
  'co quan': 'department',
  department: 'department',
  cum: 'cluster',
  cluster: 'cluster',
  huyen: 'district',
  'thi xa': 'district',
  quan: 'district',
  'thanh pho': 'district',
  district: 'district',
  tinh: 'province',
  province: 'province',
}

/** Posts as written, accent-free. */
export const POSTS: Readonly<Record<string, RosterPost>> = {
  'hieu truong': 'principal',
  ht: 'principal',
  principal: 'principal',
  'pho hieu truong': 'deputy',
  'hieu pho': 'deputy',
  pht: 'deputy',
  deputy: 'deputy',
  'giao vien': 'teacher',
  gv: 'teacher',
  teacher: 'teacher',
  'dau moi': 'contributor',
  contributor: 'contributor',
  'can bo': 'officer',
  'can bo phu trach': 'officer',
  'chuyen vien': 'officer',
  officer: 'officer',
  'lanh dao': 'leader',
  leader: 'leader',
}

/** Levels as written, accent-free. */
export const LEVEL_NAMES: Readonly<Record<string, Level>> = {
  mn: 'preschool',
  'mam non': 'preschool',
  'mau giao': 'preschool',
  preschool: 'preschool',
  th: 'primary',
  'tieu hoc': 'primary',
  primary: 'primary',
  thcs: 'lower-secondary',
  'trung hoc co so': 'lower-secondary',
  'lower-secondary': 'lower-secondary',
  thpt: 'upper-secondary',
  'trung hoc pho thong': 'upper-secondary',
  'upper-secondary': 'upper-secondary',
}
