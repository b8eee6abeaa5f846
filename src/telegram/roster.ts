import { roleAllows } from '../domain/access.ts'
import { loadRoster, type RosterLoad } from '../usecases/load-roster.ts'
import { LARGEST_ROSTER_BYTES } from '../usecases/read-roster-table.ts'
import type { BotContext } from './context.ts'
import type { BotServices } from './services.ts'
import { rosterView } from './views/roster.ts'
import { messageOf, type View } from './views/view.ts'

/** True for whoever may load a list of units and people. */
export const mayLoadRoster = ({ state }: BotContext): boolean =>
  state.actor.roles.some(({ role }) => roleAllows(role, 'manage-units'))

interface Document {
  readonly file_id: string
  readonly file_size?: number
}

/** Shows what the list in a document would change, as an answer to the document: the buttons find it there again. */
export async function previewRoster(
  services: BotServices,
  ctx: BotContext,
  document: Document,
): Promise<void> {
  const bytes = await fetchList(services, document)
  if (!bytes) return services.screen.reply(ctx, { text: ctx.state.t('errors:file-too-large') })
  const message = ctx.message?.message_id
  const say = await answering(services, ctx, message)
  await say(await load(services, ctx, bytes, false, say))
}

/** Writes the list of the document that the preview answers. */
export async function applyRoster(services: BotServices, ctx: BotContext): Promise<void> {
  const preview = ctx.callbackQuery?.message
  const document = preview && 'reply_to_message' in preview ? documentOf(preview.reply_to_message) : undefined
  if (!document) return services.screen.show(ctx, { text: ctx.state.t('roster:gone') })
  const bytes = await fetchList(services, document)
  if (!bytes) return services.screen.show(ctx, { text: ctx.state.t('errors:file-too-large') })
  const show = (view: View) => services.screen.show(ctx, view)
  await show(await load(services, ctx, bytes, true, show))
}

const documentOf = (message: object | undefined): Document | undefined =>
  message && 'document' in message ? (message.document as Document) : undefined

async function fetchList({ transport }: BotServices, document: Document): Promise<Uint8Array | undefined> {
  if ((document.file_size ?? 0) > LARGEST_ROSTER_BYTES) return undefined
  const bytes = await transport.download(document.file_id, LARGEST_ROSTER_BYTES)
  return bytes === 'too-large' ? undefined : bytes
}

async function load(
  services: BotServices,
  ctx: BotContext,
  bytes: Uint8Array,
  apply: boolean,
  show: (view: View) => Promise<void>,
): Promise<View> {
  const { t, actor } = ctx.state
  const shown: Promise<void>[] = []
  const onProgress = (done: number, total: number) => {
    if (done < total) shown.push(show({ text: t('roster:progress', { done, total }) }))
  }
  const loaded: RosterLoad = await loadRoster(services, actor, { bytes, apply, onProgress })
  await Promise.all(shown)
  return rosterView(t, loaded)
}

/** Answers the message once, and edits the answer from then on. */
async function answering(services: BotServices, ctx: BotContext, message: number | undefined) {
  const chat = ctx.chat?.id
  const reply = message === undefined ? {} : { reply_parameters: { message_id: message } }
  const first = await services.transport.call('sendMessage', {
    chat_id: chat,
    ...reply,
    ...messageOf({ text: ctx.state.t('roster:reading') }),
  })
  const sent = first.ok ? (first.result as { readonly message_id: number }).message_id : undefined
  return async (view: View): Promise<void> => {
    if (sent === undefined) return services.screen.reply(ctx, view)
    const edit = { chat_id: chat, message_id: sent, ...messageOf(view) }
    await services.transport.call('editMessageText', edit)
  }
}
