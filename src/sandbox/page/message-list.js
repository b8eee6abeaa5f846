import { h } from './dom.js'
import { messageView } from './message-view.js'
import { actingId, store } from './store.js'
import { currentLanguage, showDay, t } from './texts.js'

const NEAR_END_PX = 120
let drawn = new Map()

/** Draws the messages of the open chat; unchanged ones keep their elements, so nothing jumps or loses focus. */
export function drawMessages(list, act) {
  const isFirst = list.childElementCount === 0
  if (isFirst) drawn = new Map()
  const isNearEnd = list.scrollHeight - list.scrollTop - list.clientHeight < NEAR_END_PX
  const lines = new Map()
  let day = ''
  for (const message of store.chat.messages) {
    const thisDay = showDay(message.date * 1000)
    if (thisDay !== day)
      keep(lines, `day ${message.message_id} ${thisDay}`, () =>
        h('li', { class: 'service day' }, h('span', {}, thisDay)),
      )
    day = thisDay
    const taps = [...store.taps.values()].filter((key) =>
      key.startsWith(`${store.chatId}:${message.message_id}:`),
    )
    keep(lines, JSON.stringify([message, taps, currentLanguage(), actingId()]), () =>
      messageView(message, act),
    )
  }
  if (lines.size === 0)
    keep(lines, `empty ${currentLanguage()} ${store.commands.length > 0}`, () =>
      h('li', { class: 'service' }, h('span', {}, t(store.commands.length > 0 ? 'empty' : 'emptyYet'))),
    )
  place(list, [...lines.values()])
  drawn = lines
  if (isFirst || isNearEnd) toEnd(list)
}

function keep(lines, key, build) {
  lines.set(key, drawn.get(key) ?? build())
}

function place(list, elements) {
  elements.forEach((element, index) => {
    if (list.children[index] !== element) list.insertBefore(element, list.children[index] ?? null)
  })
  while (list.children.length > elements.length) list.lastElementChild.remove()
}

function toEnd(list) {
  list.scrollTop = list.scrollHeight
  for (const image of list.querySelectorAll('img')) {
    if (!image.complete)
      image.addEventListener(
        'load',
        () => {
          list.scrollTop = list.scrollHeight
        },
        { once: true },
      )
  }
}
