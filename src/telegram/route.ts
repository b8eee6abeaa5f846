import type { SubmissionId } from '../domain/brand.ts'
import { DomainError } from '../domain/errors.ts'
import { getLateSession } from '../usecases/add-late-results.ts'
import { type FormSession, getSession } from '../usecases/open-form.ts'
import { shareContact } from '../usecases/share-contact.ts'
import { answerQuestion } from './ask.ts'
import { greet } from './commands/start.ts'
import type { BotContext } from './context.ts'
import type { Gone } from './conversations/bridge.ts'
import { continueForm } from './forms.ts'
import { isAnonymous } from './groups.ts'
import { isSpreadsheet, takePasted, takeSpreadsheet } from './imports.ts'
import { isPack, takePack } from './packs.ts'
import { noteTried } from './refusals.ts'
import { type BotServices, type ButtonHandler, type Command, findCommand, mayUse } from './services.ts'
import { consentView } from './views/start.ts'

/** Commands → the open form → buttons → free text. What is not a form's is marked as applied when it is done. */
export async function route(
  services: BotServices,
  buttons: readonly ButtonHandler[],
  ctx: BotContext,
): Promise<void> {
  const { conversation, lastStep, isToShowAgain } = ctx.state
  if (isToShowAgain) return resumeDraft(services, ctx, 'again', lastStep?.submission)
  const command = isSecondHand(ctx) ? undefined : commandOf(services, ctx)
  const isRefused = isSecondHand(ctx) && textOf(ctx).startsWith('/')
  const isForForm = !command && !isRefused && conversation && !isSpreadsheet(ctx) && !isPack(ctx)
  if (isForForm && (await services.bridge.resume(ctx, conversation))) return
  await services.database.conversations.once(ctx.update.update_id, services.clock.now(), async () => {
    if (isSpreadsheet(ctx)) await takeSpreadsheet(services, ctx)
    else if (isPack(ctx)) await takePack(services, ctx)
    else if (command) await runCommand(services, ctx, command)
    else if (isRefused) await refuseSecondHand(services, ctx)
    else if (ctx.callbackQuery) await pressButton(services, buttons, ctx)
    else await readMessage(services, ctx)
  })
}

/** Forwarded, or sent by way of another bot: figures may come so, but nobody meant a command by it. */
function isSecondHand({ message }: BotContext): boolean {
  return (
    message !== undefined &&
    ('forward_origin' in message || 'forward_date' in message || 'via_bot' in message)
  )
}

/** In a group nothing is said: there it may be about anything. */
async function refuseSecondHand(services: BotServices, ctx: BotContext): Promise<void> {
  if (ctx.chat?.type === 'private') throw new DomainError('command-not-own')
  await noteTried(services, ctx, 'command-not-own')
}

interface Called {
  readonly command: Command
  readonly argument: string
}

/** `/nop`, `/nộp`, `/hoi@bot …`; in private without an open form a bare «nộp» too. */
function commandOf({ commands, username }: BotServices, ctx: BotContext): Called | undefined {
  const text = textOf(ctx)
  const isPrivate = ctx.chat?.type === 'private'
  const slashed = /^\/([^\s@]+)(?:@(\S+))?\s*([\s\S]*)$/u.exec(text)
  if (slashed) {
    const [, name = '', bot, argument = ''] = slashed
    if (bot !== undefined && bot.toLowerCase() !== username.toLowerCase()) return undefined
    const command = findCommand(commands, name)
    return command && { command, argument }
  }
  if (isPrivate && !ctx.state.conversation) {
    const command = findCommand(commands, text.trim())
    return command && { command, argument: '' }
  }
  const mention = `@${username}`.toLowerCase()
  if (isPrivate || !text.toLowerCase().includes(mention)) return undefined
  const hoi = findCommand(commands, 'hoi')
  return hoi && { command: hoi, argument: text.replaceAll(new RegExp(mention, 'giu'), ' ').trim() }
}

async function runCommand(
  services: BotServices,
  ctx: BotContext,
  { command, argument }: Called,
): Promise<void> {
  const { t, actor, isRegistered, person } = ctx.state
  const isPrivate = ctx.chat?.type === 'private'
  if (!isPrivate && !isForLinking(command) && !(await isLinked(services, ctx))) return
  if (!isPrivate && command.place === 'private') {
    const url = `https://t.me/${services.username}?start=${command.name}`
    return services.screen.reply(ctx, {
      text: t('start:in-private'),
      buttons: [[{ text: t('common:button.open-private'), url }]],
    })
  }
  if (command.needs !== 'anyone' && !(command.isForAnonymous && isAnonymous(ctx))) {
    if (!isRegistered && person.roles.some((role) => role.state === 'pending')) return greet(services, ctx)
    if (!isRegistered) throw new DomainError('not-registered')
    if (!person.hasConsented) return services.screen.reply(ctx, consentView(t))
    if (!mayUse(command, actor)) throw new DomainError('not-allowed')
  }
  await command.run(services, ctx, argument)
}

const isForLinking = ({ needs = [] }: Command): boolean => needs !== 'anyone' && needs.includes('link-group')

/** Only linked groups get anything; another is told once how it becomes one. */
async function isLinked(services: BotServices, ctx: BotContext): Promise<boolean> {
  const { chat } = ctx
  if (!chat || chat.type === 'private' || chat.type === 'channel') return false
  const { state } = await services.database.groups.see(chat.id, chat.title, services.clock.now())
  if (state === 'linked') return true
  if (state === 'public') return !('username' in chat) && services.database.groups.setPublic(chat.id, false)
  if (await services.database.groups.tell(chat.id, services.clock.now()))
    await services.screen.reply(ctx, { text: ctx.state.t('people:group.unlinked') })
  return false
}

async function pressButton(
  services: BotServices,
  buttons: readonly ButtonHandler[],
  ctx: BotContext,
): Promise<void> {
  const data = ctx.callbackQuery && 'data' in ctx.callbackQuery ? ctx.callbackQuery.data : ''
  const [prefix = '', ...parts] = data.split(':')
  const button = buttons.find((each) => each.prefix === prefix)
  // The open form has not wanted it: a second tap, or a question answered long ago.
  if (prefix === 'f') return
  if (!button) throw new DomainError('button-invalid')
  const { t, isRegistered, person } = ctx.state
  if (!button.isOpenToAll && !isRegistered) throw new DomainError('not-registered')
  if (!button.isOpenToAll && !person.hasConsented) return services.screen.reply(ctx, consentView(t))
  await button.run(services, ctx, parts)
}

async function readMessage(services: BotServices, ctx: BotContext): Promise<void> {
  const { message } = ctx
  if (!message || ctx.chat?.type !== 'private') return
  if ('contact' in message) return readContact(services, ctx, message.contact)
  const text = textOf(ctx)
  if (text.startsWith('/')) return services.screen.reply(ctx, { text: ctx.state.t('start:unknown-command') })
  if (text !== '' && (await takePasted(services, ctx, text))) return
  if (text !== '') return answerQuestion(services, ctx, text)
  await greet(services, ctx)
}

/** Only one's own contact proves anything. */
async function readContact(
  services: BotServices,
  ctx: BotContext,
  contact: { readonly user_id?: number; readonly phone_number: string },
): Promise<void> {
  const { t, person } = ctx.state
  if (!ctx.chat || person.id === '' || !person.hasConsented) return greet(services, ctx)
  const isOwn = contact.user_id === ctx.from?.id && !isSecondHand(ctx)
  const outcome = isOwn ? await shareContact(services, person.id, contact.phone_number) : undefined
  const key = !outcome
    ? 'start:contact.not-own'
    : outcome.activated.length > 0
      ? 'start:contact.matched'
      : 'start:contact.waits'
  await services.transport.call('sendMessage', {
    chat_id: ctx.chat.id,
    text: t(key),
    reply_markup: { remove_keyboard: true },
  })
}

/** Goes on from the draft's rows: after a crash, in a new version, or where the stored state is of no use any more. */
export async function resumeDraft(
  services: BotServices,
  ctx: BotContext,
  why: Gone,
  submission: SubmissionId | undefined,
): Promise<void> {
  if (submission === undefined) return
  const session = await standingSession(services, ctx, why, submission)
  if (why !== 'again')
    await services.screen.reply(ctx, {
      text: ctx.state.t(why === 'changed' ? 'teamwork:changed' : 'forms:resumed'),
    })
  const { conversation, ...state } = ctx.state
  const expectedRevision =
    why === 'again' ? state.conversationKey.expectedRevision : state.conversationKey.expectedRevision + 1
  ctx.state = { ...state, conversationKey: { ...state.conversationKey, expectedRevision } }
  await continueForm(services, ctx, session)
}

/** The draft, or what is still to come of a form handed in. Throws: submission-not-open when it was handed in meanwhile. */
async function standingSession(
  services: BotServices,
  { state: { actor } }: BotContext,
  why: Gone,
  submission: SubmissionId,
): Promise<FormSession> {
  const { session, row } = await getSession(services, actor, submission)
  if (row.state === 'draft') return session
  if (why === 'closed') throw new DomainError('submission-not-open', { state: row.state })
  return (await getLateSession(services, actor, submission)).session
}

const textOf = (ctx: BotContext): string => {
  const { message } = ctx
  return message && 'text' in message ? message.text.normalize('NFC') : ''
}
