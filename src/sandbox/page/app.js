import { buildActions } from './actions.js'
import { awaitAnswer, hearAnswer } from './answers.js'
import { drawBanner, tick } from './banner-view.js'
import { drawPane } from './chat-view.js'
import { drawInspector, inspect } from './inspector-view.js'
import { drawList } from './list-view.js'
import { toast } from './notices.js'
import { getJson, post } from './server.js'
import {
  activePane,
  applyToPane,
  isGroup,
  isRow,
  loadCommands,
  loadPane,
  refreshState,
  reloadPane,
  shownPanes,
  store,
} from './store.js'
import { currentLanguage, t } from './texts.js'
import { drawTools, openTools } from './tools-view.js'
import { drawTour, startTour } from './tour-view.js'

const TYPING_MS = 5000
const REFRESH_MS = 150
const byId = (id) => document.getElementById(id)
const parts = { banner: byId('banner'), list: byId('list'), inspector: byId('inspector') }
const columns = [byId('chat'), byId('chat2')]

function draw() {
  document.title = t('title')
  document.documentElement.lang = currentLanguage()
  document.body.classList.toggle('in-chat', activePane().chatId !== null)
  document.body.classList.toggle('split', store.isSplit)
  drawBanner(parts.banner, act)
  drawList(parts.list, (chatId) => void open(chatId))
  shownPanes().forEach((pane, place) => {
    columns[place].classList.toggle('active', store.isSplit && place === store.active)
    drawPane(columns[place], pane, act)
  })
  drawTools(act)
  drawTour(act)
}

let isRefreshing = false
/** Reads the state anew, at most so often; what comes meanwhile is read with the next. */
function refreshSoon() {
  if (isRefreshing) return
  isRefreshing = true
  setTimeout(async () => {
    await refreshState().catch((error) => toast(error.message))
    isRefreshing = false
    draw()
    markRead()
  }, REFRESH_MS)
}

function markRead() {
  if (document.hidden) return
  for (const { chatId, messages } of shownPanes()) {
    const chat = [...store.state.persons, ...store.state.groups].find((each) => each.chatId === chatId)
    const messageId = messages.at(-1)?.message_id
    if (chat?.unread > 0 && messageId !== undefined)
      post('read', { chatId, messageId }).catch(() => undefined)
  }
}

async function open(chatId, pane = activePane()) {
  const loaded = loadPane(pane, chatId)
  const ids = shownPanes().map((each) => each.chatId)
  // Before anything is waited for: whoever goes elsewhere meanwhile must not be called back.
  location.hash = ids.every((id) => id === null) ? '' : ids.join(',')
  await loaded.catch((error) => toast(error.message))
  draw()
  markRead()
}

async function toggleSplit(pane) {
  store.isSplit = !store.isSplit
  store.active = store.isSplit ? 1 : 0
  if (store.isSplit) return await open(null, store.panes[1])
  await open(pane.chatId, store.panes[0])
}

const act = buildActions({
  open,
  draw,
  refreshSoon,
  redraw,
  toggleSplit,
  openTools: () => {
    openTools(act)
    refreshSoon()
  },
  awaitAnswer: wait,
})

function wait(callbackId, key) {
  awaitAnswer(callbackId, key, draw)
}

function redraw() {
  draw()
  drawInspector(parts.inspector, act.toggleInspector)
}

/** Kinds that change nothing one sees but in the inspector. */
const INWARD = ['call', 'update', 'callback', 'delivered', 'forget', 'act', 'file', 'allowed-updates']

function hear(entry) {
  inspect(parts.inspector, entry)
  if (entry.kind === 'reset') return location.reload()
  if (entry.kind === 'answer') hearAnswer(entry)
  if (entry.kind === 'typing') {
    store.typing.set(entry.chatId, Date.now() + TYPING_MS)
    setTimeout(draw, TYPING_MS + 50)
  }
  if (entry.kind === 'message') store.typing.delete(entry.message.chat.id)
  for (const pane of shownPanes()) {
    applyToPane(pane, entry)
    if (entry.kind === 'upgrade' && entry.chatId === pane.chatId) void open(entry.newChatId, pane)
    if (entry.kind === 'commands') void loadCommands(pane)
  }
  if (!INWARD.includes(entry.kind)) drawSoon()
}

let drawing = false
/** Many changes at once are drawn once. */
function drawSoon() {
  refreshSoon()
  if (drawing) return
  drawing = true
  requestAnimationFrame(() => {
    drawing = false
    draw()
  })
}

function listen() {
  const events = new EventSource('/sandbox/events')
  events.onmessage = ({ data }) => hear(JSON.parse(data))
  events.onopen = async () => {
    store.isConnected = true
    // What happened while nobody listened.
    for (const pane of shownPanes()) await reloadPane(pane).catch(() => undefined)
    drawSoon()
  }
  events.onerror = () => {
    store.isConnected = false
    drawBanner(parts.banner, act)
  }
}

function goTo(hash) {
  const ids = hash
    .slice(1)
    .split(',')
    .map((id) => Number(id) || null)
  const known = ids.map((id) => (isRow(id) ? id : null))
  store.isSplit = ids.length > 1 && matchMedia('(min-width: 1080px)').matches
  return Promise.all(shownPanes().map((pane, place) => loadPane(pane, known[place] ?? null)))
}

document.addEventListener('keydown', (event) => {
  if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'k') return
  event.preventDefault()
  if (matchMedia('(max-width: 719px)').matches && activePane().chatId !== null) void open(null)
  const box = parts.list.querySelector('input')
  box?.focus()
  box?.select()
})
document.addEventListener('visibilitychange', refreshSoon)
document.addEventListener('click', (event) => {
  for (const more of document.querySelectorAll('details.more[open]'))
    if (!more.contains(event.target)) more.open = false
})
columns.forEach((column, place) => {
  const choose = () => {
    if (!store.isSplit || store.active === place) return
    store.active = place
    draw()
  }
  column.addEventListener('focusin', choose)
  column.addEventListener('pointerdown', choose)
})
window.addEventListener('hashchange', async () => {
  if (
    location.hash.slice(1) ===
    shownPanes()
      .map(({ chatId }) => chatId ?? '')
      .join(',')
  )
    return
  await goTo(location.hash)
  draw()
})

document.body.classList.toggle('no-inspector', localStorage.getItem('inspector') === 'closed')
drawInspector(parts.inspector, act.toggleInspector)
const { entries } = await getJson('ledger?kind=update,call,callback,answer,bot,clock&last=60')
for (const entry of entries) inspect(parts.inspector, entry)
listen()
await refreshState()
await goTo(location.hash)
if (activePane().chatId === null && matchMedia('(min-width: 720px)').matches) {
  const first = store.state.persons.find(({ featured }) => featured) ?? store.state.persons[0]
  if (first !== undefined && !isGroup(first.chatId)) await loadPane(activePane(), first.chatId)
}
draw()
markRead()
if (new URLSearchParams(location.search).has('tour')) startTour(act)
setInterval(() => tick(parts.banner), 1000)
