import type { Update, UserFromGetMe } from 'telegraf/types'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Bot, createBot } from '../../src/telegram/bot.ts'
import { createTransport } from '../../src/telegram/transport/transport.ts'
import type { ConversationStore, Database } from '../../src/usecases/ports.ts'
import { textOf } from '../support/chat.ts'
import { openStage, type Stage } from '../support/stage.ts'

const PRINCIPAL = 5200007
const [FIRST, SECOND] = ['441/455', '442/456']

/** Lets nobody pass until as many have come. */
function createGate(wanted: number): () => Promise<void> {
  let come = 0
  let open = () => {}
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return () => {
    if (++come === wanted) open()
    return opened
  }
}

/** Two processes read the same state before either writes. */
function together(conversations: ConversationStore, gate: () => Promise<void>): ConversationStore {
  return {
    ...conversations,
    async openUpdate(...input) {
      const opened = await conversations.openUpdate(...input)
      await gate()
      return opened
    },
  }
}

/** Takes the compare and swap out: whatever the revision is, it is the expected one. */
function unguarded(conversations: ConversationStore): ConversationStore {
  let turn: Promise<unknown> = Promise.resolve()
  return {
    ...conversations,
    async commitStep(step, instance, at) {
      const commit = async () => {
        const now = await conversations.openUpdate(
          { updateId: -1, key: step.key, telegramUserId: undefined },
          instance,
          at,
        )
        return conversations.commitStep({ ...step, expectedRevision: now.conversationRevision }, instance, at)
      }
      const mine = turn.then(commit)
      turn = mine
      return mine
    },
  }
}

describe('two processes that play the same step', () => {
  let stage: Stage
  let updateId = 900_000_000
  beforeAll(async () => {
    stage = await openStage()
    const chat = stage.chat(PRINCIPAL)
    await chat.say('/nop')
    await chat.press('Bắt đầu')
    for (let tap = 0; tap < 4; tap++) await chat.press('Chưa')
  })
  afterAll(() => stage?.close())

  function replica(instance: string, conversations: ConversationStore): Bot {
    const { house } = stage.app
    const { sandbox } = stage
    const transport = createTransport({ token: sandbox.token, apiRoot: sandbox.url, now: Date.now })
    const database: Database = { ...house.database, conversations }
    const deps = { ...house, database, transport, instance, defaultLocale: 'vi' as const, adminIds: [] }
    return createBot(
      { ...deps, timeZone: house.timeZone },
      sandbox.token,
      sandbox.world.state.bot as UserFromGetMe,
    )
  }

  /** Both hear another answer of the same person to the question that stands open; returns the echoes. */
  async function race(conversations: ConversationStore): Promise<readonly string[]> {
    const chat = stage.chat(PRINCIPAL)
    const before = (await chat.fromBot()).length
    const gate = createGate(2)
    const says = (text: string): Update => {
      const from = { id: PRINCIPAL, is_bot: false, first_name: 'Nga' }
      const message = {
        message_id: 100_000 + updateId,
        date: 0,
        text,
        from,
        chat: { id: PRINCIPAL, type: 'private' as const, first_name: 'Nga' },
      }
      return { update_id: updateId++, message }
    }
    const [one, other] = ['one', 'other'].map((name) => replica(name, together(conversations, gate)))
    await Promise.all([one?.handleUpdate(says(FIRST)), other?.handleUpdate(says(SECOND))])
    return (await chat.fromBot()).slice(before).map(textOf)
  }

  it('answers once: the loser of the race has stored and sent nothing', async () => {
    expect(await race(stage.app.house.database.conversations)).toHaveLength(1)
  })

  it('would both answer without the revision to compare with', async () => {
    expect((await race(unguarded(stage.app.house.database.conversations))).length).toBeGreaterThan(1)
  })
})
