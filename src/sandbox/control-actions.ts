import { type Actions, type Body, type ControlContext, done } from './control-context.ts'
import { ControlError } from './errors.ts'
import { getPerson } from './people/acting.ts'
import { PEOPLE_ACTIONS } from './people/actions.ts'
import { SESSION_ACTIONS } from './sessions/actions.ts'
import { resetSandbox } from './sessions/reset.ts'
import { TROUBLE_ACTIONS } from './trouble-actions.ts'

/** What is kept to be played again; looking around is not. */
const KEPT: Actions = { ...PEOPLE_ACTIONS, ...TROUBLE_ACTIONS }
const OTHERS: Actions = { ...SESSION_ACTIONS, read: done(markRead), reset: done(resetSandbox) }

/**
 * Does what `POST /sandbox/<name>` asks and returns the answer.
 * Throws: ControlError (404 for an unknown name), ApiError.
 */
export async function doAction(context: ControlContext, name: string, body: Body): Promise<unknown> {
  if (Object.hasOwn(OTHERS, name)) return await OTHERS[name]?.(context, body)
  const act = Object.hasOwn(KEPT, name) ? KEPT[name] : undefined
  if (act === undefined) throw new ControlError(`no action ${name}`, 404)
  const pressed = name === 'press' ? namedByText(context, body) : body
  const answer = act(context, body)
  const wish = name === 'clock' ? { to: new Date(context.world.clock.now()).toISOString() } : pressed
  // At once: what the bot says to it must stand behind it in the ledger.
  context.world.record({ kind: 'act', act: { action: name, wish } })
  return await answer
}

/** A tap kept by the words on the button: its data differs when the session is played again. */
function namedByText({ world }: ControlContext, body: Body): Body {
  const { data, ...wish } = body
  if (data === undefined) return body
  const chatId = Number(body.chatId ?? body.personId)
  const messages = [...(world.state.logs.get(chatId)?.messages.values() ?? [])].reverse()
  const named =
    body.messageId === undefined ? messages : messages.filter((m) => m.message_id === Number(body.messageId))
  const buttons = named.flatMap((message) => message.reply_markup?.inline_keyboard.flat() ?? [])
  const text = buttons.find((button) => button.callback_data === data)?.text
  return text === undefined ? body : { ...wish, text }
}

function markRead({ world }: ControlContext, { chatId, messageId }: Body): void {
  const log = world.state.logs.get(Number(chatId))
  if (log === undefined) getPerson(world, chatId)
  else if (Number(messageId) > log.readUpTo) {
    world.record({ kind: 'read', chatId: Number(chatId), messageId: Number(messageId) })
  }
}
