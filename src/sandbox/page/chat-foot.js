import { composer } from './composer.js'
import { h } from './dom.js'
import { actingId, fullName, groupOf, isGroup, peopleIn, personOf, store } from './store.js'
import { pick, t } from './texts.js'

/** Returns what is below the messages: a line to write in, an invitation, or the way back from a block. */
export function footOf(person, act) {
  if (person?.isBlocked) return [choice(t('botBlocked'), t('unblock'), () => act.block(false))]
  if (person && !person.isStarted) return [invitation(person, act)]
  return isGroup(store.chatId) ? [writers(act), composer(act)] : [composer(act)]
}

function choice(text, label, onclick) {
  return h(
    'div',
    { class: 'choice' },
    h('p', {}, text),
    h('button', { class: 'primary', type: 'button', onclick }, label),
  )
}

function invitation(person, act) {
  const start = () => act.start(person.startToken ?? '')
  if (!person.startToken) return choice(pick(person.note) || t('notStarted'), t('start'), start)
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

function writers(act) {
  const people = peopleIn(groupOf(store.chatId)).map(personOf).filter(Boolean)
  const select = h(
    'select',
    { id: 'writer', onchange: (event) => act.writeAs(Number(event.target.value)) },
    people.map((person) =>
      h(
        'option',
        { value: String(person.telegramId), selected: person.telegramId === actingId() },
        fullName(person),
      ),
    ),
  )
  select.value = String(actingId())
  return h('div', { class: 'writers' }, h('label', { for: 'writer' }, t('writeAs')), select)
}
