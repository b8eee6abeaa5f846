import type { T } from '../../i18n/texts.ts'
import { CODE_MINUTES } from '../../usecases/group-code.ts'
import type { View } from './view.ts'

/** What an administrator who is anonymous in a group types there. */
export const codeView = (t: T, code: string): View => ({
  text: t.html('people:group.code', { code, minutes: CODE_MINUTES }),
})
