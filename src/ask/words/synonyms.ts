/**
 * General ways of saying the same thing, brought to one; read on both sides after the shorthand. Nothing here belongs to one plan.
 * Tokens starting with `@` are made up: report periods that would otherwise read as a year.
 */
export const SYNONYMS: readonly (readonly [string, string])[] = [
  ['phụ huynh học sinh', 'cha mẹ'], ['cha mẹ học sinh', 'cha mẹ'], ['phụ huynh', 'cha mẹ'], ['bố mẹ', 'cha mẹ'], ['ba mẹ', 'cha mẹ'],
  ['thầy cô giáo', 'giáo viên'], ['thầy cô', 'giáo viên'], ['thầy giáo cô giáo', 'giáo viên'], ['nhà giáo', 'giáo viên'], ['giáo dục viên', 'giáo viên'],
  ['học trò', 'học sinh'], ['thi đậu', 'thi đỗ'], ['tỷ lệ đậu', 'tỷ lệ đỗ'], ['tỉ lệ đậu', 'tỷ lệ đỗ'], ['đậu tốt nghiệp', 'đỗ tốt nghiệp'], ['đậu lớp 10', 'đỗ lớp 10'], ['đậu vào', 'đỗ vào'], ['trúng tuyển', 'đỗ'], ['tỉ lệ', 'tỷ lệ'], ['tỉ', 'tỷ'], ['hàng năm', 'hằng năm'],
  ['mỗi năm', 'hằng năm'], ['hàng tháng', 'hằng tháng'], ['mỗi tháng', 'hằng tháng'], ['thăm quan', 'tham quan'], ['kì', 'kỳ'],
  ['quản lí', 'quản lý'], ['đảm bảo', 'bảo đảm'], ['xoá', 'xóa'], ['em bé', 'trẻ'], ['trẻ em', 'trẻ'], ['các bé', 'trẻ'], ['các cháu', 'trẻ'], ['cháu 5 tuổi', 'trẻ 5 tuổi'], ['bé 5 tuổi', 'trẻ 5 tuổi'],
  ['không dùng tiền mặt', 'không tiền mặt'], ['không sử dụng tiền mặt', 'không tiền mặt'], ['phi tiền mặt', 'không tiền mặt'],
  ['chuyển khoản', 'không tiền mặt'], ['hồ sơ số', 'hồ sơ điện tử'], ['đóng học phí', 'nộp học phí'], ['trả học phí', 'nộp học phí'],
  ['đi học', 'ra lớp'], ['đến lớp', 'ra lớp'], ['đến trường', 'ra lớp'], ['huy động ra lớp', 'ra lớp'], ['tới lớp', 'ra lớp'],
  ['đi nhà trẻ', 'nhà trẻ ra lớp'], ['5 tuổi', '5 tuổi'], ['năm tuổi', '5 tuổi'], ['lên 5', '5 tuổi'],
  ['dạy và học', 'dạy học'], ['giảng dạy', 'dạy học'], ['xếp hạng', 'thứ hạng'], ['hạng mấy', 'thứ hạng mấy'], ['xếp thứ', 'đứng thứ'],
  ['tốp', 'top'], ['tốp đầu', 'top đầu'], ['khó khăn', 'vướng mắc'], ['rào cản', 'vướng mắc'], ['trường số', 'trường học điện tử'],
  ['điểm đến di tích', 'điểm di tích'], ['xây dựng mới', 'xây mới'], ['xây thêm', 'xây mới'], ['xuống cấp', 'xuống cấp'], ['sửa chữa', 'sửa chữa'],
  ['sách điện tử', 'sách điện tử'], ['sổ điểm', 'sổ ghi điểm'], ['sổ gọi tên và ghi điểm', 'sổ ghi điểm'], ['sổ gọi tên ghi điểm', 'sổ ghi điểm'],
  ['kết nghĩa', 'kết nghĩa'], ['tự chủ', 'tự chủ'], ['hàn quốc', 'hàn'], ['nhật bản', 'nhật'], ['bằng khen', 'khen thưởng'],
  ['hiệu trưởng nhà trường', 'hiệu trưởng'], ['người đứng đầu nhà trường', 'hiệu trưởng'], ['hội phụ nữ', 'hội liên hiệp phụ nữ'],
  ['nạn đuối nước', 'đuối nước'], ['chết đuối', 'đuối nước'], ['tiếng anh', 'tiếng anh'], ['môn anh', 'môn anh'],
  // report periods
  ['6 tháng đầu năm', '@half'], ['6 tháng', '@half'], ['sáu tháng', '@half'], ['nửa năm', '@half'], ['giữa năm', '@half'], ['half year', '@half'],
  ['half yearly', '@half'], ['six month', '@half'], ['six months', '@half'], ['6 month', '@half'], ['semi annual', '@half'], ['mid year', '@half'], ['biannual', '@half'],
  ['báo cáo năm', 'báo cáo @year'], ['báo cáo hằng năm', 'báo cáo @year'], ['báo cáo cuối năm', 'báo cáo @year'],
  ['báo cáo cả năm', 'báo cáo @year'], ['báo cáo tổng kết năm', 'báo cáo @year'], ['báo cáo tổng hợp năm', 'báo cáo tổng hợp @year'],
  ['báo cáo kết quả hằng năm', 'báo cáo kết quả @year'], ['báo cáo kết quả năm', 'báo cáo kết quả @year'], ['tổng hợp năm', 'tổng hợp @year'],
  ['annual report', '@year report'], ['yearly report', '@year report'], ['year end report', '@year report'], ['year report', '@year report'],
  ['annual', '@year'], ['yearly', '@year'], ['hằng năm báo cáo', 'báo cáo @year'], ['báo cáo của năm', 'báo cáo @year'],
  // English
  ['kindergarten', 'preschool'], ['kindergartens', 'preschool'], ['pre school', 'preschool'], ['nursery school', 'preschool'], ['elementary', 'primary'],
  ['junior high', 'lower secondary'], ['junior secondary', 'lower secondary'], ['middle school', 'lower secondary school'], ['middle schools', 'lower secondary school'],
  ['senior high', 'upper secondary'], ['high schools', 'upper secondary school'], ['high school', 'upper secondary school'],
  ['pupil', 'student'], ['pupils', 'student'], ['learner', 'student'], ['learners', 'student'], ['kids', 'child'], ['children', 'child'],
  ['headteacher', 'principal'], ['head teacher', 'principal'], ['headmaster', 'principal'], ['school head', 'principal'], ['school heads', 'principal'],
  ['without cash', 'cashless'], ['non cash', 'cashless'], ['cash free', 'cashless'], ['fees', 'tuition'], ['fee', 'tuition'], ['tuition fees', 'tuition'], ['tuition fee', 'tuition'],
  ['e school', 'electronic school'], ['e schools', 'electronic school'], ['digital school', 'electronic school'], ['digital schools', 'electronic school'],
  ['managers', 'manager'], ['administrators', 'manager'], ['education managers', 'manager'], ['percentage', 'share'], ['proportion', 'share'], ['rate', 'share'],
  ['police', 'police'], ['sister schools', 'twinned school'], ['twin schools', 'twinned school'], ['twinning', 'twinned'], ['paired schools', 'twinned school'],
  ['medical insurance', 'health insurance'], ['full day', '2 session day'], ['two sessions', '2 session'], ['2 sessions', '2 session'], ['two session', '2 session'],
  ['sessions a day', 'session day'], ['sessions per day', 'session day'], ['session a day', 'session day'], ['session per day', 'session day'],
  ['foreign languages', 'foreign language'], ['land use right', 'land use'], ['exam', 'examination'], ['exams', 'examination'], ['five year old', '5 year old'],
  ['five year olds', '5 year old'], ['year olds', 'year old'], ['5 year olds', '5 year old'], ['aged 5', '5 year old'], ['aged five', '5 year old'], ['age 5', '5 year old'],
]
