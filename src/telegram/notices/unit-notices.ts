import { asMessage, type Notice } from './notice.ts'

/** To whoever held a role at a unit that has ended. */
export const unitEnded: Notice = {
  kind: 'unit-ended',
  render: (_deps, t, { unit }: { readonly unit: string }) =>
    asMessage({ text: t.html('units:notice.ended', { unit }) }),
}

/** To the same people: the change was taken back. */
export const unitRestored: Notice = {
  kind: 'unit-restored',
  render: (_deps, t) => asMessage({ text: t('units:notice.restored') }),
}
