import { DomainError } from '../domain/errors.ts'
import { getPeriod } from '../domain/period.ts'
import { digestDeps } from '../usecases/gather-reads.ts'
import { listParts } from '../usecases/list-parts.ts'
import { type DigestSubject, listMissing, listSeries, openDigest } from '../usecases/open-digest.ts'
import type { BotContext } from './context.ts'
import type { DigestDetail } from './digest-links.ts'
import type { BotServices } from './services.ts'
import { changedView, levelsView, missingView, partsView } from './views/digest-detail.ts'
import type { DetailFrame } from './views/digest-frame.ts'
import { rowsOverTime, seriesChoiceView, seriesView } from './views/digest-series.ts'
import type { View } from './views/view.ts'

/** Shows what lies behind a digest, in private only: to who may see the unit, and to members of the group it is posted in. */
export async function showDetail(
  services: BotServices,
  ctx: BotContext,
  detail: DigestDetail,
  subject: DigestSubject,
  places: readonly number[],
): Promise<void> {
  const { t, actor, isRegistered } = ctx.state
  if (ctx.chat?.type !== 'private') return
  if (!isRegistered) throw new DomainError('not-registered')
  const isMember = (chatId: number) => isMemberOf(services, chatId, ctx.from?.id)
  const opened = await openDigest(services, actor, subject, isMember)
  await services.screen.show(ctx, await viewOf(services, ctx, detail, { t, subject, opened }, places))
}

async function viewOf(
  services: BotServices,
  ctx: BotContext,
  detail: DigestDetail,
  frame: DetailFrame,
  [first = 0, second]: readonly number[],
): Promise<View> {
  const { opened } = frame
  if (detail === 'levels') return levelsView(frame, first, second ?? 0)
  if (detail === 'changed') return changedView(frame, first)
  if (detail === 'missing')
    return missingView(frame, await listMissing(services, ctx.state.actor, opened), first)
  if (detail === 'parts') {
    const period = getPeriod(opened.digest.period)
    return partsView(
      frame,
      await listParts(digestDeps(services), opened.unit, period, services.clock.now()),
      first,
    )
  }
  const row = second === undefined ? undefined : rowsOverTime(opened)[second]
  if (!row) return seriesChoiceView(frame, first)
  return seriesView(frame, row, await listSeries(services, opened, row), first)
}

/** Asks Telegram, for a person may have left since the digest was posted. */
async function isMemberOf(
  { transport }: BotServices,
  chatId: number,
  userId: number | undefined,
): Promise<boolean> {
  if (userId === undefined) return false
  const answer = await transport.call('getChatMember', { chat_id: chatId, user_id: userId })
  if (!answer.ok) return false
  const { status, is_member: isStill } = answer.result as {
    readonly status: string
    readonly is_member?: boolean
  }
  return status === 'creator' || status === 'administrator' || status === 'member' || isStill === true
}
