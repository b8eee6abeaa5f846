import { h, icon } from './dom.js'
import { actingId, store } from './store.js'
import { t } from './texts.js'

const TALLEST_PX = 160

/** Returns the line one writes in, with attachment, command menu and reply keyboard; `act` sends. */
export function composer(act) {
  const input = h('textarea', { rows: 1, placeholder: t('write'), 'aria-label': t('write') })
  const menu = h('div', { class: 'menu', hidden: true })
  const file = h('input', { type: 'file', hidden: true, onchange: () => sendFiles(file, act) })
  const submit = () => {
    const text = input.value.trim()
    if (text === '') return
    input.value = ''
    grow(input)
    menu.hidden = true
    act.say(text)
  }
  input.addEventListener('input', () => {
    grow(input)
    showCommands(menu, input, act, input.value.startsWith('/') ? input.value : null)
  })
  input.addEventListener('keydown', (event) => handleKey(event, { input, menu, submit }))
  const button = (name, label, onclick) =>
    h('button', { class: 'tool', type: 'button', title: label, 'aria-label': label, onclick }, icon(name))
  const toggleMenu = () => showCommands(menu, input, act, menu.hidden ? '/' : null)
  const form = h(
    'form',
    {
      class: 'composer',
      onsubmit: (event) => {
        event.preventDefault()
        submit()
      },
    },
    menu,
    button('attach', t('attach'), () => file.click()),
    input,
    store.commands.length > 0 && button('slash', t('commands'), toggleMenu),
    store.chat.keyboard &&
      button('keys', t('keyboard'), () => document.querySelector('.reply-keys')?.toggleAttribute('hidden')),
    h('button', { class: 'tool send', title: t('send'), 'aria-label': t('send') }, icon('send')),
    file,
  )
  return h('div', { class: 'bottom' }, form, replyKeyboard(act))
}

function grow(input) {
  input.style.height = 'auto'
  input.style.height = `${Math.min(input.scrollHeight, TALLEST_PX)}px`
}

function handleKey(event, { input, menu, submit }) {
  if (event.isComposing) return
  if (event.key === 'Enter' && !event.shiftKey) {
    event.preventDefault()
    submit()
  } else if (event.key === 'Escape') menu.hidden = true
  else if (event.key === 'ArrowDown' && !menu.hidden) menu.querySelector('button')?.focus()
  else if (event.key === 'ArrowUp' && input.value === '') {
    event.preventDefault()
    input.value = store.sent.get(`${store.chatId}:${actingId()}`) ?? ''
    grow(input)
  }
}

function showCommands(menu, input, act, typed) {
  const fits =
    typed === null
      ? []
      : store.commands.filter(({ command }) => `/${command}`.startsWith(typed.split(' ')[0]))
  menu.hidden = fits.length === 0
  menu.replaceChildren(
    ...fits.map(({ command, description }) => commandButton(menu, input, act, { command, description })),
  )
}

function commandButton(menu, input, act, { command, description }) {
  const run = () => {
    menu.hidden = true
    input.value = ''
    input.focus()
    act.say(`/${command}`)
  }
  const step = (event) => {
    const next = { ArrowDown: 'nextElementSibling', ArrowUp: 'previousElementSibling' }[event.key]
    if (event.key === 'Escape') input.focus()
    if (next === undefined) return
    event.preventDefault()
    const target = event.currentTarget[next] ?? input
    target.focus()
  }
  return h(
    'button',
    { type: 'button', onclick: run, onkeydown: step },
    h('b', {}, `/${command}`),
    h('span', {}, description),
  )
}

function replyKeyboard(act) {
  const { keyboard } = store.chat
  if (!keyboard) return null
  const press = (button) => (button.request_contact ? act.shareContact() : act.say(button.text))
  const rows = keyboard.keyboard.map((row) =>
    h(
      'div',
      { class: 'row' },
      row.map((button) =>
        h(
          'button',
          { type: 'button', onclick: () => press(button) },
          button.request_contact && icon('phone'),
          button.text,
        ),
      ),
    ),
  )
  return h('div', { class: 'reply-keys' }, rows)
}

async function sendFiles(input, act) {
  const [file] = input.files
  if (file === undefined) return
  const bytes = new Uint8Array(await file.arrayBuffer())
  let binary = ''
  for (let at = 0; at < bytes.length; at += 32_768)
    binary += String.fromCharCode(...bytes.subarray(at, at + 32_768))
  input.value = ''
  const kind = /^image\/(png|jpeg)$/.test(file.type) ? 'photo' : 'document'
  act.sendFile(kind, { fileName: file.name, mimeType: file.type || undefined, contentBase64: btoa(binary) })
}
