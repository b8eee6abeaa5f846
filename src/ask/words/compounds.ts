import { wordList } from './word-list.ts'

/**
 * Words of several syllables that mean something their syllables do not: «điểm chuẩn» is neither «điểm» nor «chuẩn». A fact that says
 * the syllables apart does not say the word. Things that offices and schools are asked about, whether a plan tells them or not.
 */
export const WHOLE_WORDS = wordList(`
điểm chuẩn, điểm sàn, điểm danh, điểm thưởng, diện tích, chứng chỉ, nghỉ hè, nghỉ tết, nghỉ học, nghỉ lễ, nghỉ hưu, hè, khai giảng, bế giảng, tựu trường, sĩ số, học bổng, học phí, học bạ
thư viện, nhà vệ sinh, vệ sinh, nhà bếp, bếp ăn, bán trú, nội trú, xe đưa đón, đồng phục, sân chơi, bể bơi, máy tính, máy chiếu, phòng máy, phòng học, phòng bộ môn, nhà công vụ, ký túc xá, căng tin
bảo hiểm, suy dinh dưỡng, béo phì, cận thị, khám sức khỏe, tiêm chủng, bạo lực, kỷ luật, bỏ học, lưu ban, ở lại lớp, học lại, thi lại, chuyển trường, chuyển cấp, tuyển sinh, xét tuyển, tuyển thẳng, nguyện vọng
dân số, dân tộc, hộ nghèo, mồ côi, khuyết tật, hòa nhập, năng khiếu, câu lạc bộ, ngoại khóa, dã ngoại, tham quan, văn nghệ, bóng đá, huy chương, toàn đoàn, nhất toàn đoàn, giải thưởng, bằng khen, danh hiệu
thạc sĩ, tiến sĩ, đại học, cao đẳng, trung cấp, sư phạm, nghiệp vụ, biên chế, hợp đồng, thâm niên, phụ cấp, tiền lương, thu nhập, kinh phí, ngân sách, học liệu, sách giáo khoa, giáo án
tiền thưởng, mức thưởng, internet, wifi, camera, khuôn viên, cây xanh, cổng trường, bãi xe, nước sạch, điện nước, ánh sáng, bàn ghế, dự toán, đấu thầu, tiến độ, tỷ số, bình quân đầu người
trên chuẩn, vượt chuẩn, dưới chuẩn, mức hỗ trợ, mức chi, mức học phí, mức thu, mức đóng, mức phí, khoản thu, lệ phí, tiền ăn, giờ học, giờ vào, tiết học, thời khóa biểu, thời lượng, lịch thi, lịch học, lịch họp, ca học
quân số, số liệu, khảo thí, đề thi, điểm thi, phúc khảo, chấm thi, giám thị, phổ điểm, thủ khoa, á khoa, học sinh giỏi, học sinh khá, hạnh kiểm, xếp loại, học lực, tốt nghiệp, bằng tốt nghiệp, cấp phép
liên cấp, song ngữ, chuyên biệt, dân lập, trường chuyên, trường nghề, dạy nghề, học nghề, du học, đối ngoại, hữu nghị, tài trợ, từ thiện, quyên góp, miễn giảm, trợ cấp, hỗ trợ tiền, cho vay, tín dụng, vay vốn
tai nạn, ngộ độc, dịch bệnh, thiên tai, bão lũ, cháy nổ, cứu hộ, tiêm phòng, nha học đường, mắt học đường, tâm lý, tư vấn, trầm cảm, bắt nạt, ma túy, thuốc lá, rượu bia, game, điện thoại, mạng xã hội
nghỉ phép, thai sản, nâng lương, xếp lương, chức danh, hạng chức danh, tinh giản, luân chuyển, điều động, điều tra, điều tiết, xuống cấp, biệt phái, bổ nhiệm, miễn nhiệm, từ chức, kỷ niệm, truyền thống, phòng cháy, sáp nhập, giải thể, chia tách
trí tuệ nhân tạo, lập trình, robot, phần mềm, máy chủ, đường truyền, chữ ký số, học trực tuyến, bài giảng, sổ đầu bài, sổ liên lạc, tin nhắn, thẻ học sinh, camera giám sát, bữa ăn, suất ăn, sữa học đường, thực đơn, căn tin
mức độ 1, mức độ 2, mức độ 3, mức độ 4, bậc 2, bậc 3, tiếng anh, tiếng pháp, tiếng nga, tiếng trung, tiếng nhật, tiếng hàn, tiếng đức, tiếng việt, tiếng khmer, tiếng dân tộc, tiếng tây ban nha, vật lý, hóa học, sinh học, lịch sử, địa lý, âm nhạc, mỹ thuật, thể dục
xử phạt, chế tài, mức phạt, tiền phạt, phạt tiền, trừ điểm, hình phạt, đứng cuối, xếp cuối, xếp bét, đứng bét, kém nhất, học sinh nữ, học sinh nam, nữ sinh, nam sinh, giới tính, quý 1, quý 2, quý 3, quý 4, quý i, quý ii, quý iii, quý iv
công ty, nhà tài trợ, mạnh thường quân, khung giờ, giờ hành chính, hotline, mật khẩu, tài khoản, đăng nhập, đường dây nóng, bản đồ, tọa độ, biển số, hóa đơn, thẻ tín dụng, nhà xuất bản, thiết kế đồ họa
chiều cao, nhóm máu, ngày sinh, quê quán, tôn giáo, hôn nhân, bằng lái, lý lịch, án tích, tuổi nghỉ hưu, tên miền, chỉ số iq, điểm cộng, điểm liệt, điểm rèn luyện, cuộc gọi
máy lạnh, điều hòa, quạt máy, màn hình, máy in, loa đài, nhà xe, nhà thi đấu, sân bóng, hồ bơi, thang máy, lan can, hàng rào, mái che, nhà để xe, bãi đỗ, thùng rác, máy lọc nước, tủ thuốc, xe buýt, xe lăn
dạy thêm học thêm, việc dạy thêm, về dạy thêm, về học thêm, định dạy thêm, định học thêm, lý dạy thêm, dạy kèm, lạm thu, lớp chọn, lớp chuyên, lớp ghép, tự tử, tai nạn giao thông, người nước ngoài, học sinh nước ngoài, giáo viên nước ngoài
sách tham khảo, vở bài tập, đưa đón, trái tuyến, đúng tuyến, tiết một tuần, mẫu báo cáo, đường link, link nộp, cờ vua, cờ tướng, cầu lông, bóng bàn, bóng rổ, võ thuật, toeic, toefl, đội tuyển quốc gia, olympic
quỹ lớp, quỹ phụ huynh, họp phụ huynh, hội phụ huynh bầu, kết nạp đảng, đoàn viên mới, đội viên, sinh hoạt dưới cờ, chào cờ, trực nhật, học bạ số, mang thai, dậy thì, sức khỏe sinh sản
trung tâm giáo dục cộng đồng, trung tâm học tập cộng đồng, thưởng tết, vườn trường, chỗ trọ cho học sinh, sức khỏe giáo viên, khám sức khỏe giáo viên, hiệu trưởng nữ, hiệu trưởng là nữ
`)
