import { LOCALES } from '../../domain/text.ts'
import type { ButtonHandler } from '../services.ts'

/** The person's language, from now on. */
export const languageButton: ButtonHandler = {
  prefix: 'l',
  async run(services, ctx, [wanted]) {
    const locale = LOCALES.find((each) => each === wanted)
    if (!locale || ctx.state.person.id === '') return
    await services.database.people.setLocale(ctx.state.person.id, locale)
    await services.screen.show(ctx, { text: services.texts.for(locale)('start:language.set') })
  },
}
