import { LOCALES } from '../domain/text.ts'
import type { Texts } from '../i18n/texts.ts'
import type { Command } from './services.ts'
import type { Transport } from './transport/transport.ts'

/** Publishes the command menus of private chats and of groups, in each language; the first is the default. */
export async function publishMenus(
  transport: Transport,
  texts: Texts,
  commands: readonly Command[],
): Promise<void> {
  for (const [index, locale] of LOCALES.entries()) {
    const t = texts.for(locale)
    const language = index === 0 ? {} : { language_code: locale }
    for (const [scope, place] of [
      ['all_private_chats', 'group'],
      ['all_group_chats', 'private'],
    ] as const) {
      const shown = commands.filter((command) => command.place !== place)
      await transport.call('setMyCommands', {
        commands: shown.map((command) => ({ command: command.name, description: t(command.description) })),
        scope: { type: scope },
        ...language,
      })
    }
  }
}
