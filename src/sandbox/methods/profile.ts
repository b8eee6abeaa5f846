import { badRequest } from '../errors.ts'
import { JsonFields } from '../json-fields.ts'
import { lengthOf } from '../message-text.ts'
import type { BotCommand } from '../types.ts'
import { readScopeKey } from './command-scope.ts'
import type { Method, MethodContext, MethodTable } from './method.ts'

const MOST_COMMANDS = 100

function setMyCommands({ world, params }: MethodContext): true {
  const list = params.json('commands') ?? []
  if (!Array.isArray(list)) throw badRequest('expected an Array of BotCommand')
  const commands = list.map(readCommand)
  const scope = readScopeKey(world, params)
  if (list.length > MOST_COMMANDS) throw badRequest('BOT_COMMANDS_TOO_MUCH')
  world.record({ kind: 'commands', scope, commands })
  return true
}

function readCommand(value: unknown): BotCommand {
  const fields = new JsonFields(value, { of: 'BotCommand', expected: 'expected an Object' })
  const name = fields.requiredString('command').trim().replace(/^\//, '')
  const description = fields.requiredString('description').trim()
  checkLength('command', name, 32)
  checkLength('command description', description, 256)
  if (!/^[a-z0-9_]+$/.test(name)) throw badRequest('BOT_COMMAND_INVALID')
  return { command: name, description }
}

function checkLength(what: string, text: string, most: number): void {
  if (text === '') throw badRequest(`${what} must be non-empty`)
  if (lengthOf(text) > most) throw badRequest(`${what} length must not exceed ${most}`)
}

/** A text of the bot's profile, per language: its setter and getter. */
function profileText(name: string, parameter: string, most: number): [Method, Method] {
  const keyOf = ({ params }: MethodContext) => `${name}|${params.string('language_code')}`
  const set: Method = (context) => {
    const value = context.params.string(parameter)
    if (lengthOf(value) > most) throw badRequest(`${name} is too long`)
    context.world.record({ kind: 'profile', name: keyOf(context), value })
    return true
  }
  const get: Method = (context) => ({
    [parameter]: context.world.state.profile.get(keyOf(context)) ?? '',
  })
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
  const button = params.json('menu_button', 'menu button') ?? { type: 'default' }
  const type = new JsonFields(button, { of: 'menu button', expected: 'MenuButton must be an Object' })
  if (!['default', 'commands', 'web_app'].includes(type.requiredString('type'))) {
    throw badRequest("can't parse menu button: MenuButton has unsupported type")
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
  setMyCommands,
  getMyCommands: ({ world, params }) => world.state.commands.get(readScopeKey(world, params)) ?? [],
  deleteMyCommands: ({ world, params }) => {
    world.record({ kind: 'commands', scope: readScopeKey(world, params), commands: null })
    return true
  },
  setMyName,
  getMyName,
  setMyDescription,
  getMyDescription,
  setMyShortDescription,
  getMyShortDescription,
  setChatMenuButton,
  getChatMenuButton,
  setMyDefaultAdministratorRights: () => true,
}
