import { h } from './dom.js'
import { messageView } from './message-view.js'
import { actingId, store } from './store.js'
import { currentLanguage, showDay, t } from './texts.js'

const GUESSED_PX = 84
const GAP_PX = 6
const BEYOND_PX = 350
const NEAR_END_PX = 120
const EARLIER_AT_PX = 1500

/** The messages of one pane: only those near the window are in the document. */
export class MessageList {
  constructor(pane, act, onEarlier) {
    this.pane = pane
    this.act = act
    this.onEarlier = onEarlier
    this.before = h('div', { class: 'spacer' })
    this.after = h('div', { class: 'spacer' })
    this.rows = new Map()
    this.heights = new Map()
    this.items = []
    this.isAtEnd = true
    this.drawnAt = 0
    this.element = h(
      'div',
      {
        class: 'messages',
        tabindex: 0,
        role: 'log',
        onscroll: () => this.scrolled(),
      },
      this.before,
      this.after,
    )
    this.resizes = new ResizeObserver(() => this.show())
    this.resizes.observe(this.element)
  }

  /** Takes over what the pane holds now. */
  update() {
    this.element.setAttribute('aria-label', t('chatMessages'))
    const anchor = this.anchor()
    this.items = itemsOf(this.pane)
    this.show(anchor)
    if (!this.isAtEnd && this.element.scrollTop < EARLIER_AT_PX) this.scrolled()
  }

  scrolled() {
    const { scrollTop, scrollHeight, clientHeight } = this.element
    this.isAtEnd = scrollHeight - scrollTop - clientHeight < NEAR_END_PX
    if (this.waits) return
    this.waits = true
    requestAnimationFrame(() => {
      this.waits = false
      const isJump = Math.abs(this.element.scrollTop - this.drawnAt) > BEYOND_PX
      this.show(this.anchor(), isJump ? 0 : BEYOND_PX)
      // After a jump every row is new: those one does not see yet wait for the next frame.
      if (isJump) this.scrolled()
      if (this.element.scrollTop < EARLIER_AT_PX && this.pane.hasEarlier) this.onEarlier()
    })
  }

  /** Draws the rows near the window; what one looks at stays where it is. */
  show(anchor = this.anchor(), beyond = BEYOND_PX) {
    if (this.isAtEnd || anchor === null) return this.showEnd()
    const place = () => this.topOf(anchor.key) + anchor.below
    this.draw(place(), beyond)
    const { scrollTop } = this.element
    // Above what one looks at rows may have come, or turned out taller than guessed.
    if (Math.abs(place() - scrollTop) >= 1) this.element.scrollTop = place()
    this.drawnAt = this.element.scrollTop
  }

  showEnd() {
    this.draw(this.total() - this.element.clientHeight, BEYOND_PX)
    this.element.scrollTop = this.element.scrollHeight
    this.drawnAt = this.element.scrollTop
    this.isAtEnd = true
  }

  total() {
    return this.items.reduce((sum, { key }) => sum + this.heightOf(key), 0)
  }

  heightOf(key) {
    return this.heights.get(key) ?? GUESSED_PX
  }

  topOf(wanted) {
    let top = 0
    for (const { key } of this.items) {
      if (key === wanted) return top
      top += this.heightOf(key)
    }
    return top
  }

  /** The first message one sees and how far it is scrolled over; null without any. A day's line moves when earlier ones come. */
  anchor() {
    const { scrollTop } = this.element
    let top = 0
    for (const { key } of this.items) {
      if (typeof key === 'number' && top + this.heightOf(key) > scrollTop)
        return { key, below: scrollTop - top }
      top += this.heightOf(key)
    }
    return null
  }

  draw(scrollTop, beyond) {
    const from = scrollTop - beyond
    const to = scrollTop + this.element.clientHeight + beyond
    let [top, above, below] = [0, 0, 0]
    const wanted = []
    for (const item of this.items) {
      const height = this.heightOf(item.key)
      if (top + height < from) above += height
      else if (top > to) below += height
      else wanted.push(item)
      top += height
    }
    this.place(wanted)
    this.before.style.height = `${above}px`
    this.after.style.height = `${below}px`
    for (const { key } of wanted) this.heights.set(key, this.rows.get(key).element.offsetHeight + GAP_PX)
  }

  place(wanted) {
    const rows = new Map()
    for (const { key, stamp, build } of wanted) {
      const old = this.rows.get(key)
      rows.set(key, old?.stamp === stamp ? old : { stamp, element: build(this.act) })
    }
    for (const [key, { element }] of this.rows) if (rows.get(key)?.element !== element) element.remove()
    this.rows = rows
    let next = this.before.nextSibling
    for (const { element } of rows.values()) {
      if (element === next) next = next.nextSibling
      else this.element.insertBefore(element, next)
    }
  }
}

function itemsOf(pane) {
  if (pane.messages.length === 0) return [lineItem('empty', t('empty'), '')]
  const items = []
  const stamp = `${currentLanguage()} ${actingId(pane)}`
  let day = 0
  for (const message of pane.messages) {
    const thisDay = dayOf(message.date)
    if (thisDay !== day)
      items.push(lineItem(`day ${thisDay}`, () => showDay(message.date * 1000), currentLanguage(), 'day'))
    day = thisDay
    items.push(messageItem(pane, message, stamp))
  }
  return items
}

/** Days in Vietnam, seven hours ahead of UTC. */
const dayOf = (seconds) => Math.floor((seconds + 7 * 3600) / 86_400)

function lineItem(key, text, stamp, kind = '') {
  const build = () =>
    h('div', { class: `service ${kind}` }, h('span', {}, typeof text === 'string' ? text : text()))
  return { key, stamp: `${stamp}${typeof text === 'string' ? text : ''}`, build }
}

function messageItem(pane, message, shared) {
  const { message_id: id, edit_date: edited = 0 } = message
  const begin = `${pane.chatId}:${id}:`
  const taps =
    store.taps.size === 0 ? '' : [...store.taps.values()].filter((key) => key.startsWith(begin)).join()
  const stamp = `${shared} ${edited} ${versionOf(message)} ${taps}`
  return { key: id, stamp, build: (act) => messageView(pane, message, act) }
}

/** Messages are replaced, never changed: each object is one version. */
const versions = new WeakMap()
let newest = 0
function versionOf(message) {
  if (!versions.has(message)) {
    newest += 1
    versions.set(message, newest)
  }
  return versions.get(message)
}
