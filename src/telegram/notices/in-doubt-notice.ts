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
