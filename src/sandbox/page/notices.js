import { h } from './dom.js'
import { t } from './texts.js'

const TOAST_MS = 3500
const byId = (id) => document.getElementById(id)

let toastTimer

/** Shows a short line for a moment. */
export function toast(text) {
  const box = byId('toast')
  box.textContent = text
  box.classList.add('shown')
  clearTimeout(toastTimer)
  toastTimer = setTimeout(() => box.classList.remove('shown'), TOAST_MS)
}

/** Shows a text until it is closed. */
export function showAlertBox(text) {
  const dialog = byId('alert')
  const close = h('button', { class: 'primary', type: 'button', onclick: () => dialog.close() }, 'OK')
  dialog.replaceChildren(h('p', {}, text), close)
  dialog.showModal()
}

/** Shows a photo as large as the window allows. */
export function showPhoto(url, alt) {
  const dialog = byId('photo')
  const image = h('img', { src: url, alt })
  dialog.replaceChildren(
    h('button', { type: 'button', 'aria-label': t('close'), onclick: () => dialog.close() }, image),
  )
  dialog.showModal()
}
