import { h, icon } from './dom.js'

/** Returns a button that opens a menu of `[label, action]`; `items` is asked when it opens. */
export function menuButton(label, items, iconName = 'more') {
  const list = h('div', { class: 'menu', role: 'menu' })
  const summary = h('summary', { class: 'tool', 'aria-label': label, title: label }, icon(iconName))
  const details = h('details', { class: 'more' }, summary, list)
  details.addEventListener('toggle', () => {
    if (details.open) list.replaceChildren(...items().map(([text, act]) => item(details, text, act)))
  })
  details.addEventListener('keydown', (event) => walk(event, details, list))
  return details
}

function item(details, text, act) {
  const onclick = () => {
    details.open = false
    act()
  }
  return h('button', { type: 'button', role: 'menuitem', onclick }, text)
}

function walk(event, details, list) {
  if (event.key === 'Escape' && details.open) {
    details.open = false
    details.querySelector('summary').focus()
    event.stopPropagation()
  }
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (step === undefined || !details.open) return
  event.preventDefault()
  const buttons = [...list.children]
  const place = buttons.indexOf(document.activeElement) + step
  buttons[(place + buttons.length) % buttons.length]?.focus()
}
