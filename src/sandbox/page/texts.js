import { EN } from './texts-en.js'
import { VI } from './texts-vi.js'

const TEXTS = { vi: VI, en: EN }
const ZONE = 'Asia/Ho_Chi_Minh'
let language = localStorage.getItem('language') === 'en' ? 'en' : 'vi'

export const currentLanguage = () => language

export function switchLanguage() {
  language = language === 'vi' ? 'en' : 'vi'
  localStorage.setItem('language', language)
}

/** Returns a text of the page in the chosen language. */
export const t = (key) => TEXTS[language][key]

/** Returns the chosen one of a bilingual text of the world file. */
export const pick = (text) => text?.[language] ?? text?.vi ?? ''

const LOCALES = { vi: 'vi-VN', en: 'en-GB' }
/** A formatter is costly to make and is asked for every row. */
function format(options) {
  const make = (locale) => new Intl.DateTimeFormat(locale, { timeZone: ZONE, ...options })
  const made = { vi: make(LOCALES.vi), en: make(LOCALES.en) }
  return (moment) => made[language].format(moment)
}

/** Moments are milliseconds since the epoch; all is shown in Vietnam's time. */
export const showTime = format({ hour: '2-digit', minute: '2-digit', hour12: false })
export const showDay = format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
export const showShortDay = format({ day: 'numeric', month: 'numeric' })
export const showMoment = format({ weekday: 'short', day: 'numeric', month: 'numeric', year: 'numeric' })

const VIETNAM_OFFSET_MS = 7 * 3_600_000
const DAY_MS = 24 * 3_600_000

/** Returns the next Monday 07:00 in Vietnam after a moment; Vietnam keeps one offset all year. */
export function nextMonday(now) {
  const local = now + VIETNAM_OFFSET_MS
  const midnight = local - (local % DAY_MS)
  // 1 January 1970 was a Thursday.
  const weekday = (Math.floor(midnight / DAY_MS) + 3) % 7
  const candidate = midnight - weekday * DAY_MS + 7 * 3_600_000
  return (candidate > local ? candidate : candidate + 7 * DAY_MS) - VIETNAM_OFFSET_MS
}
