import { DomainError } from '../domain/errors.ts'
import { findPasteTarget } from '../usecases/find-paste-target.ts'
import { type Imported, importPasted, importTemplate } from '../usecases/import-answers.ts'
import type { FilledTemplate } from '../usecases/ports.ts'
import type { BotContext } from './context.ts'
import { mayLoadRoster, previewRoster } from './roster.ts'
import type { BotServices } from './services.ts'
import { importedViews } from './views/imported.ts'

/** No filled template is larger. */
const LARGEST_FILE_BYTES = 2 * 1024 * 1024
/** Of these only .xlsx can be read; the others are told how. */
const SPREADSHEET = /\.(?:xls[xmb]?|ods)$/i
const TABLE_AS_TEXT = /\.(?:csv|tsv|txt)$/i

/** True for what may be a filled template or a list of units: a spreadsheet, from who may load lists a table as text too, in private. */
export const isSpreadsheet = (ctx: BotContext): boolean =>
  mayImport(ctx) && (SPREADSHEET.test(nameOf(ctx)) || (TABLE_AS_TEXT.test(nameOf(ctx)) && mayLoadRoster(ctx)))

const nameOf = (ctx: BotContext): string => documentOf(ctx)?.file_name ?? ''

const documentOf = ({ message }: BotContext) =>
  message && 'document' in message ? message.document : undefined

/**
 * Takes a filled template: an open form of the same draft ends, its answers have changed. Whatever else comes from who may load lists
 * of units is taken for one.
 */
export async function takeSpreadsheet(services: BotServices, ctx: BotContext): Promise<void> {
  const document = documentOf(ctx)
  if (!document) return
  if (TABLE_AS_TEXT.test(nameOf(ctx))) return previewRoster(services, ctx, document)
  const isTooLarge = (document.file_size ?? 0) > LARGEST_FILE_BYTES
  const bytes = isTooLarge
    ? 'too-large'
    : await services.transport.download(document.file_id, LARGEST_FILE_BYTES)
  const read =
    bytes === 'too-large' ? { kind: 'refused' as const, why: bytes } : services.formTemplate.read(bytes)
  if (read.kind === 'refused' && read.why !== 'not-a-workbook' && mayLoadRoster(ctx))
    await previewRoster(services, ctx, document)
  else if (read.kind === 'refused')
    await services.screen.reply(ctx, { text: ctx.state.t(`forms:upload.${read.why}`) })
  else await takeTemplate(services, ctx, read)
}

/** Takes answers pasted outside of any form; false when the text answers none that its sender owes. */
export async function takePasted(services: BotServices, ctx: BotContext, text: string): Promise<boolean> {
  if (!mayImport(ctx)) return false
  const { actor, t } = ctx.state
  const target = await findPasteTarget(services, actor, text)
  if (target.kind === 'none') return false
  if (target.kind === 'several') {
    await services.screen.reply(ctx, { text: t('forms:bulk.which-form') })
    return true
  }
  const { form, period, unit } = target.owed
  const place = { form: form.code, period, unitCode: unit.code }
  await showImported(services, ctx, await importPasted(services, actor, place, text))
  return true
}

const mayImport = ({ chat, state }: BotContext): boolean =>
  chat?.type === 'private' && state.isRegistered && state.person.hasConsented

/** What the file is of is not this person's to fill: told as such, whether it exists or not. */
const NOT_THEIRS: readonly string[] = ['unit-not-found', 'form-not-found', 'period-invalid']

async function takeTemplate(services: BotServices, ctx: BotContext, file: FilledTemplate): Promise<void> {
  try {
    await showImported(services, ctx, await importTemplate(services, ctx.state.actor, file))
  } catch (error) {
    if (!(error instanceof DomainError && NOT_THEIRS.includes(error.code))) throw error
    await services.screen.reply(ctx, { text: ctx.state.t('forms:upload.other-unit') })
  }
}

async function showImported(services: BotServices, ctx: BotContext, imported: Imported): Promise<void> {
  const { t, conversation, conversationKey } = ctx.state
  if (conversation?.submission === imported.session.submission)
    await services.database.conversations.end(conversationKey.key, services.clock.now())
  const parts = { t, library: services.library, session: imported.session }
  for (const view of importedViews(parts, imported)) await services.screen.reply(ctx, view)
}
