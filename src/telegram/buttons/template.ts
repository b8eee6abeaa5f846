import type { SubmissionId } from '../../domain/brand.ts'
import { formatPeriod } from '../../domain/period-text.ts'
import { buildFormTemplate } from '../../usecases/build-form-template.ts'
import type { ButtonHandler } from '../services.ts'

/** «Tải tệp mẫu»: the form as a spreadsheet, of a draft or of a form not begun. */
export const templateButton: ButtonHandler = {
  prefix: 'x',
  async run(services, ctx, [first = '', period, unitCode]) {
    const { t, actor } = ctx.state
    const isBegun = period === undefined || unitCode === undefined
    const target = isBegun ? (first as SubmissionId) : { form: first, period, unitCode }
    const built = await buildFormTemplate(services, actor, target)
    const caption = t.html('forms:template.caption', {
      form: built.form.title[t.locale],
      period: formatPeriod(built.period, t.locale),
      unit: built.unit.name,
    })
    const filename = `${built.form.code}-${built.period}-${built.unit.code}.xlsx`
    await services.screen.sendFile(ctx, { bytes: built.bytes, filename }, caption)
  },
}
