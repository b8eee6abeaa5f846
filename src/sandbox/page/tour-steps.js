/**
 * The eight steps of the tour. `chatId`: whose chat it happens in. `type`: what to write there when no button waits.
 * `buttons`: what to press, the first that the bot's newest keyboard has. `jump`: the
 * clock's button, to be pressed until that moment has come. `done`: fits the bot's words
 * that end the step.
 */
export const TOUR = [
  {
    chatId: 5200028,
    type: '/nop',
    done: /Các biểu đến kỳ nộp|Forms due/,
    vi: {
      title: 'Hiệu trưởng mở biểu của trường',
      text: 'Mở trò chuyện của hiệu trưởng Trường Tiểu học Mẫu 01 và gửi /nop: bot liệt kê biểu còn nợ, hạn và trạng thái.',
    },
    en: {
      title: 'A principal opens the school’s form',
      text: 'Open the chat of the principal of Trường Tiểu học Mẫu 01 and send /nop: the bot lists what is owed, by when, and how far it is.',
    },
  },
  {
    chatId: 5200028,
    buttons: [/^1\. |Làm tiếp|Continue/, /câu còn lại|remaining/],
    type: '30,5',
    done: /phải là số nguyên|whole number/,
    vi: {
      title: 'Gõ nhầm một số',
      text: 'Bấm «Làm tiếp», «Trả lời các câu còn lại», rồi gõ 30,5 giáo viên. Bot không đoán: nó nói vì sao và cho ví dụ.',
    },
    en: {
      title: 'Type a wrong number',
      text: 'Press “Làm tiếp”, “Trả lời các câu còn lại”, then type 30,5 teachers. The bot does not guess: it says why not and shows an example.',
    },
  },
  {
    chatId: 5200028,
    buttons: [/^Như kỳ trước|^As last/, /^Nộp$|^Submit$/],
    done: /Phiếu xác nhận đã nộp|Receipt/,
    vi: {
      title: 'Nộp biểu',
      text: 'Bấm «Như kỳ trước» cho các câu còn lại, xem lại bảng số liệu rồi bấm «Nộp». Trường nhận phiếu xác nhận và mã nộp.',
    },
    en: {
      title: 'Submit the form',
      text: 'Press “Như kỳ trước” for the questions left, look over the figures and press “Nộp”. The school gets a receipt with a number.',
    },
  },
  {
    chatId: 5200046,
    type: '/duyet',
    buttons: [/^1\. /, /^Xác nhận|^Confirm/],
    done: /Đã xác nhận|Confirmed/,
    vi: {
      title: 'Hiệu trưởng xác nhận',
      text: 'Giáo viên Trường THCS Mẫu 02 đã nộp. Hiệu trưởng gửi /duyet, mở biểu và bấm «Xác nhận».',
    },
    en: {
      title: 'A principal confirms',
      text: 'A teacher of Trường THCS Mẫu 02 has submitted. The principal sends /duyet, opens the form and presses “Xác nhận”.',
    },
  },
  {
    chatId: 5200002,
    type: '/duyet',
    buttons: [/Trường Tiểu học Mẫu 01/, /^Duyệt$|^Accept$/],
    done: /Đã duyệt: Trường Tiểu học Mẫu 01|Accepted: Trường Tiểu học Mẫu 01/,
    vi: {
      title: 'Chuyên viên duyệt',
      text: 'Chuyên viên gửi /duyet, mở Trường Tiểu học Mẫu 01 và bấm «Duyệt». Trường được báo ngay.',
    },
    en: {
      title: 'An officer accepts',
      text: 'The officer sends /duyet, opens Trường Tiểu học Mẫu 01 and presses “Duyệt”. The school is told at once.',
    },
  },
  {
    chatId: 5200005,
    type: 'Đến năm 2030 bao nhiêu trường mầm non đạt chuẩn quốc gia?',
    done: /19\/21/,
    vi: {
      title: 'Lãnh đạo hỏi',
      text: 'Hỏi bằng lời thường. Câu trả lời lấy đúng từ kế hoạch, kèm mục và dòng đã trích.',
    },
    en: {
      title: 'A leader asks',
      text: 'Ask in plain words. The answer is the plan’s own figure, with section and line it is taken from.',
    },
  },
  {
    chatId: -1002000000001,
    jump: { button: 'nextMonday', until: '2026-12-07T07:00:00+07:00' },
    done: /tuần 50|tuần 51|week 50|week 51/,
    vi: {
      title: 'Bản tin sáng thứ Hai',
      text: 'Cho đồng hồ nhảy tới thứ Hai 07:00, rồi mở nhóm hiệu trưởng: bản tin tuần vừa được gửi, một ảnh và lời tóm tắt.',
    },
    en: {
      title: 'Monday’s digest',
      text: 'Let the clock jump to Monday 07:00, then open the principals’ group: the weekly digest has just come, a picture with a summary.',
    },
  },
  {
    chatId: 5200002,
    type: '/dondoc',
    buttons: [/^Nhắc tất cả|^Remind all/],
    done: /Đã nhắc \d+ người|Reminded \d+ (person|people)/,
    vi: {
      title: 'Đôn đốc nơi còn thiếu',
      text: 'Chuyên viên gửi /dondoc: biểu nào còn bao nhiêu đơn vị chưa nộp, ai đã được nhắc. Bấm «Nhắc tất cả».',
    },
    en: {
      title: 'Chase the late',
      text: 'The officer sends /dondoc: how many units still owe each form, and who has been reminded. Press “Nhắc tất cả”.',
    },
  },
]
