import { askForward } from './forward-view.js'
import { showPhoto, toast } from './notices.js'
import { post } from './server.js'
import { actingId, loadCommands, loadEarlier, personOf, store } from './store.js'
import { switchLanguage, t } from './texts.js'

const inChat = (pane) => ({
  personId: actingId(pane),
  chatId: pane.chatId,
  ...(pane.threadId === null ? {} : { threadId: pane.threadId }),
})

/** Returns what buttons, links and the composer ask for; `page` opens chats and draws. */
export function buildActions(page) {
  const attempt = async (action, body) => {
    try {
      const answer = await post(action, body)
      page.refreshSoon()
      return answer
    } catch (error) {
      toast(error.message)
      return undefined
    }
  }
  return { attempt, ...messages(page, attempt), ...writing(page, attempt), ...around(page, attempt) }
}

const messages = (page, attempt) => ({
  tap: async (pane, message, button, key) => {
    if (button.copy_text) return await navigator.clipboard.writeText(button.copy_text.text)
    const { message_id: messageId } = message
    const tapped = await attempt('press', { ...inChat(pane), messageId, data: button.callback_data })
    if (tapped !== undefined) page.awaitAnswer(tapped.callbackId, key)
  },
  forward: async (pane, { message_id: messageId }) => {
    const chatId = await askForward(actingId(pane))
    if (chatId === undefined) return
    const { chatId: fromChatId } = pane
    const answer = await attempt('forward', { personId: actingId(pane), fromChatId, messageId, chatId })
    // Who has gone elsewhere meanwhile is not called back.
    if (answer !== undefined && pane.chatId === fromChatId) await page.open(chatId)
  },
  copy: async (text) => {
    await navigator.clipboard.writeText(text)
    toast(t('copied'))
  },
  showPhoto,
})

const writing = (page, attempt) => ({
  say: (pane, text) => attempt('messages', { ...inChat(pane), text }),
  /** Sends what was typed: a new text, a reply, or the corrected old text. */
  write: async (pane, text) => {
    const { aim } = pane
    store.sent.set(`${pane.chatId}:${actingId(pane)}`, text)
    pane.aim = null
    page.draw()
    const messageId = aim?.message.message_id
    if (aim?.kind === 'edit') return await attempt('edit', { ...inChat(pane), messageId, text })
    const reply = aim === null ? {} : { replyTo: messageId }
    return await attempt('messages', { ...inChat(pane), ...reply, text })
  },
  start: async (pane, payload) => {
    const personId = actingId(pane)
    if (pane.chatId !== personId) await page.open(personId, pane)
    if (personOf(personId)?.isBlocked) await attempt('block', { personId, blocked: false })
    await attempt('start', { personId, payload })
  },
  shareContact: (pane) => attempt('contact', inChat(pane)),
  sendFile: (pane, kind, file) => attempt(kind, { ...inChat(pane), ...file }),
  aim: (pane, aim) => {
    if (pane.aim === aim) return
    pane.aim = aim
    page.draw()
  },
  writeAs: async (pane, personId) => {
    pane.writerId = personId
    await loadCommands(pane)
    page.draw()
  },
  writeIn: (pane, threadId) => {
    pane.threadId = threadId
    page.draw()
  },
})

const around = (page, attempt) => ({
  back: () => page.open(null),
  earlier: async (pane) => {
    await loadEarlier(pane).catch((error) => toast(error.message))
    page.draw()
  },
  toggleSplit: page.toggleSplit,
  moveClock: (wish) => attempt('clock', wish),
  openTools: page.openTools,
  switchLanguage: () => {
    switchLanguage()
    page.redraw()
  },
  toggleInspector: () => {
    const isHidden = document.body.classList.toggle('no-inspector')
    localStorage.setItem('inspector', isHidden ? 'closed' : 'open')
    page.redraw()
  },
})
