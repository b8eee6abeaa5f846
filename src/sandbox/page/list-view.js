import { avatar, h, icon } from './dom.js'
import { botStatusIn, fullName, isInside, peopleIn, shownPanes, store } from './store.js'
import { currentLanguage, pick, showShortDay, showTime, t } from './texts.js'

const DAY_MS = 24 * 3_600_000
let query = ''
/** Rows by chat, with what they were drawn from: an unchanged row keeps its element and the focus on it. */
const drawn = new Map()

/** Draws the left pane: search, people worth trying first, everyone, groups. */
export function drawList(pane, open) {
  if (pane.firstElementChild === null) pane.append(searchBox(pane, open), h('div', { class: 'chats' }))
  const box = pane.querySelector('input')
  pane.setAttribute('aria-label', t('people'))
  box.placeholder = t('search')
  box.setAttribute('aria-label', t('search'))
  place(pane.querySelector('.chats'), sections(open))
}

function searchBox(pane, open) {
  const input = h('input', {
    type: 'search',
    oninput: () => {
      query = input.value
      drawList(pane, open)
    },
    onkeydown: (event) => {
      if (event.key === 'ArrowDown') pane.querySelector('.chat-row')?.focus()
      if (event.key === 'Enter') pane.querySelector('.chat-row')?.click()
    },
  })
  return h('div', { class: 'search' }, icon('search'), input)
}

/** Folds marks away, so that "hai" finds "Hải" and "do" finds "Đỗ". */
const fold = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase()

/** Returns headings and rows in order. */
function sections(open) {
  const fits = (...texts) => fold(texts.join(' ')).includes(fold(query.trim()))
  const persons = store.state.persons.filter((person) =>
    fits(fullName(person), person.username ?? '', pick(person.note)),
  )
  const groups = store.state.groups.filter((group) => group.migratedTo === undefined && fits(group.title))
  const featured = persons.filter((person) => person.featured)
  const others = persons.filter((person) => !person.featured)
  const parts = [
    ...section(
      t('featured'),
      featured.map((person) => personRow(person, open)),
    ),
    ...section(
      t('groups'),
      groups.map((group) => groupRow(group, open)),
    ),
    ...section(
      t('persons'),
      others.map((person) => personRow(person, open)),
    ),
  ]
  return parts.length > 0
    ? parts
    : [keep('nothing', t('nothingFound'), () => h('p', { class: 'nothing' }, t('nothingFound')))]
}

const section = (title, rows) =>
  rows.length > 0 ? [keep(`h ${title}`, '', () => h('h2', {}, title)), ...rows] : []

function keep(key, stamp, build) {
  const old = drawn.get(key)
  if (old?.stamp === stamp) return old.element
  const element = build()
  drawn.set(key, { stamp, element })
  return element
}

function place(container, elements) {
  const focused = document.activeElement
  const wanted = new Set(elements)
  for (const child of [...container.children]) if (!wanted.has(child)) child.remove()
  elements.forEach((element, index) => {
    if (container.children[index] !== element)
      container.insertBefore(element, container.children[index] ?? null)
  })
  if (focused?.dataset.chat !== undefined && document.activeElement !== focused)
    container.querySelector(`[data-chat="${focused.dataset.chat}"]`)?.focus()
}

function personRow(person, open) {
  return row({ chat: person, name: fullName(person), about: pick(person.note) }, open)
}

function groupRow(group, open) {
  const about = `${peopleIn(group).length} ${t('members')}${isInside(botStatusIn(group)) ? '' : ` · ${t('noBot')}`}`
  return row({ chat: group, name: group.title, about }, open)
}

function row({ chat, name, about }, open) {
  const { lastMessage, unread, chatId } = chat
  const isOpen = shownPanes().some((pane) => pane.chatId === chatId)
  const when = lastMessage && showWhen(lastMessage.date * 1000)
  const stamp = JSON.stringify([currentLanguage(), name, about, lastMessage, when, unread, isOpen])
  return keep(chatId, stamp, () => buildRow({ chatId, name, about, lastMessage, when, unread, isOpen }, open))
}

function buildRow({ chatId, name, about, lastMessage, when, unread, isOpen }, open) {
  const preview = lastMessage && [
    h('span', { class: 'preview' }, previewOf(lastMessage)),
    unread > 0 && h('i', { class: 'badge' }, String(unread)),
  ]
  const words = h(
    'span',
    { class: 'words' },
    h('span', { class: 'line' }, h('b', {}, name), when && h('time', {}, when)),
    h('span', { class: 'about' }, about),
    preview && h('span', { class: 'line' }, preview),
  )
  const properties = {
    class: 'chat-row',
    type: 'button',
    data: { chat: String(chatId) },
    'aria-current': isOpen ? 'true' : undefined,
    onclick: () => open(chatId),
    onkeydown: walk,
  }
  return h('button', properties, avatar(name, chatId), words)
}

function walk(event) {
  const rows = [...document.querySelectorAll('#list .chat-row')]
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (step === undefined) return
  event.preventDefault()
  rows[rows.indexOf(event.currentTarget) + step]?.focus()
}

function showWhen(moment) {
  const isRecent = Date.parse(store.state.now) - moment < DAY_MS
  return isRecent ? showTime(moment) : showShortDay(moment)
}

function previewOf({ media, text }) {
  const kind = media === null ? '' : `[${t(media)}] `
  return `${kind}${text.replace(/\s+/g, ' ')}`
}
