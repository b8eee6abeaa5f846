import { footOf } from './chat-foot.js'
import { avatar, h, icon } from './dom.js'
import { drawMessages } from './message-list.js'
import { actingId, botStatusIn, fullName, groupOf, isInside, peopleIn, personOf, store } from './store.js'
import { currentLanguage, pick, t } from './texts.js'

let drawn = { chatId: null, bottomKey: '', headKey: '' }

/** Draws the middle pane; what has not changed keeps its elements. */
export function drawChat(pane, act) {
  if (store.chatId === null) {
    drawn = { chatId: null, bottomKey: '', headKey: '' }
    pane.replaceChildren(h('p', { class: 'choose' }, t('choose')))
    return
  }
  if (drawn.chatId !== store.chatId) {
    drawn = { chatId: store.chatId, bottomKey: '', headKey: '' }
    pane.replaceChildren(
      h('div', { class: 'head' }),
      h('ol', { class: 'messages', tabindex: 0, role: 'log' }),
      h('div', { class: 'foot' }),
    )
  }
  const [head, list, foot] = pane.children
  drawHead(head, act)
  drawFoot(foot, act)
  drawMessages(list, act)
}

function drawHead(head, act) {
  const person = personOf(store.chatId)
  const group = groupOf(store.chatId)
  const isTyping = (store.typing.get(store.chatId) ?? 0) > Date.now()
  const key = JSON.stringify([
    currentLanguage(),
    isTyping,
    person?.isBlocked,
    person?.isStarted,
    group?.members,
    actingId(),
  ])
  if (key === drawn.headKey) return
  drawn.headKey = key
  const name = person ? fullName(person) : (group?.title ?? '')
  const about = person ? pick(person.note) : `${peopleIn(group).length} ${t('members')}`
  const small = isTyping ? h('small', { class: 'typing' }, t('typing')) : h('small', {}, about)
  const back = h(
    'button',
    { class: 'tool back', type: 'button', 'aria-label': t('back'), onclick: act.back },
    icon('back'),
  )
  head.replaceChildren(
    back,
    avatar(name, store.chatId),
    h('div', { class: 'title' }, h('h1', {}, name), small),
    moreMenu(person, group, act),
  )
}

function moreMenu(person, group, act) {
  const items = person ? personItems(person, act) : groupItems(group, act)
  const list = h('div', { class: 'menu' }, items)
  const summary = h('summary', { class: 'tool', 'aria-label': t('more'), title: t('more') }, icon('more'))
  const details = h('details', { class: 'more' }, summary, list)
  list.addEventListener('click', () => details.removeAttribute('open'))
  return details
}

const item = (label, onclick) => h('button', { type: 'button', onclick }, label)

function personItems(person, act) {
  return [item(t(person.isBlocked ? 'unblock' : 'block'), () => act.block(!person.isBlocked))]
}

function groupItems(group, act) {
  const status = botStatusIn(group)
  if (!isInside(status)) return [item(t('addBot'), () => act.botMember('member'))]
  const isAdministrator = status === 'administrator'
  return [
    item(t(isAdministrator ? 'demoteBot' : 'promoteBot'), () =>
      act.botMember(isAdministrator ? 'member' : 'administrator'),
    ),
    item(t('removeBot'), () => act.botMember('kicked')),
  ]
}

function drawFoot(foot, act) {
  const person = personOf(store.chatId)
  const flags = [person?.isStarted, person?.isBlocked, actingId(), groupOf(store.chatId)?.members.length]
  const key = JSON.stringify([currentLanguage(), flags, store.chat.keyboard, store.commands])
  if (key === drawn.bottomKey) return
  drawn.bottomKey = key
  const typed = foot.querySelector('textarea')
  const { value = '', selectionStart = 0 } = typed ?? {}
  const hadFocus = typed !== null && typed === document.activeElement
  foot.replaceChildren(...footOf(person, act))
  const input = foot.querySelector('textarea')
  if (input === null) return
  input.value = value
  input.setSelectionRange(selectionStart, selectionStart)
  if (hadFocus || matchMedia('(hover: hover)').matches) input.focus({ preventScroll: true })
}
