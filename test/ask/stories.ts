import type { Question } from './grade.ts'

type Story = (question: string) => string

const ended = (question: string): string =>
  /[?.!…]$/.test(question.trim()) ? question.trim() : `${question.trim()}?`

/** What people tell around a question, none of which the plans are about. */
const STORIES: Readonly<Record<Question['lang'], readonly Story[]>> = {
  vi: [
    (question) => `Nhà em mới dọn về, bà nội cứ thắc mắc mãi. ${question}`,
    (question) =>
      `Hôm qua họp tổ cãi nhau om sòm, chẳng ai chịu ai. Cho em hỏi ${question}, để em còn báo lại sếp`,
    (question) => `${question} Con em khóc suốt mấy hôm nay, cả nhà lo lắm, mong được giải đáp.`,
    (question) =>
      `Sáng nay chị em ngồi uống nước, người nói thế này người nói thế khác. ${ended(question)} Em hỏi để khỏi cãi nhau nữa ạ.`,
    (question) => `Tui ở quê mới lên, chữ nghĩa ít nên đọc hoài không hiểu. ${question}`,
    (question) =>
      `Mấy bữa ni trời mưa, mệ tui ngồi nhà buồn hỏi hoài. ${ended(question)} Tui cảm ơn trước hí`,
    (question) => `Vợ chồng tôi đang phân vân lắm, ông xã bảo một đằng, mẹ chồng bảo một nẻo: ${question}`,
    (question) => `Anh trai em nhờ hỏi giùm vì ảnh bận chạy xe suốt ngày. ${question}`,
    (question) => `${ended(question)} Hàng xóm nhà mình đồn ầm lên mà chẳng biết thực hư ra sao.`,
    (question) =>
      `Đêm qua em mất ngủ vì chuyện này luôn á. ${ended(question)} Ai biết chỉ em với, em cảm ơn nhiều.`,
    (question) => `Bác bảo vệ cơ quan cháu tò mò lắm (bác ấy sắp về hưu), ${question}`,
    (question) => `Ba má em già rồi, mắt kém, cứ bắt em tra giùm hoài. ${question}`,
    (question) => `Số là hồi chiều đi đón cháu, gặp cô giáo cũ đứng nói chuyện cả tiếng. ${question}`,
    (question) => `${ended(question)} Tôi hỏi thật lòng, đừng chê tôi dốt nhé.`,
    (question) => `mai e phai thuyet trinh truoc ca phong ma chua chuan bi duoc gi het tron. ${question}`,
    (question) =>
      `Lãnh đạo vừa gọi điện quát ầm ĩ, tôi cuống quá. ${ended(question)} Trả lời nhanh giúp tôi với.`,
    (question) => `Trời nóng như đổ lửa mà mất điện, ngồi buồn quá nên hỏi bot chơi: ${question}`,
    (question) =>
      `Đang uống cà phê với mấy ông bạn già, cá cược một chầu. ${ended(question)} Ai thua phải trả tiền.`,
    (question) => `Con gái tôi vừa đỗ đại học, mừng quá. Nhưng tôi muốn hỏi chuyện khác, ${question}`,
    (question) => `chi e ban qua nen nho e hoi dum, e cung k ranh may cai nay. ${question}`,
  ],
  en: [
    (question) => `I just got off a long flight and my head hurts. ${question}`,
    (question) => `My wife and I argued about this all evening. ${question}`,
    (question) => `${ended(question)} My neighbour keeps telling me something else and I am confused.`,
    (question) => `Sorry, my English is bad and I am a little worried. ${ended(question)} Thanks, my friend.`,
  ],
}

/** The question inside one of the stories. */
export function inStory(question: string, lang: Question['lang'], random: () => number): string {
  const stories = STORIES[lang]
  return stories[Math.floor(random() * stories.length)]?.(question) ?? question
}
