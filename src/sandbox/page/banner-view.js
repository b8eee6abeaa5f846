import { h, icon } from './dom.js'
import { simulatedNow, store } from './store.js'
import { nextMonday, pick, showMoment, showTime, t } from './texts.js'

const DAY_MS = 24 * 3_600_000

/** Draws the top line: what this is, the simulated clock and its buttons, language, inspector. */
export function drawBanner(bar, act) {
  const due = store.state.dueDates?.[0]
  const jump = (label, wish, title) =>
    h('button', { type: 'button', title, onclick: () => act.moveClock(wish()) }, label)
  const status = t('status')[store.state.botStatus] ?? ''
  const notice = store.isConnected ? status : t('lost')
  const toggle = h(
    'button',
    {
      class: 'look',
      type: 'button',
      'aria-label': t('showInspector'),
      title: t('showInspector'),
      onclick: act.toggleInspector,
    },
    icon('panel'),
  )
  bar.replaceChildren(
    h('strong', {}, t('banner')),
    h('span', { class: 'notice', role: 'status' }, notice),
    h('time', { class: 'now', title: t('clock') }),
    h(
      'span',
      { class: 'jumps' },
      jump(t('nextDay'), () => ({ advanceMs: DAY_MS })),
      jump(t('nextMonday'), () => ({ to: new Date(nextMonday(simulatedNow())).toISOString() })),
      due &&
        jump(
          [t('nextDue'), h('span', { class: 'due' }, `: ${pick(due.label)}`)],
          () => ({ to: due.at }),
          pick(due.label),
        ),
    ),
    h('button', { class: 'language', type: 'button', onclick: act.switchLanguage }, t('language')),
    toggle,
  )
  tick(bar)
}

/** Lets the shown clock go on. */
export function tick(bar) {
  const now = simulatedNow()
  const shown = `${showMoment(now)} · ${showTime(now)}`
  const time = bar.querySelector('.now')
  if (time !== null && time.textContent !== shown) time.textContent = shown
}
