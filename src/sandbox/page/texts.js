const TEXTS = {
  vi: {
    title: 'Hộp thử Chỉ Tiêu',
    banner: 'Hộp thử – không gửi gì ra ngoài',
    nextDay: '+1 ngày',
    nextMonday: 'Thứ Hai tới 07:00',
    nextDue: 'Tới hạn',
    clock: 'Giờ trong hộp thử',
    search: 'Tìm người, nhóm (Ctrl+K)',
    featured: 'Nên thử trước',
    persons: 'Mọi người',
    groups: 'Nhóm',
    nothingFound: 'Không thấy ai.',
    choose: 'Chọn một người để nhắn với bot dưới tên người đó.',
    write: 'Tin nhắn',
    send: 'Gửi',
    attach: 'Gửi ảnh hoặc tệp',
    commands: 'Lệnh',
    keyboard: 'Bàn phím trả lời',
    back: 'Quay lại danh sách',
    more: 'Thêm',
    start: 'BẮT ĐẦU',
    inviteTitle: 'Phòng GD&ĐT mời Thầy/Cô, Anh/Chị dùng trợ lý Chỉ Tiêu',
    inviteText: 'Đây là thư mời riêng, như mã QR trên giấy mời. Bấm nút để mở.',
    notStarted: 'Người này chưa mở bot.',
    botBlocked: 'Người này đã chặn bot.',
    unblock: 'Bỏ chặn',
    block: 'Chặn bot',
    addBot: 'Thêm bot vào nhóm',
    removeBot: 'Xóa bot khỏi nhóm',
    promoteBot: 'Cho bot làm quản trị',
    demoteBot: 'Thôi cho bot làm quản trị',
    writeAs: 'Nhắn với tên',
    members: 'thành viên',
    noBot: 'chưa có bot',
    typing: 'đang nhập…',
    edited: 'đã sửa',
    forwarded: 'Chuyển tiếp từ',
    photo: 'Ảnh',
    document: 'Tệp',
    contact: 'Số điện thoại',
    joined: 'vào nhóm',
    left: 'rời nhóm',
    upgraded: 'Nhóm được nâng thành siêu nhóm',
    empty: 'Chưa có tin nhắn. Bấm / để chọn lệnh, hoặc gõ câu hỏi.',
    emptyYet: 'Chưa có tin nhắn.',
    inspector: 'Bên trong',
    showInspector: 'Xem bên trong',
    all: 'Tất cả',
    errors: 'Lỗi',
    copy: 'Chép JSON',
    copied: 'Đã chép',
    clear: 'Xóa',
    quiet: 'Tin đến bot và lệnh của bot hiện ở đây.',
    status: {
      starting: 'Bot đang khởi động…',
      waiting: 'Bot dừng, sắp chạy lại…',
      stopped: 'Bot đang tắt',
      ready: '',
      external: '',
    },
    lost: 'Mất liên lạc với hộp thử, đang nối lại…',
    close: 'Đóng',
    language: 'English',
    today: 'Hôm nay',
    noAnswer: 'Bot chưa trả lời nút này.',
    download: 'Tải về',
  },
  en: {
    title: 'Chỉ Tiêu sandbox',
    banner: 'Sandbox – nothing leaves this machine',
    nextDay: '+1 day',
    nextMonday: 'Next Monday 07:00',
    nextDue: 'To deadline',
    clock: 'Time in the sandbox',
    search: 'Find people, groups (Ctrl+K)',
    featured: 'Try these first',
    persons: 'Everyone',
    groups: 'Groups',
    nothingFound: 'Nobody found.',
    choose: 'Choose a person to talk to the bot in their name.',
    write: 'Message',
    send: 'Send',
    attach: 'Send a photo or file',
    commands: 'Commands',
    keyboard: 'Reply keyboard',
    back: 'Back to the list',
    more: 'More',
    start: 'START',
    inviteTitle: 'The education office invites you to use the Chỉ Tiêu assistant',
    inviteText:
      'This is a personal invitation, like the QR code on the printed sheet. Press the button to open it.',
    notStarted: 'This person has not opened the bot yet.',
    botBlocked: 'This person has blocked the bot.',
    unblock: 'Unblock',
    block: 'Block the bot',
    addBot: 'Add the bot to the group',
    removeBot: 'Remove the bot from the group',
    promoteBot: 'Make the bot an administrator',
    demoteBot: 'Make the bot a plain member',
    writeAs: 'Write as',
    members: 'members',
    noBot: 'without the bot',
    typing: 'typing…',
    edited: 'edited',
    forwarded: 'Forwarded from',
    photo: 'Photo',
    document: 'File',
    contact: 'Phone number',
    joined: 'joined the group',
    left: 'left the group',
    upgraded: 'The group became a supergroup',
    empty: 'No messages yet. Press / for the commands, or type a question.',
    emptyYet: 'No messages yet.',
    inspector: 'Inside',
    showInspector: 'Look inside',
    all: 'All',
    errors: 'Errors',
    copy: 'Copy JSON',
    copied: 'Copied',
    clear: 'Clear',
    quiet: 'Updates to the bot and calls of the bot show up here.',
    status: {
      starting: 'The bot is starting…',
      waiting: 'The bot ended, starting again…',
      stopped: 'The bot is off',
      ready: '',
      external: '',
    },
    lost: 'Connection to the sandbox lost, trying again…',
    close: 'Close',
    language: 'Tiếng Việt',
    today: 'Today',
    noAnswer: 'The bot has not answered this button.',
    download: 'Download',
  },
}

const ZONE = 'Asia/Ho_Chi_Minh'
let language = localStorage.getItem('language') === 'en' ? 'en' : 'vi'

export const currentLanguage = () => language

export function switchLanguage() {
  language = language === 'vi' ? 'en' : 'vi'
  localStorage.setItem('language', language)
}

/** Returns a text of the page in the chosen language. */
export const t = (key) => TEXTS[language][key]

/** Returns the chosen one of a bilingual text of the world file. */
export const pick = (text) => text?.[language] ?? text?.vi ?? ''

const locale = () => (language === 'vi' ? 'vi-VN' : 'en-GB')
const format = (options) => (moment) =>
  new Intl.DateTimeFormat(locale(), { timeZone: ZONE, ...options }).format(moment)

/** Moments are milliseconds since the epoch; all is shown in Vietnam's time. */
export const showTime = format({ hour: '2-digit', minute: '2-digit', hour12: false })
export const showDay = format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
export const showShortDay = format({ day: 'numeric', month: 'numeric' })
export const showMoment = format({ weekday: 'short', day: 'numeric', month: 'numeric', year: 'numeric' })

const VIETNAM_OFFSET_MS = 7 * 3_600_000
const DAY_MS = 24 * 3_600_000

/** Returns the next Monday 07:00 in Vietnam after a moment; Vietnam keeps one offset all year. */
export function nextMonday(now) {
  const local = now + VIETNAM_OFFSET_MS
  const midnight = local - (local % DAY_MS)
  // 1 January 1970 was a Thursday.
  const weekday = (Math.floor(midnight / DAY_MS) + 3) % 7
  const candidate = midnight - weekday * DAY_MS + 7 * 3_600_000
  return (candidate > local ? candidate : candidate + 7 * DAY_MS) - VIETNAM_OFFSET_MS
}
