import { beforeAll, describe, expect, it } from 'vitest'
import type { PersonId } from '../../src/domain/brand.ts'
import { createTexts, type Texts } from '../../src/i18n/texts.ts'
import type { BotContext } from '../../src/telegram/context.ts'
import { route } from '../../src/telegram/route.ts'
import type { BotServices, Command } from '../../src/telegram/services.ts'
import type { View } from '../../src/telegram/views/view.ts'

let texts: Texts
beforeAll(async () => {
  texts = await createTexts()
})

const PRIVATE = { id: 7, type: 'private' }
const GROUP = { id: -9, type: 'supergroup', title: 'Hiệu trưởng' }
const PRINCIPAL = [{ role: 'principal', unit: 'u1' }]

interface Said {
  readonly text?: string
  readonly tap?: string
  readonly chat?: object
  readonly roles?: readonly object[]
  readonly hasConsented?: boolean
  /** undefined: no form is open; else whether the open form takes the update. */
  readonly formTakes?: boolean
}

/** Routes one update and returns what happened, in order. */
async function routed({
  text,
  tap,
  chat = PRIVATE,
  roles = PRINCIPAL,
  hasConsented = true,
  formTakes,
}: Said): Promise<string[]> {
  const happened: string[] = []
  const command = (rest: Partial<Command> & Pick<Command, 'name'>): Command => ({
    ...{ aliases: [], description: 'common:command.nop', place: 'private', ...rest },
    run: async (_services, _ctx, argument) => void happened.push(`/${rest.name} ${argument}`.trim()),
  })
  const commands = [
    command({ name: 'nop', aliases: ['nộp'], needs: ['fill-form'] }),
    command({ name: 'lienket', needs: ['link-group'], place: 'group' }),
    command({ name: 'hoi', aliases: ['hỏi'], needs: 'anyone', place: 'both' }),
  ]
  const reply = async (_ctx: BotContext, view: View) => void happened.push(`says: ${view.text}`)
  const services = {
    ...{
      commands,
      username: 'chitieu_bot',
      screen: { reply, show: reply },
      clock: { now: () => new Date(0) },
    },
    bridge: { resume: async () => happened.push('form') > 0 && formTakes === true },
    database: {
      groups: { see: async () => ({ state: 'linked' }) },
      conversations: {
        async once(_updateId: number, _at: Date, work: () => Promise<void>) {
          await work()
          happened.push('applied')
        },
      },
    },
  } as unknown as BotServices
  const buttons = [
    {
      prefix: 'd',
      run: async (_s: unknown, _c: unknown, parts: readonly string[]) =>
        void happened.push(`button ${parts.join(' ')}`),
    },
  ]
  const message = text === undefined ? undefined : { text, chat, date: 1, message_id: 1 }
  const callbackQuery = tap === undefined ? undefined : { data: tap }
  const person = { id: 'p1' as PersonId, name: 'Nga', locale: 'vi', hasConsented, isSuspended: false, roles }
  const state = {
    person,
    isRegistered: roles.length > 0,
    actor: { person: 'p1', locale: 'vi', roles },
    locale: 'vi',
    t: texts.for('vi'),
  }
  const conversation = formTakes === undefined ? {} : { conversation: { form: 'section' } }
  const ctx = {
    update: { update_id: 1 },
    message,
    callbackQuery,
    chat,
    from: { id: 7 },
    state: { ...state, ...conversation },
  }
  await route(services, buttons as never, ctx as unknown as BotContext)
  return happened
}

describe('where an update goes', () => {
  it.each([['/nop'], ['/nộp'], ['/NOP@ChiTieu_Bot'], ['nộp'], ['Nop '], ['/no\u0302\u0323p']])(
    '«%s» in private is the command',
    async (text) => {
      expect(await routed({ text })).toEqual(['/nop', 'applied'])
    },
  )

  it('a command keeps what follows it', async () => {
    expect(await routed({ text: '/hoi  cqg mn 2030?' })).toEqual(['/hoi cqg mn 2030?', 'applied'])
  })

  it('a command goes before the open form, a bare word does not', async () => {
    expect(await routed({ text: '/nop', formTakes: true })).toEqual(['/nop', 'applied'])
    expect(await routed({ text: 'nộp', formTakes: true })).toEqual(['form'])
  })

  it('what the form takes is marked as applied by the form’s own commit', async () => {
    expect(await routed({ text: '12', formTakes: true })).toEqual(['form'])
  })

  it('a tap the form does not want goes to its handler', async () => {
    expect(await routed({ tap: 'd:card:s1', formTakes: false })).toEqual([
      'form',
      'button card s1',
      'applied',
    ])
  })

  it('a tap nobody knows is refused, one on a question long answered says nothing', async () => {
    await expect(routed({ tap: 'zz:1' })).rejects.toMatchObject({ code: 'button-invalid' })
    expect(await routed({ tap: 'f:0:yes' })).toEqual(['applied'])
  })

  it('a command for another bot is not ours, one nobody knows is told of in private only', async () => {
    expect((await routed({ text: '/xyz' }))[0]).toContain('/trogiup')
    expect(await routed({ text: '/nop@other_bot', chat: GROUP })).toEqual(['applied'])
    expect(await routed({ text: '/xyz', chat: GROUP })).toEqual(['applied'])
  })

  it('in a group a mention asks, other talk is none of the bot’s business', async () => {
    expect(await routed({ text: '@ChiTieu_bot cqg mn 2030?', chat: GROUP })).toEqual([
      '/hoi cqg mn 2030?',
      'applied',
    ])
    expect(await routed({ text: 'nộp', chat: GROUP })).toEqual(['applied'])
  })

  it('in a group a personal command only shows the way to the private chat', async () => {
    const [said] = await routed({ text: '/nop', chat: GROUP })
    expect(said).toBe('says: Việc này làm trong trò chuyện riêng.')
  })
})

describe('who may', () => {
  it('a stranger may ask, and nothing else', async () => {
    expect(await routed({ text: '/hoi cqg', roles: [] })).toContain('/hoi cqg')
    await expect(routed({ text: '/nop', roles: [] })).rejects.toMatchObject({ code: 'not-registered' })
  })

  it('nobody may who has not consented, by command or by button', async () => {
    for (const said of [{ text: '/nop' }, { tap: 'd:card:s1' }]) {
      const happened = await routed({ ...said, hasConsented: false })
      expect(happened[0]).toContain('có đồng ý')
      expect(happened).not.toContain('/nop')
    }
  })

  it('a role that does not allow it may not', async () => {
    await expect(routed({ text: '/lienket', chat: GROUP })).rejects.toMatchObject({ code: 'not-allowed' })
    expect(await routed({ text: '/lienket', chat: GROUP, roles: [{ role: 'admin', unit: 'u1' }] })).toContain(
      '/lienket',
    )
  })
})
