import type { Stage } from './stage.ts'
import { untilDelivered } from './stage-town.ts'

/** Lets Telegram bring something no honest client makes, and returns when the bot is done with it. */
export async function bring(stage: Stage, content: Readonly<Record<string, unknown>>): Promise<void> {
  const pushed = stage.sandbox.world.pushUpdate(content as never)
  if (!pushed) throw new Error(`the bot does not want ${Object.keys(content).join()}`)
  await untilDelivered(stage, pushed.update_id)
}

const user = (id: number) => ({ id, is_bot: false, first_name: 'Khách', language_code: 'vi' })
let messageId = 900_000

/** A tap on data that no button of the bot has. */
export const forgedTap = (personId: number, data: string, chatId = personId) => ({
  callback_query: {
    id: `${personId}${++messageId}`,
    from: user(personId),
    chat_instance: '1',
    data,
    message: { message_id: messageId, date: 1_796_600_000, chat: chatOf(chatId), text: '.' },
  },
})

/** A message with fields a person cannot set by typing: `via_bot`, `forward_origin`. */
export const oddMessage = (
  personId: number,
  fields: Readonly<Record<string, unknown>>,
  chatId = personId,
) => ({
  message: {
    ...{ message_id: ++messageId, date: 1_796_600_000, from: user(personId), chat: chatOf(chatId) },
    ...fields,
  },
})

const chatOf = (id: number) =>
  id > 0 ? { id, type: 'private', first_name: 'Khách' } : { id, type: 'supergroup', title: 'Nhóm' }
