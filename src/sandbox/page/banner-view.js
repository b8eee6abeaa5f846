import { h, icon } from './dom.js'
import { simulatedNow, store } from './store.js'
import { currentLanguage, nextMonday, pick, showMoment, showTime, t } from './texts.js'
import { startTour } from './tour-view.js'

const DAY_MS = 24 * 3_600_000
let drawnKey = ''

/** Draws the top line: what this is, the simulated clock and its buttons, tools, language, inspector. */
export function drawBanner(bar, act) {
  const due = store.state.dueDates?.find(({ at }) => Date.parse(at) > simulatedNow())
  const status = t('status')[store.state.botStatus] ?? ''
  const notice = store.isConnected ? status : t('lost')
  const key = JSON.stringify([currentLanguage(), due, notice])
  if (key === drawnKey && bar.firstElementChild !== null) return
  drawnKey = key
  const button = (name, label, onclick, title) =>
    h('button', { type: 'button', class: name, title, onclick }, label)
  const jump = (name, wish, title) => button(`jump ${name}`, t(name), () => act.moveClock(wish()), title)
  const look = h(
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
      jump('nextDay', () => ({ advanceMs: DAY_MS })),
      jump('nextMonday', () => ({ to: new Date(nextMonday(simulatedNow())).toISOString() })),
      due && jump('nextDue', () => ({ to: due.at }), pick(due.label)),
    ),
    h(
      'span',
      { class: 'aids' },
      button('tour', t('tour'), () => startTour(act)),
      button('tools', t('tools'), act.openTools),
      button('language', t('language'), act.switchLanguage),
      look,
    ),
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
