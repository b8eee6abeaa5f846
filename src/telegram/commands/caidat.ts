import type { Command } from '../services.ts'

/** The person's own settings; today the language. */
export const caidat: Command = {
  name: 'caidat',
  aliases: ['cài đặt', 'settings'],
  description: 'common:command.caidat',
  place: 'private',
  async run(services, ctx) {
    await services.screen.show(ctx, {
      text: ctx.state.t('start:language.ask'),
      buttons: [
        [
          { text: 'Tiếng Việt', data: 'l:vi' },
          { text: 'English', data: 'l:en' },
        ],
      ],
    })
  },
}
