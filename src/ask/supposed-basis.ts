import type { Token } from './normalise.ts'
import { plainly } from './plainly.ts'

/** «Kế hoạch 171 là để thực hiện kế hoạch của Sở Hà Nội (phải không)»: what it does rest on tells, whatever is supposed. */
export const supposesBasis = (words: readonly Token[]): boolean => SUPPOSES.test(plainly(words))

const SUPPOSES =
  /^(?:(?:ke hoach|cong van|thong bao|van ban|cua|@plan:\S+) )+(?:nay )?(?:la )?(?:de |nham )?(?:thuc hien|trien khai|can cu|dua tren|theo|cua(?! @plan)|do) .*(?:ke hoach|chi thi|nghi quyet|chuong trinh hanh dong|(?<!ho )so|uy ban|tinh uy|thi uy|quan uy|huyen uy|bo|chinh phu) /
