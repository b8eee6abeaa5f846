import { wordList } from './word-list.ts'

/**
 * Verbs, adverbs and turns of speech that any question may hold: they help where a fact says them too, and cost next to nothing where
 * it says the same in other words.
 */
export const LIGHT_VI = wordList(`
gặp, gặp phải, mới, hết, thêm, tham vọng, khát vọng, mơ ước, ý định, ước muốn, triển vọng, cuộc, buổi, đợt, sự kiện, định, tính, tính toán, xử lý, giải quyết, chấn chỉnh, siết, siết chặt, chuyện, vụ, tình trạng, tình hình, vấn đề, họp, diễn ra, quan tâm, chú trọng, coi trọng
chú ý, đẩy mạnh, đẩy nhanh, tăng cường, nâng cao, cải thiện, củng cố, duy trì, giữ, giữ vững, giữ gìn, bảo đảm, hướng, nhắm, nhắm đến, ngắm, mong, đòi hỏi, bắt buộc, bắt
cho phép, giao, giao phó, giao nhiệm vụ, phân công, phối hợp, kết hợp, cùng nhau, tham gia, tham mưu, hướng dẫn, chỉ đạo, theo dõi, đôn đốc, thúc đẩy, hỗ trợ, lo, chăm lo
phục vụ, dành, bố trí, sắp xếp, tìm, kiếm, lấy, lập, mở, đưa, mang, dẫn, chọn, cử, trình, dặn, bàn, đề xuất, đề nghị, kiến nghị, lĩnh vực, mảng, mặt, khía cạnh
biện pháp, giải pháp, phương án, hướng xử lý, hình thức, bước, tiến hành, thực thi, thi hành, áp dụng, sử dụng, dùng, trực thuộc, hợp tác, ý kiến, chủ trương, chính sách
quy trình, thủ tục, động thái, hành động, kế sách, sáng kiến, cố gắng, nỗ lực, quyết tâm, tập trung, trọng tâm, trọng điểm, ưu tiên, then chốt, khâu, nguyên tắc, tinh thần
mục đích, ý nghĩa, tác dụng, hiệu quả, thực chất, nghiêm túc, nghiêm, đầy đủ, kịp thời, thường xuyên, định kỳ, đột xuất, lập tức, ngay lập tức, sớm, dần, dần dần, từng bước
nói chung, nói riêng, chung, riêng biệt, tương lai, sắp tới, thời gian tới, trước mắt, lâu dài, hiện giờ, bây giờ, lúc này, dạo này, vừa rồi, mới nhất
khó, dễ, tốt, xấu, mạnh, yếu, lớn, nhỏ, to, rộng, sâu, chặt, gắt, kỹ, kĩ, rõ, rõ ràng, đúng đắn, phù hợp, hợp lý, cần thiết, quan trọng, chủ yếu, chính
thế à, cơ mà, hổng, chi, mô, răng, rứa, bển, đặng, nhằm, hòng, chỗ, tới mức
liệu, hình như, nghe nói, thấy, nhớ, quên, tưởng, nghĩ, đoán, xem thử, check, thử, kiểm, tra, dò, coi, coi giùm, chỉ giúp, mách
bao giờ thì, kỳ vọng, nhu cầu, tiêu chuẩn gì, khỏi, tránh, ngăn, ngăn ngừa, ngăn chặn, hạn chế, khắc phục, chống, phòng ngừa, phòng chống, phòng tránh
giảm thiểu, đối phó, ứng phó, đảm trách, gánh, gánh vác, cáng đáng, đứng ra, đứng đầu, đầu mối, cầm trịch, chủ công, nòng cốt, tiếp, tiếp tục, kế tiếp, bổ sung, thêm vào, gia tăng, mở rộng, nhân rộng, phát triển, phát huy
xây dựng, hình thành, thành lập, lập ra, tạo, tạo ra, tạo điều kiện, điều kiện, huy động, vận động, kêu gọi, tuyên bố, công bố, thông báo, phổ biến, truyền đạt, quán triệt
rà soát, xem xét, đánh giá, đo, đo lường, tổng hợp, thống kê, đếm, ghi nhận, ghi lại, cập nhật, nhập, kê khai, khai, thu thập, gom
trang bị, mua sắm, lắp, lắp đặt, cấp phát, cung cấp, phân bổ, chi trả, trả, hưởng, nhận được, được nhận, được hưởng, được phép, bị phạt, phạt, thưởng
ra đời, có hiệu lực, hiệu lực, bắt tay, khởi động, xong xuôi, xong, hoàn tất, dứt điểm, triệt để, về đích, cán đích, chạm, vươn, vươn tới, leo, tụt, rớt, đứng, xếp, nằm
đào tạo lại, tập huấn, học hỏi, rèn, rèn luyện, dạy dỗ, chỉ bảo, trau dồi, chăm sóc, nuôi, nuôi dạy, trông, trông coi, quản, quản lý, điều hành, vận hành
ban đầu, cuối, đầu, giữa chừng, toàn bộ, trọn, hết thảy, phần lớn, đa số, một số, vài, đôi chút, ít, ít ra, nhiều nhất, cao nhất, thấp nhất, tốt nhất, lớn nhất
cụ thể là, cho rõ, đang tính, có ý, có kế hoạch, dự tính, dự trù, dự liệu, chuẩn bị, sẵn sàng, lên kế hoạch, bước vào, đi vào, đi đến, tiến tới, tiến đến
kế toán, văn thư, thủ quỹ, giáo vụ, tổ trưởng, chuyên viên phụ trách, người, con người, bản, bản thân, mỗi người, từng người, nhóm, tập thể, cá nhân, cấp trên, cấp dưới, các bên, các cấp, các ngành, phía trên, đằng đó
`)

export const LIGHT_EN = wordList(`
considered, deemed, help, need, want, met, kept, built, build, gave, given, taught, made, took, brought, ran, rose, grew, won, began, became, went, came, got, meet, position, capacity, title, carry on, put in place, put in practice, attain, reach, hit, happen, enough, further, follow up, look like, stand for, refer, name, call, list, count, cover, contain, consist, include, come, leave, happen to, figure out, intend, intends, handle, deal, deal with, cope, tackle, address, solve, resolve, fixed, improve, raise, strengthen, promote, boost, increase, keep, ensure, guarantee, make sure
support, assist, cooperate, coordinate, work with, join, take part, participate, guide, direct, lead, oversee, monitor, follow, track, check, look after, take care, care, attend, attend to
arrange, organise, organize, prepare, provide, supply, offer, bring, send, bring about, carry, carry out, perform, implement, apply, use, adopt, introduce, launch, start, begin, finish, complete
propose, suggest, recommend, advise, decide, choose, select, assign, entrust, appoint, issue, matter, problem, situation, case, thing, way, manner, measure, step, approach, method, purpose, aim
become, happen, occur, held, meeting place, mainly, mostly, especially, particularly, important, key, main, good, better, best, high, highest, low, lowest, big, large, small, strong, weak, clear
soon, early, late, immediately, regularly, often, sometimes, always, gradually, fully, properly, seriously, effectively, strictly, closely, together, throughout, overall, entire, everyone, somebody, someone, anybody
exist, remain, stay, belong, concern, relate, regard, reason, intention, requirement, expectation, obligation, role, job, part in, involve, involved, think, believe, understand, see, look, find out, find, speak, talk, ask, answer

official, officials, fit, fits, fitting, spread, spreads, spreading, earlier, fight, fights, fighting, combat, around, flagship, draw up, draws up, drawn up, drew up, anything, something, everything, nothing, notice, uses, used, using, write, written, writes, push, pushes, press, wish, wishes, lift, lifts, serve, treat, affect, deserve, extra attention, pay attention, attention, request, focus, focuses, focus on, look into, look at, looks at, looks into, fall, falls, fell, fall on, whenever, whether, bit by bit, step by step, quickly, fast, slowly, anyone, nobody, itself, themselves, towards, toward, along, alike, sentence, word, words, moment, moments, contain, side, label, status, offer, offers, offered, pass, passes, passed, accept, accepts, rid, get rid, get rid of, old one, create, creates, respect, switch, switches, switch to, regularly, wherever, properly, hope, hopes, hoping, win, wins, earn, earns, join, joins, count, counts, work out, worked out, judge, judged, judges, once, usual, ordinary, skip, skips, follow up, follows up, named, settle, settles, exactly
`)
