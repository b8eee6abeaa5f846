import { asMessage, type Notice } from './notice.ts'

/** To administrators: a message whose fate is not known; only a person decides to send it again. */
export const inDoubt: Notice = {
  kind: 'in-doubt',
  render: (_deps, t, { outbox, title }: { readonly outbox: string; readonly title: string }) =>
    asMessage({
      text: t.html('admin:in-doubt.notice', { title }),
      buttons: [[{ text: t('admin:in-doubt.send-again'), data: `o:again:${outbox}` }]],
    }),
}
