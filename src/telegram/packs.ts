import { roleAllows } from '../domain/access.ts'
import { DomainError } from '../domain/errors.ts'
import { checkPack } from '../usecases/check-pack.ts'
import type { BotContext } from './context.ts'
import { loadPackForm } from './conversations/load-pack.ts'
import type { BotServices } from './services.ts'
import { packFaultsView, packPreview } from './views/plans.ts'

/** The largest shipped plan has a tenth of it. */
const LARGEST_PACK_BYTES = 2 * 1024 * 1024
const PACK = /\.ya?ml$/i

const documentOf = ({ message }: BotContext) =>
  message && 'document' in message ? message.document : undefined

/** True for a plan pack sent in private by someone who may load one somewhere. */
export const isPack = (ctx: BotContext): boolean =>
  PACK.test(documentOf(ctx)?.file_name ?? '') &&
  ctx.chat?.type === 'private' &&
  ctx.state.person.hasConsented &&
  ctx.state.actor.roles.some(({ role }) => roleAllows(role, 'manage-plans'))

/** Checks the file and says what is wrong with it, or what loading it would change. */
export async function takePack(services: BotServices, ctx: BotContext): Promise<void> {
  const document = documentOf(ctx)
  if (!document) return
  const { t, actor } = ctx.state
  const name = document.file_name ?? 'plan.yaml'
  const bytes = await fetchPack(services, document.file_id, document.file_size)
  const check = await checkPack(services, actor, { name, bytes })
  if (check.kind === 'faulty') return services.screen.reply(ctx, packFaultsView(t, check.problems))
  if (check.kind === 'unchanged') return services.screen.reply(ctx, { text: t('operate:plans.unchanged') })
  const { checksum } = check
  const args = { formVersion: 1, fileId: document.file_id, name, checksum, preview: packPreview(t, check) }
  await services.bridge.enter(ctx, loadPackForm(loadPackDeps(services)), args)
}

export const loadPackDeps = <D extends Pick<BotServices, 'transport'>>(deps: D) => ({
  ...deps,
  fetchFile: (fileId: string) => fetchPack(deps, fileId, 0),
})

async function fetchPack(
  { transport }: Pick<BotServices, 'transport'>,
  fileId: string,
  size = 0,
): Promise<Uint8Array> {
  const bytes = size > LARGEST_PACK_BYTES ? 'too-large' : await transport.download(fileId, LARGEST_PACK_BYTES)
  if (bytes === 'too-large') throw new DomainError('file-invalid')
  return bytes
}
