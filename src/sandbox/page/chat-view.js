import { footOf } from './chat-foot.js'
import { chatItems } from './chat-items.js'
import { avatar, h, icon } from './dom.js'
import { menuButton } from './menu.js'
import { MessageList } from './message-list.js'
import { actingId, fullName, groupOf, peopleIn, personOf, store } from './store.js'
import { currentLanguage, pick, t } from './texts.js'

const drawn = new Map()

/** Draws one pane; what has not changed keeps its elements. */
export function drawPane(element, pane, act) {
  if (pane.chatId === null) {
    drawn.delete(pane)
    if (
      !element.firstElementChild?.matches('.choose') ||
      element.firstElementChild.lang !== currentLanguage()
    )
      element.replaceChildren(h('p', { class: 'choose', lang: currentLanguage() }, t('choose')))
    return
  }
  let view = drawn.get(pane)
  if (view?.chatId !== pane.chatId) {
    const list = new MessageList(pane, act, () => act.earlier(pane))
    view = { chatId: pane.chatId, list, head: h('div', { class: 'head' }), foot: h('div', { class: 'foot' }) }
    drawn.set(pane, view)
    element.replaceChildren(view.head, list.element, view.foot)
  }
  drawHead(view, pane, act)
  drawFoot(view, pane, act)
  view.list.update()
}

function drawHead(view, pane, act) {
  const person = personOf(pane.chatId)
  const group = groupOf(pane.chatId)
  const isTyping = (store.typing.get(pane.chatId) ?? 0) > Date.now()
  const name = person ? fullName(person) : (group?.title ?? '')
  const about = person ? pick(person.note) : `${peopleIn(group).length} ${t('members')}`
  // Not what the menu offers: it asks when it opens, and must not close while one looks at it.
  const key = JSON.stringify([currentLanguage(), isTyping, name, about, store.isSplit])
  if (key === view.headKey) return
  view.headKey = key
  const small = isTyping ? h('small', { class: 'typing' }, t('typing')) : h('small', {}, about)
  const tool = (className, label, iconName, onclick) =>
    h(
      'button',
      { class: `tool ${className}`, type: 'button', 'aria-label': label, title: label, onclick },
      icon(iconName),
    )
  view.head.replaceChildren(
    tool('back', t('back'), 'back', act.back),
    avatar(name, pane.chatId),
    h('div', { class: 'title' }, h('h1', {}, name), small),
    tool('split', t(store.isSplit ? 'unsplit' : 'split'), 'split', () => act.toggleSplit(pane)),
    menuButton(t('more'), () => chatItems(pane, act)),
  )
}

function drawFoot(view, pane, act) {
  const person = personOf(pane.chatId)
  const group = groupOf(pane.chatId)
  const flags = [
    person?.isStarted,
    person?.isBlocked,
    person?.isDeactivated,
    actingId(pane),
    group?.members,
    group?.topics,
  ]
  const key = JSON.stringify([
    currentLanguage(),
    flags,
    pane.keyboard,
    pane.commands,
    pane.aim,
    pane.threadId,
  ])
  if (key === view.footKey) return
  view.footKey = key
  const typed = view.foot.querySelector('textarea')
  const { value = '', selectionStart = 0 } = typed ?? {}
  const hadFocus = typed !== null && typed === document.activeElement
  view.foot.replaceChildren(...footOf(pane, act))
  const input = view.foot.querySelector('textarea')
  if (input === null) return
  input.value = pane.aim?.kind === 'edit' && view.aim !== pane.aim ? pane.aim.message.text : value
  input.setSelectionRange(selectionStart, selectionStart)
  const isNew =
    typed === null && matchMedia('(hover: hover)').matches && document.activeElement === document.body
  if (hadFocus || isNew || (pane.aim !== null && view.aim !== pane.aim)) input.focus({ preventScroll: true })
  view.aim = pane.aim
}
