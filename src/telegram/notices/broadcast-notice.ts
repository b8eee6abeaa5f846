import { lines } from '../views/view.ts'
import { asMessage, type Notice } from './notice.ts'

interface BroadcastParams {
  readonly text: string
  readonly unit: string
  readonly from: string
}

/** An announcement of an office to many, in the words of who sends it. */
export const broadcast: Notice = {
  kind: 'broadcast',
  render: (_deps, t, { text, unit, from }: BroadcastParams) =>
    asMessage({
      text: lines(
        t.html('operate:broadcast.notice', { unit }),
        '',
        t.html('operate:broadcast.said', { text }),
        '',
        t.html('operate:broadcast.from', { from }),
      ),
    }),
}
