import type admin from '../../locales/vi/admin.json'
import type ask from '../../locales/vi/ask.json'
import type chase from '../../locales/vi/chase.json'
import type cli from '../../locales/vi/cli.json'
import type common from '../../locales/vi/common.json'
import type detail from '../../locales/vi/detail.json'
import type digest from '../../locales/vi/digest.json'
import type errors from '../../locales/vi/errors.json'
import type forms from '../../locales/vi/forms.json'
import type groups from '../../locales/vi/groups.json'
import type operate from '../../locales/vi/operate.json'
import type people from '../../locales/vi/people.json'
import type review from '../../locales/vi/review.json'
import type roster from '../../locales/vi/roster.json'
import type start from '../../locales/vi/start.json'
import type teamwork from '../../locales/vi/teamwork.json'
import type units from '../../locales/vi/units.json'

type Leaves<Tree, Path extends string> = {
  [Key in keyof Tree & string]: Tree[Key] extends string
    ? `${Path}${Key}`
    : Leaves<Tree[Key], `${Path}${Key}.`>
}[keyof Tree & string]

/** One line for each file of `locales/vi`; a test holds the two together. */
interface Namespaces {
  admin: typeof admin
  ask: typeof ask
  chase: typeof chase
  cli: typeof cli
  common: typeof common
  detail: typeof detail
  digest: typeof digest
  errors: typeof errors
  forms: typeof forms
  groups: typeof groups
  operate: typeof operate
  people: typeof people
  review: typeof review
  roster: typeof roster
  start: typeof start
  teamwork: typeof teamwork
  units: typeof units
}

/** A sentence by file and place in it: `digest:caption.title`. Plural forms of a locale (`_one`, `_other`) are no keys of their own. */
export type TextKey = {
  [Name in keyof Namespaces]: Leaves<Namespaces[Name], `${Name}:`>
}[keyof Namespaces]
