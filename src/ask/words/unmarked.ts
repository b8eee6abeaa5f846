import { wordList } from './word-list.ts'

/**
 * Words of several syllables that are meant when they stand together without marks, though each syllable may be another word then:
 * «nha» is «nhà» in «nha tre» and «nhé» at the end of a question.
 */
export const TOGETHER = wordList(`
nhà trẻ, nhóm trẻ, mẫu giáo, chống xuống cấp, tự chủ, tự quản lý, chuyển đổi số, hài lòng, chuyên cần, lên lớp thẳng, đứng lớp, tốp đầu, thi đua, phổ cập, kết nghĩa
học bơi, dạy bơi, biết bơi, tập bơi, lớp bơi, bơi hè, đuối nước, dạy thêm, học thêm, bếp ăn, an ninh, công an, tư vấn tâm lý, phân luồng, hướng nghiệp, học bạ, sổ điểm, học liệu, thư viện
hội khuyến học, hội nông dân, hội phụ nữ, hội cựu chiến binh, hội đồng trường, liên đoàn lao động, quận đoàn, báo cáo, phòng học, đại biểu, hội nghị, phụ huynh, học phí, bảo hiểm y tế
công nhận mới, công nhận lại, đạt chuẩn, mức độ, giáo dục thông minh, lớp học thông minh, trường học điện tử, chất lượng cao, ai ký, ký tên, kí tên, ký văn bản, đặt bút ký
`)
