import { h } from './dom.js'
import { askReset } from './sessions-view.js'
import { shownPanes, simulatedNow, store } from './store.js'
import { currentLanguage, t } from './texts.js'
import { TOUR } from './tour-steps.js'

const KEY = 'tour'
/** `{ step, isOver }`; null when no tour is on. */
let tour = JSON.parse(localStorage.getItem(KEY) ?? 'null')
let drawnKey = ''

const FIRST = { step: 0 }
const remember = (next) => localStorage.setItem(KEY, JSON.stringify(next))

function keep(next) {
  tour = next
  if (next === null) localStorage.removeItem(KEY)
  else remember(next)
}

/** Begins the tour; on a sandbox that is used already once it has begun anew, which loads the page again. */
export function startTour(act) {
  // Till then nothing is shown: what stands in the chats would end its steps.
  if (store.state.acts > 0) return askReset(act, () => remember(FIRST))
  keep(FIRST)
  drawTour(act)
}

/** Draws the card of the step, marks where to click, and goes on when the step is done. */
export function drawTour(act) {
  if (tour !== null && isDone(TOUR[tour.step])) advance()
  const card = document.getElementById('tour')
  mark(tour === null ? null : TOUR[tour.step])
  const key = JSON.stringify([tour, currentLanguage()])
  if (key === drawnKey) return
  drawnKey = key
  card.hidden = tour === null
  if (tour !== null) drawCard(card, act)
}

function advance() {
  keep(tour.step + 1 < TOUR.length ? { step: tour.step + 1 } : { step: tour.step, isOver: true })
}

/** Words of the bot in the step's chat that end it; a tour that is over stays on its last card. */
function isDone(step) {
  if (tour.isOver) return false
  const pane = shownPanes().find(({ chatId }) => chatId === step.chatId)
  const botId = store.state.bot.id
  return (pane?.messages ?? []).some(
    ({ from, text, caption }) => from.id === botId && step.done.test(text ?? caption ?? ''),
  )
}

function drawCard(card, act) {
  const step = TOUR[tour.step]
  const { title, text } = step[currentLanguage()]
  const stop = () => {
    keep(null)
    drawTour(act)
  }
  const skip = () => {
    advance()
    drawTour(act)
  }
  const button = (label, onclick, name) => h('button', { class: name, type: 'button', onclick }, label)
  card.setAttribute('aria-label', t('tour'))
  card.replaceChildren(
    h('p', { class: 'count' }, `${t('step')} ${tour.step + 1}/${TOUR.length}${tour.isOver ? ' ✓' : ''}`),
    h('h2', {}, title),
    h('p', {}, text),
    h(
      'div',
      { class: 'choices' },
      step.type !== undefined && !tour.isOver && button(t('fill'), () => fill(step), 'plain fill'),
      tour.isOver ? button(t('finish'), stop, 'primary') : button(t('next'), skip, 'plain'),
      !tour.isOver && button(t('stopTour'), stop, 'plain'),
    ),
  )
}

function fill(step) {
  const input = columnOf(step)?.querySelector('textarea')
  if (input === undefined || input === null) return
  input.value = step.type
  input.dispatchEvent(new Event('input'))
  input.focus()
}

function columnOf(step) {
  const place = shownPanes().findIndex(({ chatId }) => chatId === step.chatId)
  return place === -1 ? undefined : document.getElementById(place === 0 ? 'chat' : 'chat2')
}

function mark(step) {
  const wanted = step === null || tour.isOver ? null : targetOf(step)
  for (const old of document.querySelectorAll('.cue')) if (old !== wanted) old.classList.remove('cue')
  if (!wanted || wanted.classList.contains('cue')) return
  wanted.classList.add('cue')
  wanted.scrollIntoView({ block: 'nearest' })
}

/** The element to click next: the clock, the chat, a button of the bot, or the line to write in. */
function targetOf(step) {
  const column = columnOf(step)
  if (step.jump !== undefined && simulatedNow() < Date.parse(step.jump.until))
    return document.querySelector(`.jump.${step.jump.button}`)
  if (column === undefined) return rowOf(step) ?? document.querySelector('.back')
  const line = step.type === undefined ? null : column.querySelector('.composer')
  return pressable(step, column) ?? line
}

function rowOf({ chatId }) {
  const row = document.querySelector(`#list [data-chat="${chatId}"]`)
  return row?.checkVisibility() ? row : undefined
}

/** The first wanted button of the newest message that has any. */
function pressable({ buttons = [] }, column) {
  const keyboards = [...column.querySelectorAll('.inline')].reverse()
  for (const keyboard of keyboards) {
    const all = [...keyboard.querySelectorAll('button')]
    for (const wanted of buttons) {
      const found = all.find((each) => wanted.test(each.textContent))
      if (found !== undefined) return found
    }
  }
  return undefined
}
