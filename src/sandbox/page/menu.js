import { h } from './dom.js'

/**
 * Returns a button that opens a menu of `[label, action]`; `items` is asked when it opens.
 * Its sign is a letter: every row has one, and an icon of icons.svg is resolved anew for each.
 */
export function menuButton(label, items) {
  const list = h('div', { class: 'menu', role: 'menu' })
  const summary = h('summary', { class: 'tool', 'aria-label': label, title: label }, '⋮')
  const details = h('details', { class: 'more' }, summary, list)
  const fill = () => list.replaceChildren(...items().map(([text, act]) => item(details, text, act)))
  // The news that it is open comes later than it opens, and later than the next key.
  summary.addEventListener('click', () => {
    if (!details.open) fill()
  })
  details.addEventListener('toggle', () => {
    if (!details.open) list.replaceChildren()
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
