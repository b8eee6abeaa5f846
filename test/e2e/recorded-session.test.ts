import { it } from 'vitest'
import { type Chat, textOf } from '../support/chat.ts'
import { openStage } from '../support/stage.ts'

const sees = (chat: Chat, text: string) => chat.until((each) => textOf(each).includes(text), text)

it('From the form to the digest', async ({ onTestFinished }) => {
  const stage = await openStage()
  onTestFinished(() => stage.close())
  // Principal with a half filled draft: /nop goes on where it stopped.
  const cuong = stage.chat(5200028)
  // Principal with a teacher’s submission waiting to be confirmed.
  const son = stage.chat(5200046)
  // Officer of Quảng Yên: try /duyet to accept or return, /tiendo to see progress.
  const lien = stage.chat(5200002)
  // Leader: reads digests, asks for targets, looks at progress.
  const tuyet = stage.chat(5200005)
  const lienInGroup = stage.chat(5200002, -1002000000001)

  await cuong.tell('/nop')
  await sees(cuong, 'Các biểu đến kỳ nộp')
  await cuong.tap('1. Làm tiếp')
  await sees(cuong, 'Biểu năm của trường – Quảng Yên – năm 2026')
  await cuong.tap('Trả lời các câu còn lại')
  await sees(cuong, 'Đội ngũ và an toàn · câu 9/14')
  await cuong.tell('30,5')
  await sees(cuong, 'Số này phải là số nguyên. Ví dụ: 45')
  await cuong.tap('Như kỳ trước')
  await sees(cuong, '✓ Đã ghi: 30 giáo viên')
  await cuong.tap('Như kỳ trước')
  await sees(cuong, '✓ Đã ghi: 0/19 lớp')
  await cuong.tap('Như kỳ trước')
  await sees(cuong, '✓ Đã ghi: 0 học sinh')
  await cuong.tap('Như kỳ trước')
  await sees(cuong, '✓ Đã ghi: 371/371 học sinh')
  await cuong.tap('Như kỳ trước')
  await sees(cuong, '✓ Đã ghi: 362/367 học sinh')
  await cuong.tap('Như kỳ trước')
  await sees(cuong, 'Biểu năm của trường – Quảng Yên – năm 2026')
  await cuong.tap('Nộp')
  await sees(cuong, '✅ Phiếu xác nhận đã nộp')
  await son.tell('/duyet')
  await sees(son, '1 biểu đang chờ, trường hợp cần xem kỹ đứng trước.')
  await son.tap('1. Trường THCS Mẫu 02')
  await sees(son, 'Trường THCS Mẫu 02')
  await son.tap('Xác nhận')
  await sees(son, '✅ Đã xác nhận: Trường THCS Mẫu 02 – Biểu năm của trường – Quảng Yên, năm')
  await lien.tell('/duyet')
  await sees(lien, '8 biểu đang chờ, trường hợp cần xem kỹ đứng trước.')
  await lien.tap('7. Trường Tiểu học Mẫu 01')
  await sees(lien, 'Trường Tiểu học Mẫu 01')
  await lien.tap('Duyệt')
  await sees(lien, '✅ Đã duyệt: Trường Tiểu học Mẫu 01 – Biểu năm của trường – Quảng Yên, nă')
  await tuyet.tell('Đến năm 2030 bao nhiêu trường mầm non đạt chuẩn quốc gia?')
  await sees(tuyet, 'Quảng Yên: Trường đạt chuẩn quốc gia – mầm non, đến năm 2030: 19/21 (90,')
  await stage.moveTo('2026-12-07T00:00:00.000Z')
  await lienInGroup.tell('/bantin')
  await sees(lienInGroup, 'Thị xã Quảng Yên · tuần 50 (7/12/2026–13/12/2026)')
}, 120_000)
