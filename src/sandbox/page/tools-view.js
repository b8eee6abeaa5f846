import { chatItems } from './chat-items.js'
import { h } from './dom.js'
import { toast } from './notices.js'
import { sessionsSection } from './sessions-view.js'
import { activePane, store } from './store.js'
import { currentLanguage, t } from './texts.js'

const KINDS = ['429', '500', 'drop-before', 'drop-after', 'delay']
const METHODS = ['*', 'sendMessage', 'editMessageText', 'sendPhoto', 'answerCallbackQuery', 'getUpdates']
const HOLD_MS = 10_000
const DELAY_MS = 5000
let drawnKey = ''

const dialog = () => document.getElementById('tools')
export const section = (title, ...children) => h('section', {}, h('h3', {}, title), ...children)
export const button = (label, onclick, name = 'plain') =>
  h('button', { class: name, type: 'button', onclick }, label)

/** Shows the tools: what goes wrong on purpose, sessions, and the way back to the beginning. */
export function openTools(act) {
  drawnKey = ''
  dialog().showModal()
  drawTools(act)
}

/** Draws the tools anew where they are open and something changed. */
export function drawTools(act) {
  if (!dialog().open) return
  const { faults, sessions, limitsOn, botStatus } = store.state
  const pane = activePane()
  const items = pane.chatId === null ? [] : chatItems(pane, act)
  const key = JSON.stringify([
    currentLanguage(),
    faults,
    sessions,
    limitsOn,
    botStatus,
    items.map(([label]) => label),
  ])
  if (key === drawnKey) return
  drawnKey = key
  dialog().setAttribute('aria-label', t('tools'))
  dialog().replaceChildren(
    h(
      'div',
      { class: 'title-line' },
      h('h2', {}, t('misbehave')),
      button(t('close'), () => dialog().close()),
    ),
    section(t('calls'), faultForm(act), faultList(act), limits(act)),
    section(
      t('deliveries'),
      done(act, t('redeliver'), 'redeliver'),
      done(act, t('hold'), 'hold', { ms: HOLD_MS }),
      done(act, t('expire'), 'expire'),
    ),
    section(
      t('process'),
      done(act, t('restartBot'), 'bot', { action: 'restart' }),
      done(act, t('killBot'), 'bot', { action: 'kill' }),
    ),
    section(t('openChat'), ...items.map(([label, run]) => button(label, run))),
    sessionsSection(act),
  )
}

function done(act, label, action, body = {}) {
  return button(label, async () => {
    if ((await act.attempt(action, body)) !== undefined) toast(t('done'))
  })
}

function field(label, control) {
  return h('label', {}, h('span', {}, label), control)
}

function options(name, values) {
  return h(
    'select',
    { name },
    values.map(([value, text]) => h('option', { value }, text)),
  )
}

function faultForm(act) {
  const submit = async (event) => {
    event.preventDefault()
    const { kind, method, count, percent } = Object.fromEntries(new FormData(event.target))
    const share = percent === '' ? { count: Number(count) } : { percent: Number(percent) }
    await act.attempt('faults', { kind, method, ...share, retryAfter: 3, delayMs: DELAY_MS })
  }
  const number = (name, value, most) => h('input', { type: 'number', name, value, min: 1, max: most })
  return h(
    'form',
    { class: 'faults', onsubmit: submit },
    field(
      t('faultKind'),
      options(
        'kind',
        KINDS.map((kind) => [kind, t('faultKinds')[kind]]),
      ),
    ),
    field(
      t('method'),
      options(
        'method',
        METHODS.map((name) => [name, name === '*' ? t('anyMethod') : name]),
      ),
    ),
    field(t('nextCalls'), number('count', '1', 1000)),
    field(t('percent'), number('percent', '', 100)),
    h('button', { class: 'primary' }, t('order')),
  )
}

function faultList(act) {
  const { faults } = store.state
  if (faults.length === 0) return h('p', { class: 'soft' }, t('noFaults'))
  const lines = faults.map(({ kind, method, count, percent }) =>
    h(
      'li',
      {},
      `${t('faultKinds')[kind]} · ${method} · ${percent === undefined ? `× ${count}` : `${percent}%`}`,
    ),
  )
  return h(
    'div',
    {},
    h('ul', {}, lines),
    button(t('clearFaults'), () => act.attempt('clear-faults')),
  )
}

function limits(act) {
  const box = h('input', {
    type: 'checkbox',
    onchange: () => act.attempt('limits', { enabled: box.checked }),
  })
  box.checked = store.state.limitsOn
  return h('label', { class: 'check' }, box, ` ${t('limits')}`)
}
