import type { BotCommand, MemberStatus, Message, ReplyKeyboard, Update } from './types.ts'

export interface StoredFile {
  fileId: string
  uniqueId: string
  /** Path as getFile tells it, also the place below DATA_DIR/files. */
  path: string
  name: string
  mimeType: string
  size: number
  kind: 'photo' | 'document'
  width?: number
  height?: number
}

export interface PendingCallback {
  id: string
  personId: number
  chatId: number
  messageId: number
  data: string
  /** Simulated milliseconds. */
  pressedAt: number
}

/** An update the bot has not acknowledged; `queuedAt` in simulated milliseconds. */
export interface PendingUpdate {
  update: Update
  queuedAt: number
}

export interface Webhook {
  url: string
  secretToken?: string
  maxConnections: number
}

/** Everything that can change the sandbox's world, and what it remembers of calls. */
export type WorldEvent =
  | { kind: 'message'; message: Message }
  | { kind: 'edit'; chatId: number; messageId: number; message: Message }
  | { kind: 'delete'; chatId: number; messageId: number }
  | { kind: 'update'; update: Update; queuedAt: number }
  | { kind: 'delivered'; updateId: number }
  | { kind: 'forget'; below: number }
  | { kind: 'allowed-updates'; types: string[] }
  | { kind: 'callback'; callback: PendingCallback }
  | { kind: 'expire'; id: string }
  | { kind: 'answer'; id: string; text?: string; showAlert: boolean; url?: string }
  | { kind: 'person'; personId: number; isStarted?: boolean; isBlocked?: boolean; isDeactivated?: boolean }
  | { kind: 'member'; chatId: number; userId: number; status: MemberStatus }
  | { kind: 'restrict'; chatId: number; restricted: boolean }
  | { kind: 'upgrade'; chatId: number; newChatId: number }
  | { kind: 'group-deleted'; chatId: number }
  | { kind: 'group'; chatId: number; title: string; creatorId: number; memberIds: number[] }
  | { kind: 'topic'; chatId: number; threadId: number; name: string; isClosed: boolean }
  | { kind: 'keyboard'; chatId: number; messageId: number; keyboard?: ReplyKeyboard | null }
  | { kind: 'read'; chatId: number; messageId: number }
  | { kind: 'file'; file: StoredFile }
  | { kind: 'commands'; scope: string; commands: BotCommand[] | null }
  | { kind: 'profile'; name: string; value: unknown }
  | { kind: 'webhook'; webhook: Webhook | null }
  | { kind: 'clock'; offsetMs: number }
  | { kind: 'typing'; chatId: number; action: string }
  | { kind: 'call'; call: CallSummary }
  | { kind: 'bot'; status: string }
  | { kind: 'act'; act: Act }
  | { kind: 'reset' }

/** What whoever drives the sandbox did: a control action and its body. */
export interface Act {
  action: string
  wish: Record<string, unknown>
  /** First line of the bot's last word in that chat before the next act. */
  heard?: string
}

/** One call of the bot as the inspector shows it. */
export interface CallSummary {
  method: string
  parameters: Record<string, unknown>
  chatId?: number
  ok: boolean
  code: number
  description?: string
  result?: unknown
  tookMs: number
}
