import { h, icon } from './dom.js'
import { showMoment, showTime, t } from './texts.js'

const SHOWN = ['update', 'call', 'callback', 'answer', 'expire', 'bot', 'clock']
const MOST_LINES = 60
let onlyErrors = false

/** Draws the frame of the right pane. */
export function drawInspector(pane, close) {
  const lines = pane.querySelector('.lines') ?? h('div', { class: 'lines', tabindex: 0 })
  pane.setAttribute('aria-label', t('inspector'))
  const filter = (label, wanted) =>
    h(
      'button',
      {
        type: 'button',
        'aria-pressed': String(onlyErrors === wanted),
        onclick: () => choose(pane, wanted, close),
      },
      label,
    )
  const shut = h(
    'button',
    { class: 'tool', type: 'button', 'aria-label': t('close'), title: t('close'), onclick: close },
    icon('close'),
  )
  const clear = h('button', { type: 'button', onclick: () => lines.replaceChildren() }, t('clear'))
  const head = h(
    'div',
    { class: 'head' },
    h('h2', {}, t('inspector')),
    filter(t('all'), false),
    filter(t('errors'), true),
    clear,
    shut,
  )
  pane.replaceChildren(head, h('p', { class: 'soft hint' }, t('quiet')), lines)
  pane.classList.toggle('only-errors', onlyErrors)
}

function choose(pane, wanted, close) {
  onlyErrors = wanted
  drawInspector(pane, close)
}

/** Adds one ledger entry at the top. */
export function inspect(pane, entry) {
  const lines = pane.querySelector('.lines')
  if (lines === null || !SHOWN.includes(entry.kind)) return
  lines.prepend(lineOf(entry))
  while (lines.children.length > MOST_LINES) lines.lastElementChild.remove()
}

function lineOf(entry) {
  const { sign, title, about, isError } = describe(entry)
  const raw = JSON.stringify(entry, null, 2)
  const copy = h('button', { type: 'button', onclick: () => copyText(copy, raw) }, t('copy'))
  const summary = h(
    'summary',
    {},
    h('span', { class: 'sign' }, sign),
    h('b', {}, title),
    h('time', {}, showTime(Date.parse(entry.at))),
    about && h('span', { class: 'about' }, about),
  )
  const details = h('details', { class: `entry ${entry.kind}${isError ? ' error' : ''}` }, summary)
  details.addEventListener('toggle', () => {
    if (details.childElementCount === 1) details.append(copy, h('pre', {}, raw))
  })
  return details
}

function describe(entry) {
  if (entry.kind === 'call') return describeCall(entry.call)
  if (entry.kind === 'update')
    return { sign: '→', title: updateType(entry.update), about: updateText(entry.update) }
  if (entry.kind === 'answer') return { sign: '✓', title: 'answer', about: entry.text ?? '' }
  if (entry.kind === 'callback') return { sign: '◉', title: 'tap', about: entry.callback.data }
  if (entry.kind === 'bot')
    return { sign: '●', title: 'bot', about: entry.status, isError: entry.status === 'waiting' }
  return { sign: '◷', title: entry.kind, about: showMoment(Date.parse(entry.at)) }
}

function describeCall({ method, ok, code, description, parameters }) {
  const text = String(parameters.text ?? parameters.caption ?? '').slice(0, 90)
  return { sign: '←', title: method, about: ok ? text : `${code || ''} ${description ?? ''}`, isError: !ok }
}

const updateType = (update) => Object.keys(update).find((key) => key !== 'update_id') ?? 'update'

function updateText(update) {
  const message = update.message ?? update.edited_message
  return (
    message?.text ??
    message?.caption ??
    update.callback_query?.data ??
    update.my_chat_member?.new_chat_member.status ??
    ''
  )
}

async function copyText(button, text) {
  await navigator.clipboard.writeText(text)
  button.textContent = t('copied')
  setTimeout(() => {
    button.textContent = t('copy')
  }, 1500)
}
