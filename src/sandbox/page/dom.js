/** Returns an element: properties (`on…` are listeners, `class`, `data`, attributes), then children; texts stay texts. */
export function h(tag, properties = {}, ...children) {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(properties)) setProperty(element, name, value)
  element.append(
    ...children.flat().filter((child) => child !== null && child !== undefined && child !== false),
  )
  return element
}

function setProperty(element, name, value) {
  if (value === undefined || value === null || value === false) return
  if (name.startsWith('on')) element.addEventListener(name.slice(2), value)
  else if (name === 'class') element.className = value
  else if (name === 'data') Object.assign(element.dataset, value)
  else if (name === 'value') element.value = value
  else element.setAttribute(name, value === true ? '' : String(value))
}

const SVG = 'http://www.w3.org/2000/svg'

/** Returns an icon of icons.svg; decoration only, the button around it carries the name. */
export function icon(name) {
  const svg = document.createElementNS(SVG, 'svg')
  const use = document.createElementNS(SVG, 'use')
  svg.setAttribute('class', 'icon')
  svg.setAttribute('aria-hidden', 'true')
  use.setAttribute('href', `/page/icons.svg#${name}`)
  svg.append(use)
  return svg
}

/** Returns a round picture with the initials of a name, its colour fixed by the id. */
export function avatar(name, id) {
  const words = name
    .replace(/[^\p{L}\p{N} ]/gu, '')
    .split(' ')
    .filter(Boolean)
  const initials = [words[0], words.length > 1 ? words.at(-1) : '']
    .map((word) => (word ?? '').slice(0, 1))
    .join('')
  return h(
    'span',
    { class: `avatar tint-${Math.abs(id) % 7}`, 'aria-hidden': 'true' },
    initials.toUpperCase(),
  )
}
