/** What stands between numerator and denominator: «18/21», «18:21», «18 trên 21», «18 trong tổng số 21». */
export const RATIO_SIGN =
  /\s?[/:÷]\s?|\s(?:trên|tren|trong|out of|of)\s(?:(?:tổng số|tong so|tổng|số|a total of)\s)?/iu
