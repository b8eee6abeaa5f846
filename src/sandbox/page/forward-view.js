import { h } from './dom.js'
import { fullName, peopleIn, personOf, store } from './store.js'
import { t } from './texts.js'

/** Asks where a person forwards to and returns the chat's id; undefined when they do not. */
export function askForward(personId) {
  const dialog = document.getElementById('forward')
  return new Promise((resolve) => {
    const choose = (chatId) => {
      resolve(chatId)
      dialog.close()
    }
    const row = (chatId, name) =>
      h('button', { class: 'chat-row', type: 'button', onclick: () => choose(chatId) }, name)
    const person = personOf(personId)
    const groups = store.state.groups.filter(
      (group) => group.migratedTo === undefined && peopleIn(group).includes(personId),
    )
    dialog.setAttribute('aria-label', t('forwardTo'))
    dialog.replaceChildren(
      h('h2', {}, t('forwardTo')),
      person && row(personId, `${store.state.bot.first_name} (${fullName(person)})`),
      ...groups.map(({ chatId, title }) => row(chatId, title)),
      h('button', { class: 'plain', type: 'button', onclick: () => dialog.close() }, t('cancel')),
    )
    dialog.onclose = () => resolve(undefined)
    dialog.showModal()
  })
}
