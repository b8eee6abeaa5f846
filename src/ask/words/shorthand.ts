/**
 * Abbreviations, teencode and chat spellings → what they stand for. Read on both sides (question and plan), longest first.
 * An empty right side drops the words. `#` stands for a number that must follow.
 */
export const SHORTHAND: readonly (readonly [string, string])[] = [
  // kept together, so that «chi tieu hoc sinh» is not read as tiểu học
  ['chỉ tiêu', 'chỉ tiêu'], ['mục tiêu', 'mục tiêu'], ['tiêu chí', 'tiêu chí'], ['bao nhiêu', 'bao nhiêu'], ['học sinh', 'học sinh'], ['giáo viên', 'giáo viên'],
  ['hiệu trưởng', 'hiệu trưởng'], ['trưởng phòng', 'trưởng phòng'], ['nhà trường', 'nhà trường'], ['môi trường', 'môi trường'], ['trường học', 'trường học'], ['trường hợp', 'trường hợp'],
  ['thị xã', 'thị xã'], ['thành phố', 'thành phố'], ['chất lượng', 'chất lượng'], ['quản lý', 'quản lý'], ['giáo dục', 'giáo dục'], ['đào tạo', 'đào tạo'], ['cha mẹ', 'cha mẹ'], ['cán bộ', 'cán bộ'], ['đăng ký', 'đăng ký'],
  ['báo cáo', 'báo cáo'], ['nhiệm vụ', 'nhiệm vụ'], ['kế hoạch', 'kế hoạch'], ['chịu trách nhiệm', 'chịu trách nhiệm'],
  // levels and schools
  ['mn', 'mầm non'], ['gdmn', 'giáo dục mầm non'], ['th', 'tiểu học'], ['cấp 1', 'tiểu học'], ['c1', 'tiểu học'],
  ['cấp 2', 'thcs'], ['c2', 'thcs'], ['trung học cơ sở', 'thcs'], ['cấp 3', 'thpt'], ['c3', 'thpt'],
  ['trung học phổ thông', 'thpt'], ['trg', 'trường'], ['trg học', 'trường học'], ['trừơng', 'trường'], ['lp', 'lớp'],
  // people
  ['hs', 'học sinh'], ['hsinh', 'học sinh'], ['gv', 'giáo viên'], ['gvien', 'giáo viên'], ['cbql', 'cán bộ quản lý'],
  ['cb ql', 'cán bộ quản lý'], ['cbgv', 'cán bộ giáo viên'], ['nv', 'nhân viên'], ['gvcn', 'giáo viên chủ nhiệm'],
  ['gvbm', 'giáo viên bộ môn'], ['cmhs', 'cha mẹ học sinh'], ['phhs', 'cha mẹ học sinh'], ['ph', 'cha mẹ'],
  ['bgh', 'ban giám hiệu'], ['ht', 'hiệu trưởng'], ['hsg', 'học sinh giỏi'], ['gvg', 'giáo viên giỏi'],
  // quality
  ['cqg', 'chuẩn quốc gia'], ['chuẩn qg', 'chuẩn quốc gia'], ['đạt chuẩn qg', 'đạt chuẩn quốc gia'], ['clc', 'chất lượng cao'],
  ['kđclgd', 'kiểm định chất lượng giáo dục'], ['kđcl', 'kiểm định chất lượng'], ['csvc', 'cơ sở vật chất'],
  ['pcgd', 'phổ cập giáo dục'], ['xmc', 'xóa mù chữ'], ['csgd', 'cơ sở giáo dục'], ['gdpt', 'giáo dục phổ thông'],
  ['ctgdpt', 'chương trình giáo dục phổ thông'], ['gdtx', 'giáo dục thường xuyên'], ['gdnn', 'giáo dục nghề nghiệp'],
  ['sgk', 'sách giáo khoa'], ['bhyt', 'bảo hiểm y tế'], ['attp', 'an toàn thực phẩm'], ['vsattp', 'vệ sinh an toàn thực phẩm'],
  ['cntt', 'công nghệ thông tin'], ['it', 'công nghệ thông tin'], ['cđs', 'chuyển đổi số'], ['csdl', 'cơ sở dữ liệu'],
  ['cchc', 'cải cách hành chính'], ['qsdđ', 'quyền sử dụng đất'], ['qsd đất', 'quyền sử dụng đất'],
  ['gcn', 'giấy chứng nhận'], ['gcnqsdđ', 'giấy chứng nhận quyền sử dụng đất'], ['sổ đỏ', 'giấy chứng nhận quyền sử dụng đất'],
  ['hp', 'học phí'], ['ngoại ngữ 2', 'ngoại ngữ 2'], ['nn', 'ngoại ngữ'], ['ta', 'tiếng anh'], ['khtn', 'khoa học tự nhiên'],
  ['tntt', 'tai nạn thương tích'], ['xhh', 'xã hội hóa'], ['ktxh', 'kinh tế xã hội'], ['kt xh', 'kinh tế xã hội'],
  ['pccc', 'phòng cháy chữa cháy'], ['tdtt', 'thể dục thể thao'],
  ['tn thpt', 'tốt nghiệp thpt'], ['tn thcs', 'tốt nghiệp thcs'], ['thi tn', 'thi tốt nghiệp'], ['đỗ tn', 'đỗ tốt nghiệp'],
  ['đậu tn', 'đỗ tốt nghiệp'], ['tỉ lệ tn', 'tỷ lệ tốt nghiệp'], ['tỷ lệ tn', 'tỷ lệ tốt nghiệp'],
  ['đoàn tn', 'đoàn thanh niên'], ['đtn', 'đoàn thanh niên'], ['tntp', 'thiếu niên tiền phong'],
  ['điểm tb', 'điểm trung bình'], ['mức tb', 'mức trung bình'], ['tb môn', 'trung bình môn'], ['tb #', 'thông báo'],
  ['tb 3 môn', 'trung bình 3 môn'], ['vào 10', 'vào lớp 10'], ['lớp 10 thpt', 'lớp 10'], ['ts 10', 'tuyển sinh lớp 10'],
  ['hk i', 'học kỳ 1'], ['hk ii', 'học kỳ 2'], ['hk1', 'học kỳ 1'], ['hk2', 'học kỳ 2'], ['học kỳ i', 'học kỳ 1'],
  ['học kỳ ii', 'học kỳ 2'], ['hk 1', 'học kỳ 1'], ['hk 2', 'học kỳ 2'], ['nh', 'năm học'],
  ['2b ngày', '2 buổi ngày'], ['2 b ngày', '2 buổi ngày'], ['2 buổi trên ngày', '2 buổi ngày'], ['2 buổi một ngày', '2 buổi ngày'],
  ['2 buổi 1 ngày', '2 buổi ngày'], ['hai buổi ngày', '2 buổi ngày'], ['hai buổi một ngày', '2 buổi ngày'], ['2 buổi mỗi ngày', '2 buổi ngày'],
  ['ngày 2 buổi', '2 buổi ngày'], ['ngày hai buổi', '2 buổi ngày'], ['cả ngày 2 buổi', '2 buổi ngày'],
  // bodies
  ['gdđt', 'giáo dục'], ['gd đt', 'giáo dục'], ['gd và đt', 'giáo dục'], ['giáo dục và đào tạo', 'giáo dục'], ['giáo dục đào tạo', 'giáo dục'],
  ['gd', 'giáo dục'], ['pgd', 'phòng giáo dục'], ['pgdđt', 'phòng giáo dục'], ['pgd đt', 'phòng giáo dục'], ['sgd', 'sở giáo dục'],
  ['sgdđt', 'sở giáo dục'], ['sgd đt', 'sở giáo dục'], ['bgd', 'bộ giáo dục'], ['bgdđt', 'bộ giáo dục'], ['ubnd', 'ủy ban nhân dân'],
  ['ub', 'ủy ban'], ['hđnd', 'hội đồng nhân dân'], ['mttq', 'mặt trận tổ quốc'], ['lđlđ', 'liên đoàn lao động'],
  ['lhpn', 'liên hiệp phụ nữ'], ['ccb', 'cựu chiến binh'], ['hội cựu chiến binh', 'hội cựu chiến binh'], ['tnmt', 'tài nguyên môi trường'],
  ['tn mt', 'tài nguyên môi trường'], ['tài nguyên và môi trường', 'tài nguyên môi trường'], ['tckh', 'tài chính kế hoạch'],
  ['tc kh', 'tài chính kế hoạch'], ['qlđt', 'quản lý đô thị'], ['lđtbxh', 'lao động thương binh xã hội'],
  ['lđ tb xh', 'lao động thương binh xã hội'], ['lao động thương binh và xã hội', 'lao động thương binh xã hội'],
  ['phòng nv', 'phòng nội vụ'], ['bql', 'ban quản lý'], ['bqlda', 'ban quản lý dự án'], ['bql da', 'ban quản lý dự án'],
  ['đtxd', 'đầu tư xây dựng'], ['ptqđ', 'phát triển quỹ đất'], ['vhtt', 'văn hóa thông tin'], ['vh tt', 'văn hóa thông tin'],
  ['tttt', 'thể thao'], ['ca', 'công an'], ['btv', 'ban thường vụ'], ['tt gdnn', 'trung tâm giáo dục nghề nghiệp'], ['bcđ', 'ban chỉ đạo'],
  // documents
  ['kh', 'kế hoạch'], ['bc', 'báo cáo'], ['qđ', 'quyết định'], ['nq', 'nghị quyết'], ['cv', 'công văn'], ['ctr', 'chương trình'],
  ['cthđ', 'chương trình hành động'], ['ct #', 'chỉ thị'], ['cttu', 'chỉ thị'], ['tt #', 'thông tư'], ['ct', 'chương trình'],
  // chat
  ['bn', 'bao nhiêu'], ['bnh', 'bao nhiêu'], ['bnhiu', 'bao nhiêu'], ['bnhieu', 'bao nhiêu'], ['bao nhiu', 'bao nhiêu'], ['bn nhiêu', 'bao nhiêu'],
  ['bao nhiu %', 'bao nhiêu'], ['nhiu', 'bao nhiêu'], ['mấy %', 'bao nhiêu'], ['mí', 'mấy'], ['ko', 'không'], ['k', 'không'], ['kg', 'không'], ['kh0', 'không'],
  ['hok', 'không'], ['hong', 'không'], ['hông', 'không'], ['khum', 'không'], ['khong', 'không'], ['dc', 'được'], ['đc', 'được'],
  ['dk', 'được'], ['đk', 'được'], ['ntn', 'như thế nào'], ['tn', 'tốt nghiệp'], ['j', 'gì'], ['gi z', 'gì'], ['v', 'vậy'], ['z', 'vậy'],
  ['zậy', 'vậy'], ['lm', 'làm'], ['lèm', 'làm'], ['cx', 'cũng'], ['vs', 'so với'], ['mk', 'mình'], ['ng', 'người'], ['trc', 'trước'],
  ['hum', 'hôm'], ['bít', 'biết'], ['bik', 'biết'], ['bt', 'biết'], ['ak', 'à'], ['tl', 'tỷ lệ'], ['sl', 'số lượng'], ['sd', 'sử dụng'],
  ['tg', 'thời gian'], ['hnay', 'hôm nay'], ['ny', 'này'], ['mng', 'mọi người'], ['plz', ''], ['pls', ''], ['ad', ''], ['oke', 'ok'],
  ['thưa thầy cô', ''], ['dạ thầy cô', ''], ['chào thầy cô', 'chào'], ['tx', 'thị xã'], ['tp', 'thành phố'], ['q', 'quận'],
]
