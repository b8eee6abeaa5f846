import type { Role } from '../../domain/access.ts'
import type { GroupTrouble } from '../../usecases/lose-group.ts'
import { lines } from '../views/view.ts'
import { asMessage, type Notice } from './notice.ts'

interface GroupParams {
  readonly trouble: GroupTrouble
  readonly title: string
  readonly unit: string
}

/** To administrators: a group that nothing, or not everything, can be sent to any more. */
export const groupTrouble: Notice = {
  kind: 'group-trouble',
  render: (_deps, t, { trouble, title, unit }: GroupParams) =>
    asMessage({ text: t.html(`admin:group-trouble.${trouble}`, { title, unit }) }),
}

interface ReporterParams {
  readonly name: string
  readonly role: Role
  readonly unit: string
  /** How many of the unit can still be reached. */
  readonly left: number
}

/** To administrators: somebody of a school whom nothing reaches any more, and who is left there. */
export const reporterLost: Notice = {
  kind: 'reporter-lost',
  render: (_deps, t, { name, role, unit, left }: ReporterParams) =>
    asMessage({
      text: lines(
        t.html('admin:reporter-lost.who', { name, role: t(`common:role.${role}`), unit }),
        left > 0 ? t('admin:reporter-lost.others', { count: left }) : t('admin:reporter-lost.nobody'),
      ),
    }),
}
