export const INTENTS = ['quantity', 'how-many', 'target', 'when', 'days-left', 'who', 'task', 'define', 'list', 'compare', 'verify', 'why', 'identity', 'money', 'person', 'source', 'recipient', 'contact'] as const
export type Intent = (typeof INTENTS)[number]

/** What each way of asking is after; matched on the words of the question, longest first, several may hold. */
export const INTENT_PHRASES: Readonly<Record<Intent, readonly string[]>> = {
  quantity: ['bao nhiêu', 'mấy', 'tỷ lệ', 'số lượng', 'how many', 'how much', 'what share', 'share', 'percent', 'chiếm', 'đạt mức nào', 'thứ mấy', 'số mấy'],
  'how-many': ['bao nhiêu', 'mấy', 'how many', 'how much', 'what share', 'what percentage', 'percent', 'what rate'],
  target: ['chỉ tiêu', 'mục tiêu', 'phấn đấu', 'target', 'goal', 'aim'],
  when: ['hạn', 'hạn nộp', 'hạn chót', 'thời hạn', 'deadline', 'khi nào', 'ngày nào', 'bao giờ', 'ngày mấy', 'mấy giờ', 'lúc nào', 'chừng nào', 'mốc báo cáo', 'mốc thời gian', 'hạn cuối', 'trước ngày', 'when', 'by when', 'due', 'bao lâu một lần', 'bao lâu', 'how often', 'mấy lần', 'trễ nhất', 'chậm nhất', 'muộn nhất', 'latest', 'năm nào', 'tháng mấy', 'what date', 'which date', 'kỳ hạn'],
  'days-left': ['còn bao nhiêu ngày', 'còn mấy ngày', 'mấy ngày nữa', 'bao nhiêu ngày nữa', 'bao lâu nữa', 'how many days', 'days left', 'days remain', 'còn bao lâu', 'mấy hôm nữa', 'còn mấy hôm'],
  who: ['ai', 'đơn vị nào', 'cơ quan nào', 'phòng nào', 'ban nào', 'bộ phận nào', 'tổ chức nào', 'phòng ban nào', 'bên nào', 'hội nào', 'nơi nào', 'chủ trì', 'chịu trách nhiệm', 'phụ trách', 'who', 'which office', 'which unit', 'which department', 'which agency', 'which body', 'in charge', 'responsible for', 'đầu mối', 'ngành nào', 'trung tâm nào', 'which organisation', 'which organization', 'whose job', 'cấp nào'],
  task: ['làm gì', 'nhiệm vụ gì', 'việc gì', 'trách nhiệm gì', 'phải làm', 'làm những gì', 'nhiệm vụ của', 'có nhiệm vụ', 'được giao', 'vai trò', 'trách nhiệm của', 'nhiệm vụ nào', 'việc nào', 'làm sao', 'làm thế nào', 'như thế nào', 'what must', 'what should', 'what does', 'duties', 'duties of', 'tasks of', 'what is expected', 'responsibilities', 'responsibility', 'phải lo', 'lo gì', 'lo những gì', 'giao gì', 'việc của', 'những việc', 'nhiệm vụ', 'supposed to do', 'what are the duties'],
  define: ['là gì', 'nghĩa là gì', 'hiểu là', 'định nghĩa', 'khái niệm', 'là sao', 'what is', 'mean', 'means', 'definition', 'gồm gì', 'tức là gì', 'là như thế nào', 'dưới mấy tuổi', 'mấy tuổi'],
  list: ['gồm những', 'gồm', 'bao gồm', 'liệt kê', 'kể tên', 'nêu tên', 'danh sách', 'những trường nào', 'trường nào', 'những nơi nào', 'những', 'các trường nào', 'name the', 'list', 'which schools', 'what are', 'which', 'có những', 'chỉ tiêu nào', 'những ai', 'điểm nào', 'môn nào'],
  compare: ['so sánh', 'so với', 'hơn kém', 'khác nhau', 'chênh lệch', 'chênh', 'compare', 'difference', 'versus', 'vs', 'cao hơn', 'thấp hơn', 'nhiều hơn', 'ít hơn', 'higher', 'lower', 'tăng bao nhiêu', 'giảm bao nhiêu', 'tăng thêm bao nhiêu', 'tăng mấy', 'khác gì', 'giống nhau', 'than', 'hay là'],
  verify: ['có phải', 'phải không', 'đúng không', 'có đúng', 'đúng chưa', 'phải chăng', 'is it true', 'right', 'is it correct', 'correct'],
  why: ['tại sao', 'vì sao', 'sao lại', 'why', 'lý do gì', 'vì lý do', 'nguyên nhân nào'],
  identity: ['số hiệu', 'số bao nhiêu', 'kế hoạch số mấy', 'văn bản số', 'số văn bản', 'ban hành ngày', 'ngày ban hành', 'ban hành', 'ban hành khi nào', 'ai ký', 'người ký', 'do ai ký', 'căn cứ', 'cơ quan ban hành', 'của cơ quan nào', 'ai ban hành', 'văn bản gì', 'văn bản nào', 'issued', 'signed', 'who signed', 'legal basis', 'ký ngày', 'ký', 'directive', 'chỉ thị', 'nghị quyết', 'quyết định', 'which plan', 'kế hoạch nào', 'nơi nhận', 'chương trình hành động', 'signatory', 'document number', 'dated', 'kế hoạch số'],
  money: ['bao nhiêu tiền', 'mấy tiền', 'bao nhiêu đồng', 'triệu đồng', 'tỷ đồng', 'triệu', 'kinh phí bao nhiêu', 'tốn bao nhiêu', 'how much money', 'cost', 'price', 'vnd', 'lương bao nhiêu', 'ngân sách bao nhiêu', 'mấy đồng', 'how much does', 'budget in', 'bao nhiêu tỷ'],
  person: ['ai là', 'là ai', 'tên gì', 'tên là gì', 'họ tên', 'who is', 'name of the'],
  source: ['nguồn', 'trích dẫn', 'mục nào', 'ở mục', 'trang nào', 'điều nào', 'which section', 'source', 'citation', 'căn cứ vào đâu', 'lấy ở đâu'],
  contact: ['địa chỉ', 'điện thoại', 'số điện thoại', 'email', 'website', 'facebook', 'hotline', 'zalo', 'fax', 'address', 'phone', 'phone number', 'thời khóa biểu', 'lịch nghỉ', 'giờ học', 'thời tiết', 'weather', 'timetable'],
  recipient: ['cho ai', 'gửi ai', 'gửi đâu', 'nộp đâu', 'nộp cho ai', 'về đâu', 'với ai', 'gửi về đâu', 'to whom', 'submitted to', 'gửi cho', 'đến đâu'],
}

/** A follow-up may begin with one of these. */
export const FOLLOW_UP_STARTS = ['thế còn', 'vậy còn', 'còn', 'thế', 'vậy', 'rồi', 'thế thì', 'còn với', 'what about', 'how about', 'and', 'and for', 'then', 'và', 'thế năm', 'tiếp', 'ngoài ra', 'cũng', 'nó', 'cái đó', 'cái này', 'chỉ tiêu đó', 'chỉ tiêu này', 'việc đó', 'đó', 'also', 'same for']
