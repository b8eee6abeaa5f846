import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  type ApiAnswer,
  GROUP,
  OFFICER,
  openChattingSandbox,
  PRINCIPAL,
  pngOf,
  type TestSandbox,
  TOKEN,
  uploadFile,
} from './harness.ts'

interface Sent {
  message_id: number
  text?: string
  entities?: object[]
  photo?: { file_id: string; width: number; height: number }[]
  document?: { file_id: string; file_name: string }
  reply_markup?: object
  reply_to_message?: { message_id: number }
  edit_date?: number
  forward_origin?: { sender_user: { id: number } }
}
const sent = (answer: ApiAnswer) => answer.result as Sent

describe('what the bot sends', () => {
  let sandbox: TestSandbox
  beforeEach(async () => {
    sandbox = await openChattingSandbox()
  })
  afterEach(async () => await sandbox.close())

  it('comes back parsed, trimmed and with found commands', async () => {
    const body = { chat_id: PRINCIPAL, parse_mode: 'html', text: '\n<b>Gõ</b> /nop nhé, @hoanguyen \n' }
    expect(sent(await sandbox.call('sendMessage', body))).toMatchObject({
      text: 'Gõ /nop nhé, @hoanguyen',
      entities: [
        { type: 'bold', offset: 0, length: 2 },
        { type: 'bot_command', offset: 3, length: 4 },
        { type: 'mention', offset: 13, length: 10 },
      ],
    })
  })

  it('takes 4096 letters however many bytes they have', async () => {
    expect((await sandbox.call('sendMessage', { chat_id: PRINCIPAL, text: 'ế'.repeat(4096) })).ok).toBe(true)
  })

  it('takes 64 bytes of callback data', async () => {
    const reply_markup = { inline_keyboard: [[{ text: 'x', callback_data: 'a'.repeat(64) }]] }
    expect((await sandbox.call('sendMessage', { chat_id: PRINCIPAL, text: 'x', reply_markup })).ok).toBe(true)
  })

  it('may come by GET, urlencoded and with the method in any case', async () => {
    const base = `${sandbox.server.url}/bot${TOKEN}`
    const byGet = await fetch(`${base}/SENDMESSAGE?chat_id=${PRINCIPAL}&text=m%E1%BB%99t`)
    const body = new URLSearchParams({ chat_id: String(PRINCIPAL), text: 'hai' })
    const byForm = await fetch(`${base}/sendmessage`, { method: 'POST', body })
    expect([await byGet.json(), await byForm.json()]).toMatchObject([
      { ok: true, result: { text: 'một' } },
      { ok: true, result: { text: 'hai' } },
    ])
  })

  it('can be a photo, downloaded again by getFile and sent again by its id', async () => {
    const first = sent(
      await uploadFile(sandbox, 'sendPhoto', { chat_id: String(PRINCIPAL) }, pngOf(800, 450)),
    )
    const fileId = first.photo?.[0]?.file_id
    expect(first.photo).toMatchObject([{ width: 800, height: 450 }])
    const { file_path } = (await sandbox.call('getFile', { file_id: fileId })).result as { file_path: string }
    const bytes = await (await fetch(`${sandbox.server.url}/file/bot${TOKEN}/${file_path}`)).arrayBuffer()
    expect(Buffer.from(bytes)).toEqual(pngOf(800, 450))
    const again = await sandbox.call('sendPhoto', { chat_id: PRINCIPAL, photo: fileId })
    expect(sent(again).photo?.[0]?.file_id).toBe(fileId)
    const mismatch = await sandbox.call('sendDocument', { chat_id: PRINCIPAL, document: fileId })
    expect(mismatch.description).toBe('Bad Request: type of file mismatch')
  })

  it('can be a document that keeps its Vietnamese name', async () => {
    const answer = await uploadFile(sandbox, 'sendDocument', { chat_id: String(PRINCIPAL) }, Buffer.from('x'))
    expect(sent(answer).document).toMatchObject({ file_name: 'Tuần 24.png' })
  })

  it('can be a document of more than 20 MB, which then cannot be downloaded, but not of 50 MB', async () => {
    const send = async (bytes: number) =>
      await uploadFile(sandbox, 'sendDocument', { chat_id: String(PRINCIPAL) }, Buffer.alloc(bytes, 1))
    const { document } = sent(await send(20 * 1_048_576 + 1))
    const download = await sandbox.call('getFile', { file_id: document?.file_id })
    expect(download.description).toBe('Bad Request: file is too big')
    expect(await send(50 * 1_048_576)).toMatchObject({ status: 413, description: 'Request Entity Too Large' })
  })

  it.each([
    ['no picture', Buffer.from('no picture'), 'IMAGE_PROCESS_FAILED'],
    ['a strip', pngOf(2100, 100), 'PHOTO_INVALID_DIMENSIONS'],
    ['a giant', pngOf(6000, 5000), 'PHOTO_INVALID_DIMENSIONS'],
    ['nothing', Buffer.alloc(0), 'file must be non-empty'],
    [
      'more than 10 MB',
      Buffer.alloc(10_485_761),
      'file of size 10485761 bytes is too big for a photo; the maximum size is 10485760 bytes',
    ],
  ])('is refused as a photo when it is %s', async (_what, content, words) => {
    const answer = await uploadFile(sandbox, 'sendPhoto', { chat_id: String(PRINCIPAL) }, content)
    expect(answer.description).toBe(`Bad Request: ${words}`)
  })

  it('is edited in place; the keyboard goes when the edit names none', async () => {
    const answer = await sandbox.call('editMessageText', { chat_id: PRINCIPAL, message_id: 2, text: 'Xong' })
    expect(sent(answer)).toMatchObject({ message_id: 2, text: 'Xong', edit_date: expect.any(Number) })
    expect(sent(answer).reply_markup).toBeUndefined()
  })

  it('cannot be edited when it carried a reply keyboard', async () => {
    const reply_markup = { keyboard: [[{ text: 'Chia sẻ', request_contact: true }]] }
    const { message_id } = sent(
      await sandbox.call('sendMessage', { chat_id: PRINCIPAL, text: 'Số?', reply_markup }),
    )
    const edit = await sandbox.call('editMessageText', { chat_id: PRINCIPAL, message_id, text: 'y' })
    expect(edit.description).toBe("Bad Request: message can't be edited")
    expect(await sandbox.look(`chats/${PRINCIPAL}`)).toMatchObject({ keyboard: reply_markup })
    await sandbox.call('sendMessage', {
      chat_id: PRINCIPAL,
      text: 'Cảm ơn',
      reply_markup: { remove_keyboard: true },
    })
    expect(await sandbox.look(`chats/${PRINCIPAL}`)).toMatchObject({ keyboard: null })
  })

  it('can be deleted for 48 hours', async () => {
    sandbox.pass(48 * 3_600_000)
    expect((await sandbox.call('deleteMessage', { chat_id: PRINCIPAL, message_id: 2 })).ok).toBe(true)
    sandbox.pass(1000)
    const late = await sandbox.call('deleteMessage', { chat_id: PRINCIPAL, message_id: 3 })
    expect(late.description).toBe("Bad Request: message can't be deleted for everyone")
  })

  it('can be forwarded with its author, copied without, and answered to', async () => {
    const from = { from_chat_id: PRINCIPAL, message_id: 1 }
    const forwarded = sent(await sandbox.call('forwardMessage', { chat_id: GROUP, ...from }))
    expect(forwarded.forward_origin?.sender_user.id).toBe(PRINCIPAL)
    const copied = await sandbox.call('copyMessage', { chat_id: GROUP, ...from })
    expect(copied.result).toEqual({ message_id: forwarded.message_id + 1 })
    const reply = { chat_id: PRINCIPAL, text: 'x', reply_parameters: { message_id: 1 } }
    expect(sent(await sandbox.call('sendMessage', reply)).reply_to_message?.message_id).toBe(1)
  })

  it('is kept for the inspector with what was wrong with it', async () => {
    await sandbox.call('sendMessage', { chat_id: PRINCIPAL, text: 'x', colour: 'red' })
    const { entries } = await sandbox.look('ledger?kind=call')
    const last = (entries as { call: object }[]).at(-1)
    const description = 'Bad Request: unknown parameter "colour" in sendMessage'
    expect(last?.call).toMatchObject({ method: 'sendMessage', ok: false, code: 400, description })
  })
})

describe('commands and profile', () => {
  it('are seen by scope and language, the nearest first', async () => {
    const sandbox = await openChattingSandbox()
    const command = (name: string) => [{ command: name, description: 'x' }]
    await sandbox.call('setMyCommands', { commands: command('a') })
    await sandbox.call('setMyCommands', { commands: command('b'), scope: { type: 'all_private_chats' } })
    await sandbox.call('setMyCommands', {
      commands: command('c'),
      scope: { type: 'chat', chat_id: PRINCIPAL },
    })
    await sandbox.call('setMyCommands', {
      commands: command('d'),
      scope: { type: 'all_chat_administrators' },
    })
    expect(await sandbox.look(`commands?personId=${PRINCIPAL}`)).toMatchObject([{ command: 'c' }])
    expect(await sandbox.look(`commands?personId=${OFFICER}`)).toMatchObject([{ command: 'b' }])
    expect(await sandbox.look(`commands?personId=${OFFICER}&chatId=${GROUP}`)).toMatchObject([
      { command: 'd' },
    ])
    expect(await sandbox.look(`commands?personId=${PRINCIPAL}&chatId=${GROUP}`)).toMatchObject([
      { command: 'a' },
    ])
    await sandbox.call('deleteMyCommands', { scope: { type: 'all_private_chats' } })
    expect(await sandbox.look(`commands?personId=${OFFICER}`)).toMatchObject([{ command: 'a' }])
    await sandbox.call('setMyShortDescription', { short_description: 'Nộp số liệu', language_code: 'vi' })
    const told = await sandbox.call('getMyShortDescription', { language_code: 'vi' })
    expect(told.result).toEqual({ short_description: 'Nộp số liệu' })
    await sandbox.close()
  })
})
