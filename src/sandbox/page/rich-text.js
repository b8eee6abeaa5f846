import { h } from './dom.js'
import { store } from './store.js'

const TAGS = {
  bold: 'b',
  italic: 'i',
  underline: 'u',
  strikethrough: 's',
  code: 'code',
  pre: 'pre',
  blockquote: 'blockquote',
  expandable_blockquote: 'blockquote',
}

const BLOCKS = ['pre', 'blockquote', 'expandable_blockquote']

/** Returns nodes for a text with entities; `act` handles commands and START links. */
export function richText(text, entities, act) {
  return nodesOf(text, { from: 0, to: text.length }, entities ?? [], act)
}

function nodesOf(text, { from, to }, entities, act) {
  const nodes = []
  let at = from
  let rest = entities.filter(({ offset, length }) => offset < to && offset + length > from)
  while (rest.length > 0) {
    const [entity, ...others] = rest
    const begin = Math.max(at, entity.offset)
    const end = Math.min(to, entity.offset + entity.length)
    if (begin > at) nodes.push(text.slice(at, begin))
    if (end > begin)
      nodes.push(
        wrap(entity, text.slice(begin, end), nodesOf(text, { from: begin, to: end }, others, act), act),
      )
    at = Math.max(at, end)
    // A block ends its line by itself; the line break after it would show as an empty line.
    if (BLOCKS.includes(entity.type) && text[at] === '\n') at += 1
    rest = others.filter(({ offset, length }) => offset + length > at)
  }
  if (at < to) nodes.push(text.slice(at, to))
  return nodes
}

function wrap(entity, text, children, act) {
  const tag = TAGS[entity.type]
  if (tag !== undefined)
    return h(tag, entity.language ? { data: { language: entity.language } } : {}, children)
  if (entity.type === 'text_link') return linkTo(entity.url, children, act)
  if (entity.type === 'url') return linkTo(text, children, act)
  if (entity.type === 'bot_command') {
    return h('button', { class: 'command', type: 'button', onclick: () => act.say(text) }, children)
  }
  if (entity.type === 'spoiler') return spoiler(children)
  return h('span', { class: 'mark' }, children)
}

function spoiler(children) {
  const span = h('span', { class: 'spoiler', tabindex: 0, role: 'button' }, children)
  const reveal = () => span.classList.add('open')
  span.addEventListener('click', reveal)
  span.addEventListener('keydown', (event) => event.key === 'Enter' && reveal())
  return span
}

/** Returns the payload of a link that opens this bot; null for other links. */
export function startPayload(url) {
  const match = /^(?:https?:\/\/)?t\.me\/([A-Za-z0-9_]+)(?:\?start=([A-Za-z0-9_-]*))?$/.exec(url)
  return match?.[1]?.toLowerCase() === store.state.bot.username?.toLowerCase() ? (match[2] ?? '') : null
}

function linkTo(url, children, act) {
  const payload = startPayload(url)
  const open = (event) => {
    event.preventDefault()
    act.start(payload)
  }
  const isSafe = /^(https?|mailto|tel|tg):/i.test(url)
  const properties = { href: isSafe ? url : '#', target: '_blank', rel: 'noopener noreferrer', title: url }
  return h('a', payload === null ? properties : { ...properties, onclick: open }, children)
}
