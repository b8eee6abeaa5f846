import type { OutboxRow } from '../../usecases/ports.ts'
import { sendAgainData } from '../views/system.ts'
import { asMessage, type Notice } from './notice.ts'

interface InDoubtParams extends Pick<OutboxRow, 'attempts'> {
  readonly outbox: OutboxRow['id']
  readonly title: string
}

/** To administrators: a message whose fate is not known; only a person decides to send it again. */
export const inDoubt: Notice = {
  kind: 'in-doubt',
  render: (_deps, t, { outbox, attempts, title }: InDoubtParams) =>
    asMessage({
      text: t.html('admin:in-doubt.notice', { title }),
      buttons: [[{ text: t('admin:in-doubt.send-again'), data: sendAgainData({ id: outbox, attempts }) }]],
    }),
}

/** To administrators: messages to people are in doubt; which ones is shown when asked. */
export const doubts: Notice = {
  kind: 'doubts',
  render: (_deps, t) =>
    asMessage({
      text: t('admin:in-doubt.some'),
      buttons: [[{ text: t('admin:in-doubt.look'), data: 'o:list' }]],
    }),
}
