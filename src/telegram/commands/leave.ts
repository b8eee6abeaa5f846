import type { BotContext } from '../context.ts'
import type { BotServices, Command } from '../services.ts'

/** Leaves the open form and keeps its draft. */
export const thoat: Command = {
  name: 'thoat',
  aliases: ['thoát', 'exit'],
  description: 'common:command.thoat',
  place: 'private',
  async run(services, ctx) {
    const wasOpen = await leave(services, ctx)
    await services.screen.reply(ctx, { text: ctx.state.t(wasOpen ? 'forms:left' : 'forms:nothing-open') })
  },
}

/** Asks whether the draft is kept or thrown away. */
export const huy: Command = {
  name: 'huy',
  aliases: ['hủy', 'huỷ', 'cancel'],
  description: 'common:command.huy',
  place: 'private',
  async run(services, ctx) {
    const { t, conversation } = ctx.state
    const submission = conversation?.submission
    if (submission === undefined) return services.screen.reply(ctx, { text: t('forms:nothing-open') })
    await services.screen.reply(ctx, {
      text: t('forms:cancel.ask'),
      buttons: [
        [
          { text: t('forms:button.later'), data: 'd:later' },
          { text: t('forms:cancel.delete'), data: `d:delete:${submission}` },
        ],
      ],
    })
  },
}

/** Ends the chat's open form; the draft's rows stay. Returns whether one was open. */
export async function leave(services: BotServices, ctx: BotContext): Promise<boolean> {
  if (!ctx.state.conversation) return false
  await services.database.conversations.end(ctx.state.conversationKey.key, services.clock.now())
  return true
}
