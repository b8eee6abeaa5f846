const split = (words: string): readonly string[] =>
  words
    .split(/[\n,]+/)
    .map((word) => word.trim())
    .filter(Boolean)

/**
 * Words of everyday talk: the family, feelings, getting about, what one does with papers and in meetings. Whoever asks puts them around
 * the question; no plan is about them. A phrase weighs nothing, a single word as light words do.
 */
export const EVERYDAY_VI = split(`
bố, mẹ, ba mẹ tôi, ông, bà, ông nội, bà nội, ông ngoại, bà ngoại, bà xã, ông xã, vợ, chồng, con trai, con gái, con em, con tôi, con mình, đứa, thằng, thằng cu, thằng nhỏ, thằng bé, con bé, bé út, út, nhóc, cu, cháu nội, cháu ngoại, cháu tôi, cháu em, dì, cậu, mợ, thím, dượng, chị dâu, anh rể, anh trai, chị gái, em gái, em trai
cô, thầy, cô giáo em, thầy em, cô nhà, bạn bè, hàng xóm, láng giềng, xóm, tổ dân phố, khu phố, dân phố, thôn, mọi người, ai cũng, chẳng ai, không ai, đồng nghiệp, sếp, phó chủ tịch phường, đồng chí, các đồng chí
em bé nhà, nhà em, nhà tôi, nhà mình, lớp em, lớp tôi, lớp cháu, tổ em, tổ tôi, bên em, bên tôi, bên mình, chỗ em, chỗ tôi, quê, quê em, quê tôi, ngoài này, trong này, trên này, dưới này
buồn, vui, mừng, lo, lo lắng, sợ, run, mệt, than, than phiền, kêu ca, cằn nhằn, càm ràm, bức xúc, thắc mắc, tò mò, băn khoăn, phân vân, hoang mang, sốt ruột, nóng ruột, khổ, khổ quá, chán, bực, giận, khóc, cười, thương, mê, khoái, thích, ghét, tin, không tin, nghi, nghi ngờ, ngờ, hi vọng, hy vọng, ước, mong mỏi
ngồi, đứng, chạy, rước, đưa đón, về nhà, ghé, ngang qua, thấy, nhìn, nhìn thấy, nghe, nghe thấy, nghe kể, nghe tin, kể, kể chuyện, đồn, đồn đại, kháo nhau, bàn tán, tám, tranh luận, tranh cãi, cãi, cãi nhau, bảo, bảo rằng, rằng là, nói rằng, nói là, đòi, đòi hỏi, xin phép, dặn dò, dọa, hứa, hứa hẹn, trách, chê, khen, nhắc nhở
mất, mất tiêu, mất công, hết hơi, gấp gáp, vội, nhanh nhanh, tí nữa, lát nữa, chút nữa, sáng nay, chiều nay, tối nay, hôm qua, hôm kia, hôm trước, hôm rồi, tuần này, tuần sau, tuần trước, tháng này, tháng trước, tháng sau, mới đây, dạo trước, ngày xưa, hồi xưa, hồi trước, hồi đó, hồi mới, lúc đó, lúc trước, khi ấy, khi đó, bấy giờ, từ giờ, đến giờ, tới giờ, bữa giờ
đọc, đọc qua, đọc lại, đọc mãi, xem qua, xem lại, lướt, tìm mãi, tìm hoài, tìm không ra, không ra, không thấy, chưa thấy, không rõ, chưa rõ, không nhớ, chẳng nhớ, quên mất, nhớ mang máng, mang máng, nhớ là, nhớ có, hình như là, chắc, chắc là, chắc chắn, có lẽ, có vẻ, dường như, lỡ, lỡ tay, chẳng may, may mà, may quá
đang viết, đang soạn, đang làm, đang cần, đang tìm, đang ghi, viết, soạn, soạn thảo, dự thảo, thảo, gõ, đánh máy, in ra, đóng dấu, ký tá, trình ký, đối chiếu, đối chiếu lại, trích, dẫn ra, dẫn nguồn, ghi vào, ghi nhầm, ghi sai, ghi đúng, ghi thế, viết sai, sửa lại, sửa, chỉnh, chỉnh lại, cập nhật lại, bổ túc, làm lại, hồ sơ của em, sáng kiến kinh nghiệm, luận văn, tiểu luận, khóa luận, tờ trình, bài báo, bài viết, tin bài, biên bản, slide, bảng biểu, phần mở đầu, phần đầu, phần cuối, đoạn đầu, đoạn cuối, khúc, khúc đầu, khúc cuối, đoạn, dòng, dòng nào
họp tổ, họp phụ huynh, cuộc họp, họp giao ban, giao ban, hội đồng nhà trường, đoàn kiểm tra hỏi, phụ huynh hỏi, cấp trên hỏi, sếp hỏi, người ta hỏi, có người hỏi, có người nói, có người bảo, nhiều người, người ta nói, người ta bảo, trên mạng, trên nhóm, nhóm zalo, trên face, trên báo, báo chí, trên đài
chính xác là, đúng ra, đúng hơn, nói đúng ra, nói cách khác, nói gọn, trả lời gọn, gọn, ngắn gọn, đại khái, tóm lại, tựu trung, rốt cuộc, cuối cùng là, thực ra, thật ra, quả thật, vốn, vốn dĩ, căn bản là, dĩ nhiên, tất nhiên, đương nhiên, nhân tiện, tiện thể, sẵn tiện, sẵn đây, ngoài lề, hỏi thêm, hỏi tiếp, hỏi lại, hỏi kỹ, xác minh, xác nhận, đề nghị xác nhận, xác nhận giúp, kiểm tra giúp, kiểm tra lại, tra giúp, tra hộ, tìm giúp, 
cỡ chừng, cỡ khoảng, độ khoảng, áng chừng, tầm khoảng, quãng, vào khoảng, xấp xỉ, gần, gần như, hầu như, suýt, suýt nữa, một lèo, một mạch, một lượt, một hơi, luôn thể, luôn cho, cho chắc, cho tiện, cho nhanh, cho yên tâm, để biết, để nắm, để rõ, để báo cáo lại, để quán triệt, để chuẩn bị, để bố trí, để liệu, để lo, kẻo, kẻo lỡ, nhỡ, nhỡ đâu, phòng khi
cứ như, y như, giống như, hệt, đại loại, vân vân, này nọ, nọ kia, linh tinh, đủ thứ, đủ kiểu, đủ trò, cả đống, cả mớ, cả thùng, lung tung, lằng nhằng, rối, rối rắm, khó hiểu, dài, dài quá, dài ngoằng, hoa mắt, nhức đầu, chóng mặt
đông, đông nghẹt, chật, chật chội, cũ, cũ kỹ, tồi tàn, hư, hỏng hóc, ồn, nóng, lạnh, xa, gần nhà, cạnh nhà, sát nhà, ngay cạnh, kế bên, bên cạnh, đối diện, gần đây, quanh đây
mỗi ngày, ngày ngày, trưa, sáng, tối, đêm, cuối tuần, thứ bảy, chủ nhật, đầu tuần, mùa hè, mùa này, đợt này, đợt đó, đợt ấy, lần này, lần trước, lần sau, vụ này, vụ đó, vụ ấy, cái vụ, chuyện này, chuyện đó, việc này, chỗ này, chỗ đó, đường ấy, kiểu ấy, kiểu này, thứ gì, những thứ
vẫn mốc, cũng mốc, mốc ấy, mốc đó, mốc này, mốc đầu tiên, mốc đầu, mốc sau, mốc trước, mốc cuối, mốc cuối cùng, mốc kia, năm ấy, năm đó, năm này, cấp ấy, cấp đó, phần ấy, phần đó, khoản đó, mục đó, văn bản ấy, văn bản đó, bản đó, bản ấy
trời, trời đất, trời ơi, chao ôi, ôi, ôi trời, huhu, hihi, hehe, haha, kaka, kk, hic, hix, hức, á, ấy, nè, lận, ha, hén, ta ơi, thiệt, thiệt tình, thật tình, quá trời, dữ, dữ vậy, ghê vậy, lắm lắm, vậy á, vậy đó, đó nha, mà thôi, chứ lị, cơ, đấy, đấy ạ, chứ ạ, nghen, nghen bot, bác ơi
có buộc, buộc, ép, bị ép, kéo, kéo lên, kéo xuống, nhích, nhích thêm, nhích lên, leo lên, tụt xuống, rót, rót tiền, bám, dựa, hồi đầu, khâu nào, lo liệu, xoay xở, gồng, gánh, gác, canh, trông nom, để mắt
chuyển tới, chuyển đến đây, dọn, dọn về, mới về, mới chuyển, vừa chuyển, sắp, sắp vào, sắp lên, sắp sửa, sắp thi, chuẩn bị vào, chuẩn bị lên, chuẩn bị thi, vừa học, vừa làm, mới học, mới vào, mới lên, còn nhỏ, còn bé, lớn lên, tuổi này
lồng, lồng ghép, ghép, gốc, trực, trực văn phòng, đứng tên, bản kế hoạch, bản của, đính kèm, kèm theo, đính theo, đi kèm, gộp, cộng gộp, tờ, món, dính, dính tới, dính đến, thư thả, trên đất, khối lớp mấy, nguyên văn, tinh thần chung, đại thể, bản chất, trên giấy, trên giấy tờ, ngoài đời, thực chất là, cơ bản là, chủ yếu là, quan trọng là, vấn đề là, câu chuyện, câu trả lời, đáp án, con số nào, con số cụ thể, số cụ thể, trả lời giúp, trả lời em, trả lời tôi, trả lời mình
khoảng thời gian, thời điểm, chốt mức, chốt lại, chốt là, chốt số, ấn định mức, phủ, mức phủ, chạm mốc, chạm mức, vượt mốc, so kè, nhỉnh, nhỉnh hơn, lệch, cách biệt, hơn thua, thua, kém hơn, tương đương, ngang nhau
`)

export const EVERYDAY_EN = split(`
old, still, post does, what post, hold, person, that person, tell it, lie, lies, son, daughter, my kid, my kids, wife, husband, mother, father, grandmother, neighbour, friend, colleague, boss, advise, advising, advisor, adviser, consultant, researcher, journalist, reporter, writing, article, thesis, report for, draft, note, memo, slide, briefing, meeting
sorry, english, bad english, my english, worried, curious, confused, wonder, wondering, unsure, hope, guess, suppose, assume, believe, hear, heard, read somewhere, told me, rumour, quick, short, brief, briefly, exact, exactly, precise, precisely, simply, actually, basically, roughly
move, moved, moving, live, lives, living, visit, soon, next, currently, nowadays, recently, kindly, confirm, verify, double check, clarify, instead, instead of, rather, rather than, paper, normal, kids like him, like him, like her, back, behind, stand behind, underpin, govern, governs, guide, guides, mandate, stand, end up, turn out, figure
supposed, meant to be, meant, intended, ought, seek, seeks, sought, call for, calls for, commit, commits, committed, promise, promised, foresee, foreseen, envisage, envisaged, laid down, lay down, set out, sets out, spell out, lay out, milestone, milestones, between, whole, entire
`)
