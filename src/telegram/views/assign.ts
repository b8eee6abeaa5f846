import type { PlannedQuestion } from '../../domain/form-plan.ts'
import { formatPeriod } from '../../domain/period-text.ts'
import type { T } from '../../i18n/texts.ts'
import type { Owed } from '../../usecases/list-owed.ts'
import type { Assignment, Person } from '../../usecases/ports.ts'
import { type Button, lines, type View } from './view.ts'

/** The forms a principal can give away, and delegating itself. */
export function assignListView(t: T, owed: readonly Owed[]): View {
  const units = [...new Map(owed.map(({ unit }) => [unit.code, unit])).values()]
  return {
    text: lines(t('teamwork:assign.title'), '', t('teamwork:assign.which')),
    buttons: [
      ...owed.map(({ form, period, unit }): Button[] => [
        {
          text: `${form.title[t.locale]}, ${formatPeriod(period, t.locale)}`,
          data: `w:form:${form.code}:${period}:${unit.code}`,
        },
      ]),
      ...units.map((unit): Button[] => [
        { text: t('teamwork:delegate.button'), data: `w:deputy:${unit.code}` },
      ]),
    ],
  }
}

/** Who has been given what, and whom it may be given to. */
export function assigneesView(
  t: T,
  submission: string,
  given: readonly Assignment[],
  teachers: readonly Person[],
): View {
  return {
    text: lines(
      t(given.length > 0 ? 'teamwork:assign.given' : 'teamwork:assign.nobody'),
      ...given.map(({ name, sections }) =>
        t.html('teamwork:assign.row', {
          name,
          what: sections.length === 0 ? t('teamwork:assign.whole') : sections.join(', '),
        }),
      ),
      '',
      t(teachers.length > 0 ? 'teamwork:assign.whom' : 'teamwork:assign.no-teachers'),
    ),
    buttons: teachers
      .slice(0, 20)
      .map((teacher, index) => [{ text: teacher.name, data: `w:to:${index}:${submission}` }]),
  }
}

/** Which blocks; the whole form first. */
export function sectionsView(
  t: T,
  submission: string,
  index: string,
  teacher: Person,
  planned: readonly PlannedQuestion[],
): View {
  const sections = [...new Map(planned.map(({ section }) => [section.id, section])).values()]
  return {
    text: t.html('teamwork:assign.sections', { name: teacher.name }),
    buttons: [
      [{ text: t('teamwork:assign.whole'), data: `w:give:${index}:*:${submission}` }],
      ...sections.map((section, at): Button[] => [
        { text: section.title[t.locale], data: `w:give:${index}:${at}:${submission}` },
      ]),
      [{ text: t('teamwork:assign.take-back'), data: `w:end:${index}:*:${submission}` }],
    ],
  }
}

export const deputiesView = (t: T, unit: string, teachers: readonly Person[]): View => ({
  text: t(teachers.length > 0 ? 'teamwork:delegate.whom' : 'teamwork:assign.no-teachers'),
  buttons: teachers
    .slice(0, 20)
    .map((teacher, index) => [{ text: teacher.name, data: `w:dates:${index}:${unit}` }]),
})
