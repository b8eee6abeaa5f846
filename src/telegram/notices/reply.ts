import type { RenderedMessage } from './notice.ts'

/** An answer to a person that had to wait, as it was to be sent, but for the chat. */
export interface ReplyParams {
  readonly method: Extract<RenderedMessage['method'], 'sendMessage' | 'editMessageText'>
  readonly payload: object
}
