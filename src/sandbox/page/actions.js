import { showPhoto, toast } from './notices.js'
import { actingId, personOf, post, store } from './store.js'
import { switchLanguage } from './texts.js'

async function attempt(action, body) {
  try {
    return await post(action, body)
  } catch (error) {
    toast(error.message)
    return undefined
  }
}

const here = () => ({ personId: actingId(), chatId: store.chatId })

/** Returns what buttons, links and the composer ask for; `page` opens chats and draws. */
export const buildActions = (page) => ({
  say: async (text) => {
    store.sent.set(`${store.chatId}:${actingId()}`, text)
    await attempt('messages', { ...here(), text })
  },
  start: async (payload) => {
    const personId = actingId()
    if (store.chatId !== personId) await page.open(personId)
    if (personOf(personId)?.isBlocked) await attempt('block', { personId, blocked: false })
    await attempt('start', { personId, payload })
  },
  tap: async (message, button, key) => {
    if (button.copy_text) return await navigator.clipboard.writeText(button.copy_text.text)
    const tapped = await attempt('press', {
      ...here(),
      messageId: message.message_id,
      data: button.callback_data,
    })
    if (tapped !== undefined) page.awaitAnswer(tapped.callbackId, key)
  },
  shareContact: () => attempt('contact', here()),
  sendFile: (kind, file) => attempt(kind, { ...here(), ...file }),
  block: (blocked) => attempt('block', { personId: store.chatId, blocked }),
  botMember: (status) =>
    attempt('members', { chatId: store.chatId, userId: 'bot', status, byId: actingId() }),
  writeAs: (personId) => {
    store.writers.set(store.chatId, personId)
    return page.renew()
  },
  showPhoto,
  back: () => page.open(null),
  moveClock: (wish) => attempt('clock', wish),
  switchLanguage: () => {
    switchLanguage()
    page.redraw()
  },
  toggleInspector: () => {
    const isHidden = document.body.classList.toggle('no-inspector')
    localStorage.setItem('inspector', isHidden ? 'closed' : 'open')
  },
})
