import { composer } from './composer.js'
import { h, icon } from './dom.js'
import { actingId, fullName, groupOf, isGroup, peopleIn, personOf } from './store.js'
import { pick, t } from './texts.js'

/** Returns what is below the messages: a line to write in, an invitation, or the way back from a block. */
export function footOf(pane, act) {
  const person = personOf(pane.chatId)
  const way = (action, body) => () => act.attempt(action, { personId: person.telegramId, ...body })
  if (person?.isDeactivated)
    return [choice(t('deactivate'), t('reactivate'), way('deactivate', { deactivated: false }))]
  if (person?.isBlocked) return [choice(t('botBlocked'), t('unblock'), way('block', { blocked: false }))]
  if (person && !person.isStarted) return [invitation(pane, person, act)]
  const aim = pane.aim === null ? [] : [aimBar(pane, act)]
  if (!isGroup(pane.chatId)) return [...aim, composer(pane, act)]
  return [writers(pane, act), ...aim, composer(pane, act)]
}

function choice(text, label, onclick) {
  return h(
    'div',
    { class: 'choice' },
    h('p', {}, text),
    h('button', { class: 'primary', type: 'button', onclick }, label),
  )
}

function invitation(pane, person, act) {
  const start = () => act.start(pane, person.startToken ?? '')
  if (!person.startToken) return choice(t('notStarted'), t('start'), start)
  const texts = [
    h('h2', {}, t('inviteTitle')),
    h('p', {}, pick(person.note)),
    h('p', { class: 'soft' }, t('inviteText')),
  ]
  return h(
    'div',
    { class: 'choice invitation' },
    texts,
    h('button', { class: 'primary', type: 'button', onclick: start }, t('start')),
  )
}

function aimBar(pane, act) {
  const { kind, message } = pane.aim
  const text = (message.text ?? message.caption ?? '').slice(0, 80)
  const close = h(
    'button',
    { class: 'tool', type: 'button', 'aria-label': t('cancel'), onclick: () => act.aim(pane, null) },
    icon('close'),
  )
  return h(
    'div',
    { class: 'aim' },
    h('b', {}, t(kind === 'edit' ? 'editing' : 'replyingTo')),
    h('span', {}, text),
    close,
  )
}

function writers(pane, act) {
  const group = groupOf(pane.chatId)
  const people = peopleIn(group).map(personOf).filter(Boolean)
  const names = people.map((person) => [person.telegramId, fullName(person)])
  const who = choose('writer', t('writeAs'), names, actingId(pane), (value) =>
    act.writeAs(pane, Number(value)),
  )
  const topics = (group?.topics ?? []).map(({ threadId, name }) => [threadId, name])
  if (topics.length === 0) return h('div', { class: 'writers' }, who)
  const wanted = [['', t('general')], ...topics]
  const topic = choose('topic', t('inTopic'), wanted, pane.threadId ?? '', (value) =>
    act.writeIn(pane, value === '' ? null : Number(value)),
  )
  return h('div', { class: 'writers' }, who, topic)
}

function choose(name, label, options, chosen, change) {
  const select = h(
    'select',
    { onchange: (event) => change(event.target.value), name },
    options.map(([value, text]) => h('option', { value: String(value) }, text)),
  )
  select.value = String(chosen)
  return h('label', {}, `${label} `, select)
}
