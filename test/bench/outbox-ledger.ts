import type { LimitedBotApi } from './limited-bot-api.ts'

/** Which message it is: the chat and its place in the chat's order. */
export function markOf(text: string): { readonly key: string; readonly place: number } | undefined {
  const mark = /#(\d+)\.(\d+)\./.exec(text)
  return mark ? { key: `${mark[1]}`, place: Number(mark[2]) } : undefined
}

/** Returns how many arrived more than once. */
export const countTwice = ({ ledger }: LimitedBotApi): number => {
  const marks = ledger.flatMap(({ text }) => {
    const mark = markOf(text)
    return mark ? [`${mark.key}.${mark.place}`] : []
  })
  return marks.length - new Set(marks).size
}

/** Returns how many came behind a later one of their chat. */
export function countOutOfOrder({ ledger }: LimitedBotApi): number {
  const last = new Map<string, number>()
  let wrong = 0
  for (const { text } of ledger) {
    const mark = markOf(text)
    if (!mark) continue
    if ((last.get(mark.key) ?? -1) > mark.place) wrong++
    last.set(mark.key, mark.place)
  }
  return wrong
}
