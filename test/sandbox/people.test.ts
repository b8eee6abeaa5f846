import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  GROUP,
  OFFICER,
  openChattingSandbox,
  PRINCIPAL,
  STRANGER,
  SUPERGROUP,
  type TestSandbox,
} from './harness.ts'

const BOT = 7_000_000_001
const TOO_OLD = 'Bad Request: query is too old and response timeout expired or query ID is invalid'

describe('people', () => {
  let sandbox: TestSandbox
  const updates = async () => (await sandbox.call('getUpdates')).result as Record<string, unknown>[]
  const refusal = async (chatId: number) => {
    const { status, description, parameters } = await sandbox.call('sendMessage', {
      chat_id: chatId,
      text: 'x',
    })
    return parameters === undefined ? [status, description] : [status, description, parameters]
  }
  beforeEach(async () => {
    sandbox = await openChattingSandbox()
    await sandbox.call('getUpdates', {
      offset: -1,
      allowed_updates: ['message', 'callback_query', 'my_chat_member', 'chat_member', 'edited_message'],
    })
    const [{ update_id } = { update_id: 0 }] = await updates()
    await sandbox.call('getUpdates', { offset: Number(update_id) + 1 })
  })
  afterEach(async () => await sandbox.close())

  describe('tap a button', () => {
    const press = async () => await sandbox.control('press', { personId: PRINCIPAL, data: 'submit' })

    it('and the bot hears who, where and what', async () => {
      const { callbackId } = await press()
      expect(await updates()).toMatchObject([
        {
          callback_query: {
            id: callbackId,
            from: { id: PRINCIPAL },
            data: 'submit',
            message: { message_id: 2 },
          },
        },
      ])
    })

    it('and get one answer, not two', async () => {
      const { callbackId: callback_query_id } = await press()
      expect((await sandbox.call('answerCallbackQuery', { callback_query_id, text: 'Đã lưu' })).ok).toBe(true)
      expect((await sandbox.call('answerCallbackQuery', { callback_query_id })).description).toBe(TOO_OLD)
    })

    it('and the answer may come within 150 seconds', async () => {
      const first = await press()
      const second = await press()
      sandbox.pass(150_000)
      expect((await sandbox.call('answerCallbackQuery', { callback_query_id: first.callbackId })).ok).toBe(
        true,
      )
      sandbox.pass(1)
      const late = await sandbox.call('answerCallbackQuery', { callback_query_id: second.callbackId })
      expect(late.description).toBe(TOO_OLD)
    })

    it('that must be there', async () => {
      await expect(sandbox.control('press', { personId: PRINCIPAL, data: 'gone' })).rejects.toThrow(
        'no button "gone"',
      )
    })
  })

  describe('in private', () => {
    it('share their number, edit what they wrote, send files', async () => {
      await sandbox.control('contact', { personId: PRINCIPAL })
      const { message } = await sandbox.control('messages', { personId: PRINCIPAL, text: '18/21' })
      const { message_id: messageId } = message as { message_id: number }
      await sandbox.control('edit', { personId: PRINCIPAL, messageId, text: '19/21' })
      const contentBase64 = Buffer.from('a;b').toString('base64')
      await sandbox.control('document', {
        personId: PRINCIPAL,
        fileName: 'số liệu.csv',
        contentBase64,
        caption: 'đây',
      })
      expect(await updates()).toMatchObject([
        { message: { contact: { phone_number: '84912345678', user_id: PRINCIPAL } } },
        { message: { text: '18/21' } },
        { edited_message: { text: '19/21', message_id: messageId } },
        { message: { document: { file_name: 'số liệu.csv' }, caption: 'đây' } },
      ])
    })

    it('block and unblock the bot', async () => {
      await sandbox.control('block', { personId: PRINCIPAL })
      expect(await refusal(PRINCIPAL)).toEqual([403, 'Forbidden: bot was blocked by the user'])
      await expect(sandbox.control('messages', { personId: PRINCIPAL, text: 'x' })).rejects.toThrow('blocked')
      await sandbox.control('block', { personId: PRINCIPAL, blocked: false })
      expect((await sandbox.call('sendMessage', { chat_id: PRINCIPAL, text: 'x' })).ok).toBe(true)
      expect(await updates()).toMatchObject([
        { my_chat_member: { old_chat_member: { status: 'member' }, new_chat_member: { status: 'kicked' } } },
        { my_chat_member: { old_chat_member: { status: 'kicked' }, new_chat_member: { status: 'member' } } },
      ])
    })

    it('can delete their account', async () => {
      await sandbox.control('deactivate', { personId: PRINCIPAL })
      expect(await refusal(PRINCIPAL)).toEqual([403, 'Forbidden: user is deactivated'])
    })

    it('can only start with a payload a link can carry', async () => {
      for (const payload of ['a b', 'ế', 'a'.repeat(65)]) {
        await expect(sandbox.control('start', { personId: STRANGER, payload })).rejects.toThrow(
          'start payload',
        )
      }
      await sandbox.control('start', { personId: STRANGER, payload: 'a'.repeat(64) })
      expect(await updates()).toMatchObject([{ message: { text: `/start ${'a'.repeat(64)}` } }])
    })
  })

  describe('in a group', () => {
    const say = async (text: string, more = {}) =>
      (await sandbox.control('messages', { personId: PRINCIPAL, chatId: GROUP, text, ...more })).updateId !==
      null

    it.each([
      ['/tiendo', true],
      ['/tiendo@chitieu_thu_bot tuần này', true],
      ['xin xem /tiendo@ChiTieu_Thu_Bot', true],
      ['/tiendo@other_bot', false],
      ['xem /tiendo giúp', false],
      ['chào cả nhà', false],
      ['@chitieu_thu_bot ơi', false],
      ['/tiếnđộ', false],
    ])('privacy mode: «%s» is seen: %s', async (text, isSeen) => {
      expect(await say(text)).toBe(isSeen)
    })

    it('a reply to the bot is seen, and all is seen by an administrator', async () => {
      const { result } = await sandbox.call('sendMessage', { chat_id: GROUP, text: 'Bản tin tuần' })
      expect(await say('cảm ơn', { replyTo: (result as { message_id: number }).message_id })).toBe(true)
      await sandbox.control('members', { chatId: GROUP, userId: 'bot', status: 'administrator' })
      expect(await say('chào cả nhà')).toBe(true)
    })

    it('an anonymous administrator hides behind the group', async () => {
      await sandbox.control('messages', {
        personId: OFFICER,
        chatId: GROUP,
        text: '/lienket',
        anonymous: true,
      })
      expect(await updates()).toMatchObject([
        { message: { from: { username: 'GroupAnonymousBot' }, sender_chat: { id: GROUP } } },
      ])
    })

    it('the bot is added and removed', async () => {
      await sandbox.control('members', { chatId: SUPERGROUP, userId: 'bot', status: 'member', byId: OFFICER })
      expect((await sandbox.call('sendMessage', { chat_id: '@hieutruong_qy', text: 'x' })).ok).toBe(true)
      await sandbox.control('members', { chatId: SUPERGROUP, userId: 'bot', status: 'kicked', byId: OFFICER })
      expect(await refusal(SUPERGROUP)).toEqual([403, 'Forbidden: bot was kicked from the supergroup chat'])
      await sandbox.control('members', { chatId: SUPERGROUP, userId: 'bot', status: 'left' })
      expect(await refusal(SUPERGROUP)).toEqual([
        403,
        'Forbidden: bot is not a member of the supergroup chat',
      ])
      expect(await updates()).toMatchObject([
        {
          my_chat_member: {
            chat: { id: SUPERGROUP },
            from: { id: OFFICER },
            new_chat_member: { status: 'member' },
          },
        },
        { message: { new_chat_members: [{ id: BOT }] } },
        { my_chat_member: { new_chat_member: { status: 'kicked' } } },
        { my_chat_member: { new_chat_member: { status: 'left' } } },
      ])
    })

    it('the bot leaves, is silenced, the group is deleted', async () => {
      await sandbox.control('restrict', { chatId: GROUP })
      expect(await refusal(GROUP)).toEqual([
        400,
        'Bad Request: not enough rights to send text messages to the chat',
      ])
      expect((await sandbox.call('leaveChat', { chat_id: GROUP })).ok).toBe(true)
      expect(await refusal(GROUP)).toEqual([403, 'Forbidden: bot is not a member of the group chat'])
      await sandbox.control('delete-group', { chatId: GROUP })
      expect(await refusal(GROUP)).toEqual([403, 'Forbidden: the group chat was deleted'])
    })

    it('members come and go, and are told apart', async () => {
      await sandbox.control('members', { chatId: GROUP, userId: STRANGER, status: 'left' })
      const statusOf = async (user_id: number) =>
        ((await sandbox.call('getChatMember', { chat_id: GROUP, user_id })).result as { status: string })
          .status
      expect([
        await statusOf(STRANGER),
        await statusOf(PRINCIPAL),
        await statusOf(OFFICER),
        await statusOf(BOT),
      ]).toEqual(['left', 'member', 'creator', 'member'])
      expect((await sandbox.call('getChatAdministrators', { chat_id: GROUP })).result).toMatchObject([
        { user: { id: OFFICER } },
      ])
      expect((await sandbox.call('getChatMemberCount', { chat_id: GROUP })).result).toBe(3)
      await expect(
        sandbox.control('messages', { personId: STRANGER, chatId: GROUP, text: '/x' }),
      ).rejects.toThrow('not in the group')
    })

    it('an upgrade to a supergroup leaves two service messages and a refusal with the new id', async () => {
      const { newChatId } = await sandbox.control('upgrade', { chatId: GROUP })
      expect(await refusal(GROUP)).toEqual([
        400,
        'Bad Request: group chat was upgraded to a supergroup chat',
        { migrate_to_chat_id: newChatId },
      ])
      expect((await sandbox.call('sendMessage', { chat_id: newChatId, text: 'x' })).ok).toBe(true)
      expect(await updates()).toMatchObject([
        { message: { chat: { id: GROUP }, migrate_to_chat_id: newChatId } },
        { message: { chat: { id: newChatId, type: 'supergroup' }, migrate_from_chat_id: GROUP } },
      ])
    })
  })
})
