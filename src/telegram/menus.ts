import { LOCALES, type Locale } from '../domain/text.ts'
import type { T, Texts } from '../i18n/texts.ts'
import type { BotContext } from './context.ts'
import { type BotServices, type Command, mayUseInPrivate } from './services.ts'
import type { Transport } from './transport/transport.ts'

const isForStrangers = ({ needs }: Command): boolean => needs === 'anyone'
const isForAdmins = ({ needs }: Command): boolean => needs !== undefined && needs !== 'anyone'

/** What each kind of chat shows to whoever is not known better. */
const MENUS: readonly { readonly scope: string; readonly shows: (command: Command) => boolean }[] = [
  { scope: 'all_private_chats', shows: (command) => command.place !== 'group' && isForStrangers(command) },
  { scope: 'all_group_chats', shows: (command) => command.place !== 'private' && !isForAdmins(command) },
  { scope: 'all_chat_administrators', shows: (command) => command.place !== 'private' },
]

/** Publishes the command menus of private chats and of groups, in each language; the first is the default. */
export async function publishMenus(
  transport: Transport,
  texts: Texts,
  commands: readonly Command[],
): Promise<void> {
  for (const [index, locale] of LOCALES.entries()) {
    const language = index === 0 ? {} : { language_code: locale }
    for (const { scope, shows } of MENUS)
      await transport.call('setMyCommands', {
        commands: entriesOf(texts.for(locale), commands.filter(shows)),
        scope: { type: scope },
        ...language,
      })
  }
}

const entriesOf = (t: T, commands: readonly Command[]) =>
  commands.map((command) => ({ command: command.name, description: t(command.description) }))

/** Gives a person's private chat the menu of just what they may do, when it is not the one it was given last. */
export async function refreshMenu(services: BotServices, ctx: BotContext): Promise<void> {
  const { person, actor, locale, t, isRegistered } = ctx.state
  if (ctx.chat?.type !== 'private' || person.id === '') return
  const shown = services.commands.filter(
    (command) =>
      command.place !== 'group' &&
      (isRegistered && person.hasConsented ? mayUseInPrivate(command, actor) : isForStrangers(command)),
  )
  const menu = menuKey(locale, shown)
  if (menu === person.menu) return
  const wanted = { commands: entriesOf(t, shown), scope: { type: 'chat', chat_id: ctx.chat.id } }
  const answer = await services.transport.call('setMyCommands', wanted)
  if (answer.ok) await services.database.people.setMenu(person.id, menu)
}

const menuKey = (locale: Locale, commands: readonly Command[]): string =>
  `${locale} ${commands.map(({ name }) => name).join(' ')}`
