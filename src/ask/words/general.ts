import { wordList } from './word-list.ts'

/** «Nghe nói 99,5%»: a premise to be verified, and words that no fact holds. */
export const HEARSAY = [
  'nghe nói',
  'nghe bảo',
  'nghe đồn',
  'nghe đâu',
  'nghe phong thanh',
  'nghe loáng thoáng',
  'nghe xôn xao',
  'thấy bảo',
  'thấy nói',
  'hình như',
] as const

/** Words that say nothing about which fact is meant: question words, courtesy, auxiliary verbs, the vocabulary of plans as such. */
const VIETNAMESE = `
cho hỏi deadline target xin với ạ nhé nha nhỉ vậy thế bot ơi dạ thưa anh chị mình tôi tớ bác chú bạn à á ừ hả hở em
là của ở tại trong ngoài theo về và hoặc hay thì mà nếu như để do vì bởi từ đến tới vào ra trên dưới bên đó đây kia này nọ ấy giữa cùng
có không chưa đã đang sẽ được bị phải cần nên muốn mong hãy cứ cũng vẫn còn nữa lại chỉ ngay luôn rằng
chót gì nào sao đâu ai bao nhiêu mấy khi lúc cỡ khoảng tầm chừng
đặt đề nêu ghi in nói nhắc giao số con mức đạt tổng tất cả toàn tỷ
các những mọi mỗi một cái chiếc việc
ngày tháng năm kỳ mốc nay đợt lần hôm bữa trước sau qua
xem ok ừm uh tí chút nhanh gấp gọi tên kể gồm đúng sai chăng thật lo dùng nhận thuộc nhờ chứ nghen lắm rất quá thôi xong
cuối lâu nhau riêng chênh lệch điều cách khoản hồi sang rồi tiếp đi nốt vầy thui luôn ghê tuy nhưng bởi phía từng đều đây kèm ví dụ tương ứng đối kiểu loại người ta chúng họ ông bà sếp lãnh nhiều hạn nộp muộn dùm giùm hộ hiện phần bằng làm biết hơn kém cao thấp giúp nơi bên khác so lên xuống gửi chậm trễ
`
/** Words that are general only together. */
export const GENERAL_PHRASES: readonly string[] = [
  'qua kênh nào',
  'lĩnh vực gì',
  'lĩnh vực nào',
  'chú trọng gì',
  'chú trọng điều gì',
  'chú trọng vào',
  'chú trọng những',
  'đưa lên thành',
  'chọn trường',
  'chức gì',
  'bao nhiêu',
  'chậm nhất',
  'muộn nhất',
  'trễ nhất',
  'sớm nhất',
  'cả hai cấp',
  'cả ba cấp',
  'cả bốn cấp',
  'ba cấp',
  'thế nào',
  'còn thiếu mấy',
  'thiếu mấy',
  'còn thiếu bao nhiêu',
  'thiếu bao nhiêu',
  'mới đủ',
  'giữ chức vụ',
  'giữ chức',
  'chức danh gì',
  'tên lẫn chức danh',
  'tên và chức danh',
  '3 mốc',
  'ba mốc',
  'mỗi mốc',
  ...HEARSAY,
  'nghĩa là',
  'có nghĩa',
  'ý nghĩa',
  'nghĩa gì',
  'định nghĩa',
  'khái niệm',
  'được hiểu',
  'dành cho',
  'bị sao',
  'ra làm sao',
  'cỡ nào',
  'ở đâu',
  'chỗ nào',
  'nơi nào',
  'hướng nào',
  'phía nào',
  'tới đâu',
  'đến đâu',
  'được không',
  'có được',
  'hay không',
  'hay chưa',
  'điều gì',
  'cái gì',
  'thứ gì',
  'gì đó',
  'sao cho',
  'chừng nào',
  'phần trăm',
  'quy ra',
  'phân biệt',
  'thay mặt',
  'tờ thông báo',
  'tờ công văn',
  'tờ kế hoạch',
  'tính ra',
  'đổi ra',
  'quy đổi',
  'thứ hai',
  'thứ ba',
  'mấy phần',
  'liên quan',
  'trình bày',
  'tóm tắt',
  'nói về',
  'nói gì',
  'đặt mục tiêu',
  'đề mục tiêu',
  'đặt ra',
  'ấn định',
  'bằng mấy',
  'ở mức',
  'cho biết',
  'cần biết',
  'hỏi thăm',
  'năm trước',
  'năm nay',
  'cuối cùng',
  'tức là',
  'lãnh đạo',
  'là người',
  'ai vậy',
  'kéo dài',
  'tách riêng',
  'tự đặt',
  'tự ra',
  'tách ra',
  'đóng vai trò',
  'phân công chúng tôi',
  'phân công bọn em',
  'phân công chúng em',
  'phần nào',
  'phần việc',
  'lo phần',
  'gánh phần',
  'nhận phần',
  'chốt ngày',
  'chốt bao nhiêu',
  'chốt mấy',
  'chốt ở',
  'chốt mức',
  'như vậy',
  'đưa ra',
  'xác định',
  'mấy giờ',
  'trong năm',
  'có thể',
  'hằng năm',
  'hằng tháng',
  'thường xuyên',
  'ra sao',
  'vui lòng',
  'làm ơn',
  'giúp đỡ',
  'thầy cô',
  'chỉ tiêu',
  'mục tiêu',
  'kế hoạch',
  'văn bản',
  'tài liệu',
  'tỷ lệ',
  'phấn đấu',
  'phần đầu',
  'hướng tới',
  'quy định',
  'đề ra',
  'cụ thể',
  'chi tiết',
  'thông tin',
  'nội dung',
  'thực hiện',
  'triển khai',
  'tổ chức',
  'giai đoạn',
  'thời gian',
  'năm học',
  'học kỳ',
  'câu hỏi',
  'trả lời',
  'tra cứu',
  'liệt kê',
  'bao gồm',
  'danh sách',
  'so sánh',
  'khác nhau',
  'giống nhau',
  'có giống',
  'giống với',
  'có khác',
  'khác với',
  'chênh lệch',
  'phải chăng',
  'trách nhiệm',
  'nhiệm vụ',
  'chịu trách nhiệm',
  'chủ trì',
  'cơ quan',
  'đơn vị',
  'bộ phận',
  'áp dụng',
  'địa phương',
  'địa bàn',
  'trở lên',
  'tối thiểu',
  'ít nhất',
  'dự kiến',
  'tìm hiểu',
  'quan tâm',
  'phụ trách',
  'đảm nhiệm',
  'con số',
  'điểm phần trăm',
  'hôm nay',
  'câu nào',
  'câu gì',
  'hai mức',
  'hai con số',
  'hai chỉ tiêu',
  'hai mốc',
  'bọn em',
  'bọn mình',
  'bọn tôi',
  'tụi em',
  'tụi mình',
  'tụi tôi',
  'chúng em',
  'đang theo',
  'tính từ hôm nay',
  'tính tới hôm nay',
  'tính đến hôm nay',
  'tính từ nay',
  'tính tới hạn',
  'hết hạn',
  'mảng gì',
  'mảng nào',
  'chuyện gì',
  'được nhắm',
  'bằng cách nào',
  'có khớp',
  'có khớp không',
  'bao giờ',
  'bao lâu',
  'thời hạn',
  'kết thúc',
  'bắt đầu',
  'vai trò',
  'công việc',
  'nhắc tới',
  'đề cập',
  'yêu cầu',
  'mong muốn',
  'kỳ vọng',
  'dự định',
  'đạt được',
  'hiện nay',
  'ban hành',
  'số lượng',
  'tổng số',
  'hoàn thành chỉ tiêu',
  'bao giờ',
  'thế nào rồi',
  'mỗi thứ',
  'tổng cộng',
  'tất cả',
  'mỗi loại',
  'mỗi bên',
  'thì sao',
  'ra làm sao',
  'ở mức nào',
  'đến mức nào',
  'mức nào',
]
const ENGLISH = `
hạn chót range period same true right correct false a an the of in on at to for from by with and or is are was were be been being do does did has have had will would shall should must may might can could
what which who whom whose when where why how many much it its this that these those there their they them he she we you i me my our your us
differ differs differed field area respect aspect please tell kindly hi hello dear sir madam thanks thank so as about into than then if not no yes any all each every per some other
plan plans target targets goal goals set sets aim aims aiming want wants wanted expect expects expected plan's planned planning percent share number count total figure value
higher figures document state states say says said mention mentions mentioned give given according under there year years by until end
need needs needed require required reach reached achieve achieved get show list name names find know does compare difference between versus vs
responsible charge duty duties task tasks role job unit agency body handle handles do done due deadline long often time times date day days
town city district province local level enough sufficient turn into become becomes make makes made among between put puts take takes run runs hold holds come comes follow follows part want like have also only just now still really exactly amount level look there's what's who's when's up out over under within across during per through other number-of gets got going go us let know question info information details tell-me explain work works cover covers include includes concerning regarding say-about overall altogether kind kinds sort type one ones both last next again submit submitted submitting send sends sent sending deliver hand latest give-in first second supposed expected asked called told meant at-least least most more less fewer full whole specific particular current currently extent
hope hopes hoped intend intends intended foresee foresees foreseen envisage envisages envisaged stipulate stipulated stipulates specify specified specifies tasked ambition ambitions objective objectives
heard hear
roughly approximately nearly almost partly mostly mainly fully entirely basically eventually ultimately already soon actually simply usually normally generally typically successfully
`
const split = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter(Boolean))

export const GENERAL_VI = split(VIETNAMESE)
export const GENERAL_EN = split(ENGLISH)

/** Words that ask, whatever stands beside them. */
export const ASKING = split(
  'bao nhiêu mấy ai gì nào đâu sao khi hạn chót ngày năm tháng nộp gửi who what when which where how due',
)

/** Nouns of any education plan: they help a little to choose between facts, but say nothing alone. */
export const SOFT = split(`
trường học sinh giáo viên lớp trẻ cấp ngành dục quận huyện thị xã tỉnh thành phố phường nhà cán bộ khối sở phòng bậc cơ đơn vị
mô hình giữ chương trình chất lượng đào tạo hoạt động công tác báo cáo kết quả bảo đảm nâng tăng
maintain school student teacher child class education department quality programme program staff people office offices
`)

/** Whole messages that ask for nothing. */
export const GREETINGS = split(
  'chào hello hi hey alo xin bot ơi bạn ad em anh chị thầy cô good morning afternoon evening dạ ạ nhé buổi sáng chiều tối',
)
export const THANKS = split(
  'cảm ơn cám thanks thank you tks thank thks nhiều bot ạ nhé very much em anh chị thầy cô ok oke được rồi vâng dạ tốt quá hay great good bye tạm biệt hiểu',
)
export const HELP = split(
  'help trợ giúp hướng dẫn cách dùng sử bot bạn là ai làm được gì có thể những việc how what can you do who are i me ask about hi hello there please questions question help giúp em tôi mình với menu hỏi',
)

/** Soft words that a follow-up may hold and still ask for nothing new: «thế còn các trường mầm non?» */
export const NEUTRAL = split(
  'trường cấp bậc học khối nhà quận huyện thị xã tỉnh thành phố phường school schools level thì tăng giảm',
)

/** How figures of two years are compared. */
export const CHANGING = wordList(`
thay đổi, biến động, tăng, tăng lên, tăng hay giảm, giảm, giảm đi, giữ nguyên, đứng yên, đứng im, y nguyên, dậm chân tại chỗ, giậm chân tại chỗ, nhúc nhích, có thêm được, có nhích, hay chững, chững lại, nhích, nhích thêm, nhích lên, lên, xuống, so, so với, khác, khác nhau, khác gì, chênh, cách nhau, điểm phần trăm, mấy điểm, bao nhiêu điểm, bấy nhiêu điểm, tiến triển, tiến bộ, nâng lên, nâng thêm, thêm, qua các mốc, hai mốc, các mốc, có gì mới
change, changes, changed, changing, evolve, evolves, move, moves, raise, raises, raised, rise, rises, grow, grows, growth, increase, increases, improve, improves, progress, fall, falls, drop, drops, stay, stays, flat, stay flat, unchanged, same, vs, versus, against, gain, points, percentage points
`)

/** All levels or all units together. */
export const OVERALL = new Set(['overall', 'altogether', 'total', 'chung', 'tổng', 'toàn', 'gộp'])

/** They mean what was spoken of before. */
export const POINTING = split('đó ấy nó này its it this that they those these')
