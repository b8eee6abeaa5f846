import { type Action, type Actor, roleAllows } from '../domain/access.ts'
import { searchKey } from '../domain/search-key.ts'
import type { TextKey } from '../i18n/text-key.ts'
import type { AskGate } from '../usecases/ask-gate.ts'
import type { BotDeps } from './bot-deps.ts'
import type { BotContext } from './context.ts'
import type { Bridge } from './conversations/bridge.ts'
import type { Screen } from './show.ts'

/** What commands and buttons work with. */
export interface BotServices extends BotDeps {
  readonly screen: Screen
  readonly bridge: Bridge
  readonly askGate: AskGate
  readonly commands: readonly Command[]
  /** For links into the private chat. */
  readonly username: string
}

/** A command of the chat; the list of them feeds the menus, /trogiup and the tests. */
export interface Command {
  /** Without the slash, a–z only. */
  readonly name: string
  /** Other names, also with Vietnamese marks; in private they are understood with and without the slash. */
  readonly aliases: readonly string[]
  readonly description: TextKey
  /** Whoever holds one of these actions somewhere may use it; absent = anyone registered; 'anyone' = strangers too. */
  readonly needs?: readonly Action[] | 'anyone'
  /** What it takes in private, where that is more than in a group. */
  readonly needsInPrivate?: readonly Action[]
  /** private: in a group it answers with a button to the private chat. */
  readonly place: 'private' | 'group' | 'both'
  /** Also for who writes in a group's own name, of whom nothing is known: the command finds out itself. */
  readonly isForAnonymous?: true
  run(services: BotServices, ctx: BotContext, argument: string): Promise<void>
}

/** One thing the buttons of a handler can do; `parts` is what comes after its name in the data. */
export type ButtonAction = (services: BotServices, ctx: BotContext, parts: readonly string[]) => Promise<void>

/** Handler of the buttons whose data begin with `<prefix>:`; each re-authorises, for a button may be old or not one's own. */
export interface ButtonHandler {
  readonly prefix: string
  /** Also before consent, and by strangers. */
  readonly isOpenToAll?: true
  run(services: BotServices, ctx: BotContext, parts: readonly string[]): Promise<void>
}

/** Names and aliases without marks; a test proves that no two collide. */
export const commandWords = (command: Command): readonly string[] =>
  [command.name, ...command.aliases].map(searchKey)

/** Returns the command of a word written with or without slash and marks; undefined for anything else. */
export function findCommand(commands: readonly Command[], word: string): Command | undefined {
  const key = searchKey(word.replace(/^\//, ''))
  return commands.find((command) => commandWords(command).includes(key))
}

/** True when one of the actor's roles allows what the command is for. */
export function mayUse({ needs }: Command, actor: Actor): boolean {
  if (needs === 'anyone' || needs === undefined) return true
  return holdsOne(actor, needs)
}

/** True when the actor may use the command and would not be refused in private: what /trogiup lists. */
export const mayUseInPrivate = (command: Command, actor: Actor): boolean =>
  mayUse(command, actor) && (command.needsInPrivate === undefined || holdsOne(actor, command.needsInPrivate))

const holdsOne = (actor: Actor, actions: readonly Action[]): boolean =>
  actor.roles.some((held) => actions.some((action) => roleAllows(held.role, action)))
