import type { SeededRandom } from '../../src/domain/seeded-random.ts'

const FAMILIES = [
  'Nguyễn',
  'Trần',
  'Lê',
  'Phạm',
  'Vũ',
  'Đỗ',
  'Bùi',
  'Hoàng',
  'Đặng',
  'Ngô',
  'Dương',
  'Đinh',
  'Lưu',
  'Mai',
]
const WOMEN_MIDDLES = ['Thị', 'Thu', 'Thanh', 'Ngọc', 'Minh', 'Bích', 'Hồng', 'Kim']
const WOMEN_NAMES = [
  'Hà',
  'Lan',
  'Hương',
  'Mai',
  'Nga',
  'Thủy',
  'Hằng',
  'Yến',
  'Liên',
  'Phượng',
  'Nhung',
  'Tuyết',
  'Hạnh',
  'Oanh',
]
const MEN_MIDDLES = ['Văn', 'Đức', 'Quang', 'Minh', 'Xuân', 'Thành', 'Hữu', 'Công']
const MEN_NAMES = [
  'Dũng',
  'Hùng',
  'Tuấn',
  'Long',
  'Sơn',
  'Thắng',
  'Khánh',
  'Hải',
  'Bình',
  'Toàn',
  'Cường',
  'Nam',
  'Phúc',
  'Vinh',
]

/** Returns natural full names of nobody in particular: parts drawn at random, none given twice. `womenShare` is from 0 to 1. */
export function createNames(random: SeededRandom): (womenShare: number) => string {
  const given = new Set<string>()
  return (womenShare) => {
    for (;;) {
      const name = drawName(random, random.next() < womenShare)
      if (given.has(name)) continue
      given.add(name)
      return name
    }
  }
}

function drawName(random: SeededRandom, isWoman: boolean): string {
  const middle = random.pick(isWoman ? WOMEN_MIDDLES : MEN_MIDDLES)
  const first = random.pick(isWoman ? WOMEN_NAMES : MEN_NAMES)
  return `${random.pick(FAMILIES)} ${middle} ${first}`
}
