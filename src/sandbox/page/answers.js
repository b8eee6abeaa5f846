import { showAlertBox, toast } from './notices.js'
import { store } from './store.js'
import { t } from './texts.js'

const TAP_PATIENCE_MS = 20_000
/** Answers may come before the tap's own reply does. */
const answeredEarly = new Set()

/** Lets a button spin until the bot answers or patience ends. */
export function awaitAnswer(callbackId, key, draw) {
  if (answeredEarly.delete(callbackId)) return
  store.taps.set(callbackId, key)
  draw()
  setTimeout(() => {
    if (!store.taps.delete(callbackId)) return
    toast(t('noAnswer'))
    draw()
  }, TAP_PATIENCE_MS)
}

/** Ends the spinning of a tap and shows what the bot answered. */
export function hearAnswer({ id, text, showAlert }) {
  if (!store.taps.delete(id)) answeredEarly.add(id)
  if (text === undefined) return
  if (showAlert) showAlertBox(text)
  else toast(text)
}
