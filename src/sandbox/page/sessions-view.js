import { h } from './dom.js'
import { toast } from './notices.js'
import { store } from './store.js'
import { t } from './texts.js'

const button = (label, onclick, name = 'plain') =>
  h('button', { class: name, type: 'button', onclick }, label)

/** Returns what is done with sessions: saved, played again, exported; and the way back to the beginning. */
export function sessionsSection(act) {
  const name = h('input', {
    name: 'name',
    required: true,
    maxlength: 60,
    'aria-label': t('sessionName'),
    placeholder: t('sessionName'),
  })
  const save = async (event) => {
    event.preventDefault()
    if ((await act.attempt('save-session', { name: name.value })) !== undefined) toast(t('saved'))
  }
  const rows = store.state.sessions.map((session) => sessionRow(session, act))
  return h(
    'section',
    {},
    h('h3', {}, t('sessions')),
    h('form', { class: 'save', onsubmit: save }, name, h('button', { class: 'primary' }, t('save'))),
    rows.length > 0 ? h('ul', { class: 'kept' }, rows) : h('p', { class: 'soft' }, t('noSessions')),
    button(t('reset'), () => askReset(act), 'plain danger'),
  )
}

function sessionRow(name, act) {
  const replay = async () => {
    toast(t('resetting'))
    await act.attempt('replay-session', { name })
  }
  return h(
    'li',
    {},
    h('b', {}, name),
    button(t('replay'), replay),
    button(t('exportTest'), () => download(name, act)),
  )
}

async function download(name, act) {
  const file = await act.attempt('export-session', { name })
  if (file === undefined) return
  const url = URL.createObjectURL(new Blob([file.text], { type: 'text/plain' }))
  const link = h('a', { href: url, download: file.fileName })
  link.click()
  URL.revokeObjectURL(url)
}

/** Asks whether everything may go, and lets it go; `onAgreed` is called before. */
export function askReset(act, onAgreed) {
  const dialog = document.getElementById('ask')
  const confirm = () => {
    dialog.close()
    onAgreed?.()
    toast(t('resetting'))
    void act.attempt('reset')
  }
  dialog.setAttribute('aria-label', t('reset'))
  dialog.replaceChildren(
    h('p', {}, t('resetAsk')),
    h(
      'div',
      { class: 'choices' },
      button(t('confirm'), confirm, 'primary'),
      button(t('cancel'), () => dialog.close()),
    ),
  )
  dialog.onclose = null
  dialog.showModal()
}
