import { h, icon } from './dom.js'
import { actingId, store } from './store.js'
import { t } from './texts.js'

const TALLEST_PX = 160

/** Returns the line one writes in, with attachment, command menu and reply keyboard; `act` sends. */
export function composer(pane, act) {
  const input = h('textarea', { rows: 1, placeholder: t('write'), 'aria-label': t('write') })
  const menu = h('div', { class: 'menu', hidden: true })
  const file = h('input', {
    type: 'file',
    hidden: true,
    onchange: () => sendFiles(pane, file, act),
    'aria-label': t('attach'),
  })
  const submit = () => {
    const text = input.value.trim()
    if (text === '') return
    input.value = ''
    grow(input)
    menu.hidden = true
    act.write(pane, text)
  }
  input.addEventListener('input', () => {
    grow(input)
    showCommands(pane, { menu, input, act }, input.value.startsWith('/') ? input.value : null)
  })
  input.addEventListener('keydown', (event) => handleKey(event, pane, { input, menu, submit, act }))
  const button = (name, label, onclick) =>
    h('button', { class: 'tool', type: 'button', title: label, 'aria-label': label, onclick }, icon(name))
  const toggleMenu = () => showCommands(pane, { menu, input, act }, menu.hidden ? '/' : null)
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
    pane.commands.length > 0 && button('slash', t('commands'), toggleMenu),
    pane.keyboard &&
      button('keys', t('keyboard'), () =>
        form.parentElement.querySelector('.reply-keys')?.toggleAttribute('hidden'),
      ),
    h('button', { class: 'tool send', title: t('send'), 'aria-label': t('send') }, icon('send')),
    file,
  )
  return h('div', { class: 'bottom' }, form, replyKeyboard(pane, act))
}

function grow(input) {
  input.style.height = 'auto'
  input.style.height = `${Math.min(input.scrollHeight, TALLEST_PX)}px`
}

function handleKey(event, pane, { input, menu, submit, act }) {
  if (event.isComposing) return
  if (event.key === 'Enter' && !event.shiftKey) {
    event.preventDefault()
    submit()
  } else if (event.key === 'Escape') {
    menu.hidden = true
    act.aim(pane, null)
  } else if (event.key === 'ArrowDown' && !menu.hidden) menu.querySelector('button')?.focus()
  else if (event.key === 'ArrowUp' && input.value === '') {
    event.preventDefault()
    input.value = store.sent.get(`${pane.chatId}:${actingId(pane)}`) ?? ''
    grow(input)
  }
}

function showCommands(pane, parts, typed) {
  const { menu } = parts
  const fits =
    typed === null ? [] : pane.commands.filter(({ command }) => `/${command}`.startsWith(typed.split(' ')[0]))
  menu.hidden = fits.length === 0
  menu.replaceChildren(
    ...fits.map(({ command, description }) => commandButton(pane, parts, { command, description })),
  )
}

function commandButton(pane, { menu, input, act }, { command, description }) {
  const run = () => {
    menu.hidden = true
    input.value = ''
    input.focus()
    act.say(pane, `/${command}`)
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

function replyKeyboard(pane, act) {
  const { keyboard } = pane
  if (!keyboard) return null
  const press = (button) => (button.request_contact ? act.shareContact(pane) : act.say(pane, button.text))
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

async function sendFiles(pane, input, act) {
  const [file] = input.files
  if (file === undefined) return
  const bytes = new Uint8Array(await file.arrayBuffer())
  let binary = ''
  for (let at = 0; at < bytes.length; at += 32_768)
    binary += String.fromCharCode(...bytes.subarray(at, at + 32_768))
  input.value = ''
  const kind = /^image\/(png|jpeg)$/.test(file.type) ? 'photo' : 'document'
  act.sendFile(pane, kind, {
    fileName: file.name,
    mimeType: file.type || undefined,
    contentBase64: btoa(binary),
  })
}
