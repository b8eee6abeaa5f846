import { avatar, h, icon } from './dom.js'
import { menuButton } from './menu.js'
import { richText, startPayload } from './rich-text.js'
import { actingId, isGroup, store } from './store.js'
import { showTime, t } from './texts.js'

const nameOf = (user) => [user.first_name, user.last_name].filter(Boolean).join(' ')
const fileUrl = (id) => `/sandbox/files/${encodeURIComponent(id)}`
const tapKey = (message, button) => `${message.chat.id}:${message.message_id}:${button.callback_data}`

/** Returns the bubble (or service line) of one message; `act` does what taps in it ask for. */
export function messageView(pane, message, act) {
  const service = serviceText(message)
  if (service !== null) return h('div', { class: 'service' }, h('span', {}, service))
  const isMine = message.from.id === actingId(pane)
  const isBot = message.from.id === store.state.bot.id
  const bubble = h(
    'div',
    { class: message.edit_date ? 'bubble edited' : 'bubble' },
    author(message, isMine),
    quote(message),
    media(message, act),
    body(pane, message, act),
    meta(message),
  )
  const column = h('div', { class: 'column' }, bubble, keyboard(pane, message, act))
  const face = isMine || !isGroup(message.chat.id) ? null : avatar(nameOf(message.from), message.from.id)
  const kind = isMine ? 'mine' : isBot ? 'bot' : 'other'
  const more = menuButton(t('messageActions'), () => messageItems(pane, message, act))
  return h('div', { class: `message ${kind}${message.photo ? ' has-photo' : ''}` }, face, column, more)
}

function messageItems(pane, message, act) {
  const isOwnText = message.from.id === actingId(pane) && message.text !== undefined
  return [
    [t('reply'), () => act.aim(pane, { kind: 'reply', message })],
    ...(isOwnText ? [[t('edit'), () => act.aim(pane, { kind: 'edit', message })]] : []),
    [t('forward'), () => act.forward(pane, message)],
    [t('copyJson'), () => act.copy(JSON.stringify(message, null, 2))],
  ]
}

function serviceText(message) {
  const names = (message.new_chat_members ?? []).map(nameOf).join(', ')
  if (names !== '') return `${names} · ${t('joined')}`
  if (message.left_chat_member) return `${nameOf(message.left_chat_member)} · ${t('left')}`
  if (message.forum_topic_created) return `${t('topicOpened')}: ${message.forum_topic_created.name}`
  if (message.forum_topic_closed) return t('topicClosed')
  if (message.forum_topic_reopened) return t('topicReopened')
  return message.migrate_to_chat_id || message.migrate_from_chat_id ? t('upgraded') : null
}

function author(message, isMine) {
  const origin =
    message.forward_origin &&
    h('div', { class: 'forwarded' }, `${t('forwarded')} ${nameOf(message.forward_origin.sender_user)}`)
  if (isMine || !isGroup(message.chat.id)) return origin
  const name = message.sender_chat?.title ?? nameOf(message.from)
  return [h('div', { class: `author tint-${Math.abs(message.from.id) % 7}` }, name), origin]
}

function quote({ reply_to_message: replied }) {
  if (!replied) return null
  const text = replied.text ?? replied.caption ?? t(replied.photo ? 'photo' : 'document')
  return h('div', { class: 'reply' }, h('b', {}, nameOf(replied.from)), h('span', {}, text.slice(0, 120)))
}

function media({ photo, document: file, contact, caption }, act) {
  if (photo) {
    const { file_id: id, width, height } = photo.at(-1)
    const image = h('img', {
      src: fileUrl(id),
      alt: caption?.split('\n')[0] ?? t('photo'),
      width,
      height,
      loading: 'lazy',
    })
    return h(
      'button',
      { class: 'photo', type: 'button', onclick: () => act.showPhoto(fileUrl(id), image.alt) },
      image,
    )
  }
  if (file) {
    const size =
      file.file_size < 1024 * 1024
        ? `${Math.ceil(file.file_size / 1024)} KB`
        : `${(file.file_size / 1048576).toFixed(1)} MB`
    const words = h('span', {}, h('b', {}, file.file_name), h('small', {}, size))
    return h(
      'a',
      { class: 'file', href: fileUrl(file.file_id), download: file.file_name, title: t('download') },
      icon('file'),
      words,
    )
  }
  if (!contact) return null
  const words = h('span', {}, h('b', {}, nameOf(contact)), h('small', {}, `+${contact.phone_number}`))
  return h('div', { class: 'file' }, icon('phone'), words)
}

/** Telegram's apps show what a link carries as a bare «/start». */
const withoutPayload = (text) => (text?.startsWith('/start ') ? '/start' : text)

function body(pane, message, act) {
  const text = withoutPayload(message.text) ?? message.caption
  if (text === undefined) return null
  const nodes = richText(text, message.entities ?? message.caption_entities, {
    say: (command) => act.say(pane, command),
    start: (payload) => act.start(pane, payload),
  })
  return h('div', { class: 'text' }, nodes)
}

function meta(message) {
  const edited = message.edit_date ? `${t('edited')} ` : ''
  return h('span', { class: 'meta' }, `${edited}${showTime(message.date * 1000)}`)
}

function keyboard(pane, message, act) {
  const rows = message.reply_markup?.inline_keyboard ?? []
  if (rows.length === 0) return null
  return h(
    'div',
    { class: 'inline' },
    rows.map((row) =>
      h(
        'div',
        { class: 'row' },
        row.map((button) => inlineButton(pane, message, button, act)),
      ),
    ),
  )
}

function inlineButton(pane, message, button, act) {
  if (button.url !== undefined) return urlButton(pane, button, act)
  const isSpinning = [...store.taps.values()].includes(tapKey(message, button))
  const properties = {
    type: 'button',
    class: isSpinning ? 'spinning' : undefined,
    'aria-busy': isSpinning ? 'true' : undefined,
    onclick: () => act.tap(pane, message, button, tapKey(message, button)),
  }
  return h('button', properties, h('span', {}, button.text))
}

function urlButton(pane, button, act) {
  const payload = startPayload(button.url)
  const label = [h('span', {}, button.text), icon('link')]
  if (payload !== null) return h('button', { type: 'button', onclick: () => act.start(pane, payload) }, label)
  return h('a', { href: button.url, target: '_blank', rel: 'noopener noreferrer' }, label)
}
