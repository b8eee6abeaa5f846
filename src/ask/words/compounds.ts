const split = (words: string): readonly string[] =>
  words
    .split(/[\n,]+/)
    .map((word) => word.trim())
    .filter(Boolean)

/**
 * Words of several syllables that mean something their syllables do not: «điểm chuẩn» is neither «điểm» nor «chuẩn». A fact that says
 * the syllables apart does not say the word. Things that offices and schools are asked about, whether a plan tells them or not.
 */
export const WHOLE_WORDS = split(`
điểm chuẩn, điểm sàn, điểm danh, điểm thưởng, diện tích, chứng chỉ, nghỉ hè, nghỉ tết, nghỉ học, nghỉ lễ, nghỉ hưu, hè, khai giảng, bế giảng, tựu trường, sĩ số, học bổng, học phí, học bạ
thư viện, nhà vệ sinh, vệ sinh, nhà bếp, bếp ăn, bán trú, nội trú, xe đưa đón, đồng phục, sân chơi, bể bơi, máy tính, máy chiếu, phòng máy, phòng học, phòng bộ môn, nhà công vụ, ký túc xá, căng tin
bảo hiểm, suy dinh dưỡng, béo phì, cận thị, khám sức khỏe, tiêm chủng, bạo lực, kỷ luật, bỏ học, lưu ban, ở lại lớp, học lại, thi lại, chuyển trường, chuyển cấp, tuyển sinh, xét tuyển, tuyển thẳng, nguyện vọng
dân số, dân tộc, hộ nghèo, mồ côi, khuyết tật, hòa nhập, năng khiếu, câu lạc bộ, ngoại khóa, dã ngoại, tham quan, văn nghệ, bóng đá, huy chương, giải thưởng, bằng khen, danh hiệu
thạc sĩ, tiến sĩ, đại học, cao đẳng, trung cấp, sư phạm, nghiệp vụ, biên chế, hợp đồng, thâm niên, phụ cấp, tiền lương, thu nhập, kinh phí, ngân sách, học liệu, sách giáo khoa, giáo án
tiền thưởng, mức thưởng, internet, wifi, camera, khuôn viên, cây xanh, cổng trường, bãi xe, nước sạch, điện nước, ánh sáng, bàn ghế, dự toán, đấu thầu, tiến độ, tỷ số, bình quân đầu người
`)
