/**
 * What is asked for by its kind, in the words of a question, and how a text looks that tells it; without `told` the text has to say the
 * very thing that stands in the brackets.
 */
interface Kind {
  readonly asked: RegExp
  readonly told?: RegExp
}

/** Kinds of things that people ask for beside what a plan prints, and that it hardly ever does. */
export const KINDS: readonly Kind[] = [
  // «bộ sách nào»
  {
    asked:
      /(?:^| )(?:bo sach|sach giao khoa|bo sach giao khoa|sgk) (?:nao|gi|canh dieu|ket noi|chan troi)(?: |$)|(?:which|what) (?:set of )?textbook/,
    told: /canh dieu|ket noi tri thuc|chan troi sang tao/,
  },
  // «công ty nào cung cấp», «what work permit»
  {
    asked:
      /^(?:what|which) (?:\S+ ){0,2}(compan|permit|licen|brand|publish|websit|address|phone|bank|hall|hotel|venue)|(?:^| )(cong ty|nha xuat ban|ngan hang|benh vien|trang web|ung dung|giay phep|tieu chi|hoi truong|khach san) (?:nao|gi)(?: |$)|(?:^| )(de thi|dap an|duong link|file) .*(?:cho|gui) (?:\S+ )?xin(?: |$)|(?:^| )xin (?:\S+ ){0,3}(de thi|dap an|duong link|file)(?: |$)/,
  },
  // «mấy tiết một tuần», «bao nhiêu phần trăm nhân viên»
  {
    asked:
      /(?:^| )(?:bao nhieu|may) (?:phan tram )?(nhan vien|ke toan|bao ve|tiet|phut|ghe|cuon|quyen|may tinh|may lanh|may chieu|m2|met|km|hoc bong|suat|bai kiem tra|cau hoi|de thi)(?: |$)/,
  },
  // «được cộng mấy điểm»
  { asked: /(?:^| )cong (?:them )?(?:bao nhieu|may) diem(?: |$)/, told: /(?:^| )cong (?:them )?\d/ },
  // «tháng mấy», «đến năm học nào»
  {
    asked: /(?:^| )(?:vao|trong|tu|den|may) thang (?:nao|bao nhieu|may)(?! phan tram| diem)(?: |$)/,
    told: /\d\/\d|(?:^| )(?:thang \d|(?:hang|moi) thang|dau nam hoc|hoc ky)(?: |$)/,
  },
  { asked: /(?:^| )(?:den|tu|vao|toi) nam hoc nao(?: |$)/, told: /20\d\d ?[-–] ?20\d\d/ },
  // «thi chứng chỉ gì»
  {
    asked: /(?:^| )chung chi (?:nao|gi)(?: |$)/,
    told: /(?:^| )(?:chung chi|ielts|toefl|toeic|vstep|hsk)(?: |$)/,
  },
  // «theo thang bao nhiêu điểm»
  { asked: /(?:^| )thang (?:diem )?(?:bao nhieu|may)? ?diem(?: |$)/, told: /(?:^| )thang (?:diem|\d)/ },
  // «mỗi tháng đóng bao nhiêu»
  {
    asked: /(?:^| )(?:moi|mot|hang) thang (?:\S+ )*(?:dong|nop|tra) bao nhieu(?: |$)/,
    told: /\d ?(?:dong|trieu|nghin|ty)(?: |$)/,
  },
  // «theo mẫu nào, mấy phụ lục», «cần giấy tờ gì»
  {
    asked:
      /(?:^| )(?:(?:theo|bieu|dung|lam|ghi) (?:bieu )?mau (?:so )?(?:nao|gi|bao nhieu|may)|bao nhieu phu luc|(?<!can cu )giay to (?:nao|gi))(?: |$)|(?:which|what) (?:form|templat)(?: |$)/,
    told: /(?:^| )(?:mau(?! so| giao| thuan)|phu luc|giay to|templates?)(?: |$)/,
  },
  // «mấy giờ», «thứ bảy có làm việc không»
  {
    asked:
      /(?:^| )(?:bao nhieu gio|gio (?:nao|gi)|what time)(?: |$)|(?:^| )(?:thu (?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat|saturday|sunday) .*(?:lam viec|mo cua|open)(?: |$)/,
    told: /\d ?(?:gio|h|am|pm|o'clock)(?: |$)|(?:^| )hours?(?: |$)/,
  },
  // «bộ phiếu có những câu hỏi gì»
  { asked: /(?:^| )nhung cau hoi (?:gi|nao)(?: |$)/, told: /(?:^| )(?:cau hoi|questions?)(?: |$)/ },
  // «phải được bao nhiêu điểm mới đạt mức độ 3»
  {
    asked: /(?:^| )(?:can|du|duoc|dat) (?:bao nhieu|may) diem (?:thi )?moi(?: |$)/,
    told: /\d (?:diem|points?)(?: |$)/,
  },
  // «còn mấy trường chưa được cấp sổ đỏ»: how things stand
  { asked: /(?:^| )con (?:bao nhieu|may) \S+ chua(?: |$)(?!.*20\d\d)/, told: /(?:^| )con (?:thieu )?\d/ },
  // «riêng cấp THCS», of what is printed for all levels together
  ...Object.entries({
    '@preschool': /(?<![a-z])(?:mam non|mau giao|nha tre|preschools?)(?![a-z])/,
    '@primary': /(?<![a-z])(?:tieu hoc|primary)(?![a-z])/,
    '@lower-secondary': /(?<![a-z])(?:thcs|trung hoc co so|lower-secondary)(?![a-z])/,
    '@upper-secondary': /(?<![a-z])(?:thpt|trung hoc pho thong|upper-secondary)(?![a-z])/,
  }).map(([level, told]) => ({
    asked: new RegExp(`(?:^| )(?<!noi )rieng (?:(?:cap|bac|khoi|cac|truong) )*${level}(?: |$)`),
    told,
  })),
  // «giữ tốp đầu, cụ thể là hạng mấy»
  { asked: /(?:^| )top .*(?:hang|thu) (?:bao nhieu|may)(?: |$)/, told: /(?:^| )(?:top|thu|hang) \d/ },
  // «xây ở phường nào»
  {
    asked: /(?:^| )xay (?:\S+ ){0,2}o (?:nhung |cac )?(?:phuong|xa) nao(?: |$)/,
    told: /(?:phường|xã|thị trấn) \p{Lu}\p{Ll}/u,
  },
  // «lấy mẫu ở đâu»
  { asked: /(?:^| )lay mau (?:o )?(?:dau|nao)(?: |$)/, told: /(?:^| )mau(?: |$)/ },
  // «xin phép ai»
  { asked: /(?:^| )xin phep(?: |$)/, told: /(?:^| )(?:cho phep|xin phep|permi\S*)(?: |$)/ },
  // «monthly fee»
  {
    asked: /^what .*month\S* (?:tuition|fee)(?: |$)/,
    told: /\d ?(?:dong|trieu|nghin|ty|million|billion|vnd)(?: |$)/,
  },
  // «những trường nào», by name
  {
    asked:
      /(?:^| )(?:nhung|cac|cu the) (?:truong|phuong|xa)(?: @\S+)? nao (?:(?:\S+ ){0,4}(?:chua|phuong)|(?:\S+ ){0,12}thap hon|ghep|duoc giao)(?: |$)|(?:^| )truong nao (?:\S+ )*voi truong nao(?: |$)|^ten (?:cac |nhung )?(?:truong|phuong(?! phap| cham| an| tien)|xa)(?: |$)|^which \S*(?: \S+)? school (?:\S+ )*name(?: |$)/,
    told: /(?:MN|TH|THCS|THPT|Tiểu học|Mầm non|phường|xã|thị trấn) \p{Lu}\p{Ll}/u,
  },
  // «nộp trễ thì bị gì»
  {
    asked:
      /(?:^| )(?<!(?:chuan|trang|thiet) )bi (?:xu ly|phat|ky luat|tru diem|xu phat)(?: |$)|(?:^| )(?:penalt\S*|sanction\S*|punish\S*|fine?)(?: |$)/,
    told: /(?:^| )(?:phat|ky luat|xu ly(?! tieu cuc)|dieu chuyen|thay the|dinh chi|giai the|suspen\S*|dissol\S*|penal\S*|sanction\S*|punish\S*|deal with)(?: |$)/,
  },
  // «số hiệu bao nhiêu»
  {
    asked: /(?:^| )so hieu (?:la )?(?:bao nhieu|gi|nao)(?: |$)/,
    told: /\d+[-/]\S*[a-z]|khong in so hieu|no number/,
  },
  // «ai ký Chỉ thị 40»
  {
    asked:
      /(?:^| )(?:ai (?:la )?(?:nguoi )?ky|nguoi ky) (?:chi thi|nghi quyet|quyet dinh|thong tu|de an)(?: |$)|^(?:chi thi|nghi quyet|quyet dinh|thong tu|de an) \d.*(?:ai|dong chi nao|nguoi nao) ky(?: |$)|^who sign (?:the )?(?:directiv|resolution|decision|circular)/,
    told: /(?:chi thi|nghi quyet|quyet dinh|thong tu|de an) [^|.;]*(?:^| )ky(?: |$)|(?:directive|resolution|decision|circular) [^|.;]*signed/,
  },
  // «ai là thành viên»
  {
    asked:
      /(?:^| )members? (?:\S+ )*(?:committe\S*|board|council|group)(?: |$)|(?:^| )thanh vien (?:\S+ )*(?:la )?(?:nhung )?ai(?: |$)/,
    told: /(?:^| )(?:gom|thanh vien|members?|consists?)(?: |$)/,
  },
]
