import { avatar, h, icon } from './dom.js'
import { botStatusIn, fullName, isInside, peopleIn, store } from './store.js'
import { pick, showShortDay, showTime, t } from './texts.js'

const DAY_MS = 24 * 3_600_000
let query = ''

/** Draws the left pane: search, people worth trying first, everyone, groups. */
export function drawList(pane, open) {
  if (pane.firstElementChild === null) pane.append(searchBox(pane, open), h('div', { class: 'chats' }))
  const box = pane.querySelector('input')
  if (query === '') box.value = ''
  box.placeholder = t('search')
  box.setAttribute('aria-label', t('search'))
  const lists = pane.querySelector('.chats')
  const { scrollTop } = lists
  lists.replaceChildren(...sections(open))
  lists.scrollTop = scrollTop
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

function sections(open) {
  const fits = (...texts) => fold(texts.join(' ')).includes(fold(query.trim()))
  const persons = store.state.persons.filter((person) =>
    fits(fullName(person), person.username ?? '', pick(person.note)),
  )
  const groups = store.state.groups.filter((group) => group.migratedTo === undefined && fits(group.title))
  const parts = [
    section(
      t('featured'),
      persons.filter(({ featured }) => featured).map((person) => personRow(person, open)),
    ),
    section(
      t('persons'),
      persons.filter(({ featured }) => !featured).map((person) => personRow(person, open)),
    ),
    section(
      t('groups'),
      groups.map((group) => groupRow(group, open)),
    ),
  ].filter(Boolean)
  return parts.length > 0 ? parts : [h('p', { class: 'nothing' }, t('nothingFound'))]
}

const section = (title, rows) => rows.length > 0 && h('section', {}, h('h2', {}, title), rows)

function personRow(person, open) {
  return row({ chat: person, name: fullName(person), about: pick(person.note) }, open)
}

function groupRow(group, open) {
  const about = `${peopleIn(group).length} ${t('members')}${isInside(botStatusIn(group)) ? '' : ` · ${t('noBot')}`}`
  return row({ chat: group, name: group.title, about }, open)
}

function row({ chat, name, about }, open) {
  const { lastMessage, unread, chatId } = chat
  const words = h(
    'span',
    { class: 'words' },
    h(
      'span',
      { class: 'line' },
      h('b', {}, name),
      lastMessage && h('time', {}, showWhen(lastMessage.date * 1000)),
    ),
    h('span', { class: 'about' }, about),
    lastMessage &&
      h(
        'span',
        { class: 'line' },
        h('span', { class: 'preview' }, previewOf(lastMessage)),
        unread > 0 && h('i', { class: 'badge' }, String(unread)),
      ),
  )
  const isOpen = chatId === store.chatId
  const properties = { class: 'chat-row', type: 'button', 'aria-current': isOpen ? 'true' : undefined }
  return h(
    'button',
    { ...properties, onclick: () => choose(chatId, open), onkeydown: walk },
    avatar(name, chatId),
    words,
  )
}

/** Whoever was looked for is found: the whole list comes back. */
function choose(chatId, open) {
  query = ''
  void open(chatId)
}

function walk(event) {
  const rows = [...document.querySelectorAll('.chat-row')]
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
