import { badRequest } from '../errors.ts'
import { lengthOf } from '../message-text.ts'
import type { BotCommand } from '../types.ts'
import { readScopeKey } from './command-scope.ts'
import type { Method, MethodContext, MethodTable } from './method.ts'

const MOST_COMMANDS = 100
const SCOPE_PARAMETERS = ['scope', 'language_code'] as const

function setMyCommands({ world, params }: MethodContext): true {
  const list = params.json('commands')
  if (!Array.isArray(list)) throw badRequest("can't parse commands: expected an Array of BotCommand")
  const scope = readScopeKey(params)
  if (list.length > MOST_COMMANDS) throw badRequest('BOT_COMMANDS_TOO_MUCH')
  const commands = list.map(readCommand)
  world.record({ kind: 'commands', scope, commands })
  return true
}

function readCommand(value: unknown): BotCommand {
  const { command, description } = (value ?? {}) as Record<string, unknown>
  if (typeof command !== 'string') throw badRequest('can\'t parse BotCommand: Can\'t find field "command"')
  if (typeof description !== 'string')
    throw badRequest('can\'t parse BotCommand: Can\'t find field "description"')
  const name = command.replace(/^\//, '')
  if (!/^[a-z0-9_]{1,32}$/.test(name)) throw badRequest('BOT_COMMAND_INVALID')
  const length = lengthOf(description.trim())
  if (length < 1 || length > 256) throw badRequest('BOT_COMMAND_DESCRIPTION_INVALID')
  return { command: name, description: description.trim() }
}

/** A text of the bot's profile, per language: its setter and getter. */
function profileText(name: string, parameter: string, most: number): [Method, Method] {
  const keyOf = ({ params }: MethodContext) => `${name}|${params.string('language_code')}`
  const set: Method = {
    known: [parameter, 'language_code'],
    run: (context) => {
      const value = context.params.string(parameter)
      if (lengthOf(value) > most) throw badRequest(`${name} is too long`)
      context.world.record({ kind: 'profile', name: keyOf(context), value })
      return true
    },
  }
  const get: Method = {
    known: ['language_code'],
    run: (context) => ({ [parameter]: context.world.state.profile.get(keyOf(context)) ?? '' }),
  }
  return [set, get]
}

const [setMyName, getMyName] = profileText('name', 'name', 64)
const [setMyDescription, getMyDescription] = profileText('description', 'description', 512)
const [setMyShortDescription, getMyShortDescription] = profileText(
  'short description',
  'short_description',
  120,
)

function setChatMenuButton({ world, params }: MethodContext): true {
  const button = (params.json('menu_button') ?? { type: 'default' }) as { type?: unknown }
  if (!['default', 'commands', 'web_app'].includes(String(button.type))) {
    throw badRequest("can't parse MenuButton: Unsupported type specified")
  }
  world.record({ kind: 'profile', name: `menu button|${params.string('chat_id')}`, value: button })
  return true
}

function getChatMenuButton({ world, params }: MethodContext): unknown {
  const { profile } = world.state
  const own = profile.get(`menu button|${params.string('chat_id')}`)
  return own ?? profile.get('menu button|') ?? { type: 'commands' }
}

/** The methods that say what the bot is called and which commands it offers. */
export const PROFILE_METHODS: MethodTable = {
  setMyCommands: { known: ['commands', ...SCOPE_PARAMETERS], run: setMyCommands },
  getMyCommands: {
    known: SCOPE_PARAMETERS,
    run: ({ world, params }) => world.state.commands.get(readScopeKey(params)) ?? [],
  },
  deleteMyCommands: {
    known: SCOPE_PARAMETERS,
    run: ({ world, params }) => {
      world.record({ kind: 'commands', scope: readScopeKey(params), commands: null })
      return true
    },
  },
  setMyName,
  getMyName,
  setMyDescription,
  getMyDescription,
  setMyShortDescription,
  getMyShortDescription,
  setChatMenuButton: { known: ['chat_id', 'menu_button'], run: setChatMenuButton },
  getChatMenuButton: { known: ['chat_id'], run: getChatMenuButton },
  setMyDefaultAdministratorRights: { known: ['rights', 'for_channels'], run: () => true },
}
