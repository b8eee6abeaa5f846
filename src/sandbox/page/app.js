import { buildActions } from './actions.js'
import { drawBanner, tick } from './banner-view.js'
import { drawChat } from './chat-view.js'
import { drawInspector, inspect } from './inspector-view.js'
import { drawList } from './list-view.js'
import { showAlertBox, toast } from './notices.js'
import { get, isGroup, post, refresh, store } from './store.js'
import { currentLanguage, t } from './texts.js'

const TYPING_MS = 5000
const TAP_PATIENCE_MS = 20_000
const byId = (id) => document.getElementById(id)
const panes = { banner: byId('banner'), list: byId('list'), chat: byId('chat'), inspector: byId('inspector') }
let refreshing = null
let isStale = false

function draw() {
  document.title = t('title')
  document.documentElement.lang = currentLanguage()
  document.body.classList.toggle('in-chat', store.chatId !== null)
  drawBanner(panes.banner, act)
  drawList(panes.list, open)
  drawChat(panes.chat, act)
}

/** Reads anew and draws; changes that come meanwhile are read once more afterwards, not side by side. */
async function renew() {
  if (refreshing !== null) {
    isStale = true
    return await refreshing
  }
  refreshing = readAndDraw().finally(() => {
    refreshing = null
  })
  await refreshing
}

async function readAndDraw() {
  do {
    isStale = false
    await refresh().catch((error) => toast(error.message))
    draw()
    await markRead()
  } while (isStale)
}

async function markRead() {
  const last = store.chat.messages.at(-1)
  const chat = [...store.state.persons, ...store.state.groups].find(({ chatId }) => chatId === store.chatId)
  if (last === undefined || !(chat?.unread > 0) || document.hidden) return
  await post('read', { chatId: store.chatId, messageId: last.message_id }).catch(() => undefined)
}

async function open(chatId) {
  store.chatId = chatId
  store.chat = { messages: [], keyboard: null }
  store.commands = []
  location.hash = chatId === null ? '' : String(chatId)
  await renew()
}

const act = buildActions({ open, renew, redraw, awaitAnswer })

function redraw() {
  draw()
  drawInspector(panes.inspector, act.toggleInspector)
}

/** Answers may come before the tap's own reply does. */
const answeredEarly = new Set()

function awaitAnswer(callbackId, key) {
  if (answeredEarly.delete(callbackId)) return
  store.taps.set(callbackId, key)
  draw()
  setTimeout(() => {
    if (!store.taps.delete(callbackId)) return
    toast(t('noAnswer'))
    draw()
  }, TAP_PATIENCE_MS)
}

function answered({ id, text, showAlert }) {
  if (!store.taps.delete(id)) answeredEarly.add(id)
  if (text === undefined) return
  if (showAlert) showAlertBox(text)
  else toast(text)
}

function hear(entry) {
  inspect(panes.inspector, entry)
  if (entry.kind === 'answer') answered(entry)
  if (entry.kind === 'typing') {
    store.typing.set(entry.chatId, Date.now() + TYPING_MS)
    setTimeout(draw, TYPING_MS + 50)
  }
  if (entry.kind === 'message') store.typing.delete(entry.message.chat.id)
  if (entry.kind === 'upgrade' && entry.chatId === store.chatId) void open(entry.newChatId)
  if (entry.kind !== 'call') void renew()
}

function listen() {
  const events = new EventSource('/sandbox/events')
  events.onmessage = ({ data }) => hear(JSON.parse(data))
  events.onopen = () => {
    store.isConnected = true
    void renew()
  }
  events.onerror = () => {
    store.isConnected = false
    drawBanner(panes.banner, act)
  }
}

document.addEventListener('keydown', (event) => {
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
    event.preventDefault()
    if (matchMedia('(max-width: 719px)').matches && store.chatId !== null) void open(null)
    const box = panes.list.querySelector('input')
    box?.focus()
    box?.select()
  }
})
document.addEventListener('visibilitychange', () => void renew())
document.addEventListener('click', (event) => {
  for (const more of document.querySelectorAll('details.more[open]')) {
    if (!more.contains(event.target)) more.removeAttribute('open')
  }
})
window.addEventListener('hashchange', () => {
  const chatId = Number(location.hash.slice(1)) || null
  if (chatId !== store.chatId) void open(chatId)
})

document.body.classList.toggle('no-inspector', localStorage.getItem('inspector') === 'closed')
store.chatId = Number(location.hash.slice(1)) || null
drawInspector(panes.inspector, act.toggleInspector)
const { entries } = await get('ledger?kind=update,call,callback,answer,bot,clock')
for (const entry of entries.slice(-100)) inspect(panes.inspector, entry)
await renew()
if (store.chatId === null && matchMedia('(min-width: 720px)').matches) {
  const first = store.state.persons.find(({ featured }) => featured) ?? store.state.persons[0]
  if (first !== undefined && !isGroup(first.chatId)) await open(first.chatId)
}
listen()
setInterval(() => tick(panes.banner), 1000)
