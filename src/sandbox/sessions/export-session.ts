import type { Act } from '../world-event.ts'
import type { WorldFile } from '../world-file.ts'
import { Cast } from './cast.ts'
import { literal, quote, statement } from './literal.ts'
import type { Session } from './session-store.ts'

const LONGEST_HEARD = 72
const HEAD = `import { it } from 'vitest'
import { type Chat, textOf } from '../support/chat.ts'
import { openStage } from '../support/stage.ts'

const sees = (chat: Chat, text: string) => chat.until((each) => textOf(each).includes(text), text)
`

/**
 * Returns a session as a test that plays it on a stage and looks, after each act, for what the bot said then.
 * Shape: a TypeScript file of `test/e2e`, formatted.
 */
export function exportSession({ name, acts }: Session, world: WorldFile): string {
  const cast = new Cast(world)
  const steps = acts.flatMap((act) => stepsOf(act, cast))
  const lines = [
    'const stage = await openStage()',
    'onTestFinished(() => stage.close())',
    ...cast.declarations,
    '',
    ...steps,
  ]
  const body = lines.map((line) => (line === '' ? '' : `  ${line}`)).join('\n')
  return `${HEAD}\nit(${quote(name)}, async ({ onTestFinished }) => {\n${body}\n}, 120_000)\n`
}

function stepsOf(act: Act, cast: Cast): string[] {
  const { action, wish, heard } = act
  if (action === 'clock') return [statement('stage.moveTo', [quote(String(wish.to))])]
  if (action === 'bot') return [statement('stage.restart', [])]
  const chat = CHAT_CALLS[action]?.(wish)
  if (chat === undefined || wish.personId === undefined)
    return [statement('stage.control', [quote(action), literal(wish)])]
  const who = cast.nameOf(Number(wish.personId), Number(wish.chatId ?? wish.personId))
  const did = statement(`${who}.${chat.method}`, chat.args)
  if (heard === undefined || heard === '') return [did]
  return [did, statement('sees', [who, quote(heard.slice(0, LONGEST_HEARD))])]
}

interface ChatCall {
  method: string
  args: string[]
}

/** How a person's act is written with test/support/chat.ts. */
const CHAT_CALLS: Readonly<Record<string, (wish: Act['wish']) => ChatCall | undefined>> = {
  messages: ({ text, personId: _person, chatId: _chat, ...rest }) => ({
    method: 'tell',
    args: [quote(String(text)), ...(Object.keys(rest).length === 0 ? [] : [literal(rest)])],
  }),
  press: ({ text }) => (text === undefined ? undefined : { method: 'tap', args: [quote(String(text))] }),
  start: ({ payload }) => ({ method: 'open', args: [quote(String(payload ?? ''))] }),
  contact: () => ({ method: 'shareContact', args: [] }),
}
