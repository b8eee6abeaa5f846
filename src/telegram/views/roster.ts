import type { RosterProblem } from '../../domain/roster.ts'
import { escapeHtml } from '../../i18n/escape-html.ts'
import type { T } from '../../i18n/texts.ts'
import type { RosterChange, RosterLoad } from '../../usecases/load-roster.ts'
import { lines, type View } from './view.ts'

/** So many lines of a kind are shown; of the others the number. */
const SHOWN = 12
/** A cell as written may be long. */
const LONGEST_FOUND = 40

/** What a list of units and people would change, has changed, or what is wrong with it, by row and column. */
export function rosterView(t: T, load: RosterLoad): View {
  if (load.problems.length > 0) return problemsView(t, load.problems)
  const counts = {
    created: load.created.length,
    changed: load.changed.length,
    unchanged: load.unchanged,
    people: load.people,
    missing: load.missing.length,
  }
  const hasChanges = counts.created + counts.changed > 0
  const title = load.isApplied ? 'roster:applied' : hasChanges ? 'roster:preview' : 'roster:nothing'
  return {
    text: lines(
      t.html(title, counts),
      ...(load.isApplied ? [] : changeLines(t, load)),
      hasChanges && !load.isApplied ? `\n${t('roster:no-undo')}` : undefined,
    ),
    buttons:
      hasChanges && !load.isApplied
        ? [
            [
              { text: t('roster:button.apply'), data: 'dv:load' },
              { text: t('common:button.cancel'), data: 'dv:leave' },
            ],
          ]
        : [],
  }
}

function changeLines(t: T, { created, changed, missing }: RosterLoad): readonly string[] {
  const place = ({ row, code, name }: RosterChange) => ({ row, code, name })
  return [
    ...some(t, created, (change) => t.html('roster:row.new', place(change))),
    ...some(t, changed, (change) =>
      t.html('roster:row.changed', {
        ...place(change),
        what: change.changed.map((field) => t(`cli:roster.field.${field}`)).join(', '),
      }),
    ),
    ...some(t, missing, (unit) => t.html('roster:row.missing', unit)),
  ]
}

function problemsView(t: T, problems: readonly RosterProblem[]): View {
  const rows = some(t, problems, ({ row, column, kind, found }) => {
    const at = { row, column: t(`cli:roster.column.${column}`), found: found.slice(0, LONGEST_FOUND) }
    return escapeHtml(t(`cli:roster.problem.${kind}`, at))
  })
  return {
    text: lines(t('roster:wrong', { count: problems.length }), ...rows, '', t('roster:nothing-written')),
    buttons: [[{ text: t('roster:button.template'), data: 'dv:template' }]],
  }
}

const some = <Item>(t: T, items: readonly Item[], render: (item: Item) => string): readonly string[] => {
  if (items.length === 0) return []
  const rest = items.length - SHOWN
  return [
    '',
    ...items.slice(0, SHOWN).map(render),
    ...(rest > 0 ? [t('roster:row.rest', { count: rest })] : []),
  ]
}
