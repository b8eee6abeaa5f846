import { expect } from 'vitest'
import { createLog } from '../../src/app.ts'
import { createSeededRandom } from '../../src/domain/seeded-random.ts'
import { BUTTONS } from '../../src/telegram/buttons/index.ts'
import { COMMANDS } from '../../src/telegram/commands/index.ts'
import { LEADERS_GROUP, PRINCIPAL, PRINCIPALS_GROUP, TEACHER, UNKNOWN_TO_ROSTER } from './cast.ts'
import { textOf } from './chat.ts'
import { openStage, type Stage } from './stage.ts'
import { type Query, withRows } from './stage-rows.ts'
import { createStrangeUpdates, type Sender, type StrangeUpdate } from './strange-updates.ts'

const AT_ONCE = 5
const SECRET = 'only-the-stage-knows'
const MARK = 'ZXQ-what-people-wrote'
const STRANGER = UNKNOWN_TO_ROSTER.id
const GROUP = { id: PRINCIPALS_GROUP, title: 'Hiệu trưởng – Giáo dục Quảng Yên' }
const SENDERS: readonly Sender[] = [
  { id: PRINCIPAL, groups: [GROUP] },
  { id: TEACHER, groups: [GROUP] },
  { id: STRANGER, groups: [] },
]
/** Their own schools, where they may change what they like. */
const OWN_UNITS = ['QY-MN-01', 'QY-THCS-02']

/** A stage that hears strange things, with all it logs and all that belongs to others before. */
export class BadInput {
  readonly stage: Stage
  readonly #log: readonly string[]
  readonly #before: Others
  readonly #next: () => StrangeUpdate
  readonly #refused: string[] = []
  /** Updates the bot answered with a success. */
  sent = 0

  private constructor(stage: Stage, log: readonly string[], before: Others, next: () => StrangeUpdate) {
    this.stage = stage
    this.#log = log
    this.#before = before
    this.#next = next
  }

  static async open(seed: string): Promise<BadInput> {
    const lines: string[] = []
    const log = createLog({ logLevel: 'info' }, { write: (line) => lines.push(line) })
    const stage = await openStage({ delivery: 'webhook', log })
    await stage.chat(STRANGER).say('xin chào')
    let before: Others = {}
    let foreign: readonly string[] = []
    await stage.restart(() =>
      withRows(stage, async (query) => {
        before = await readOthers(query)
        foreign = await readForeign(query)
      }),
    )
    const random = createSeededRandom(seed)
    const commands = COMMANDS.flatMap(({ name, aliases }) => [name, ...aliases])
    const prefixes = [...BUTTONS.map(({ prefix }) => prefix), 'f']
    const next = createStrangeUpdates({ random, senders: SENDERS, foreign, prefixes, commands, mark: MARK })
    return new BadInput(stage, lines, before, next)
  }

  /** Sends so many, several at once; now and then the principal consents and opens a form, so that much of it falls into one. */
  async send(count: number): Promise<void> {
    for (let sent = 0; sent < count; sent += AT_ONCE) {
      if (sent % 20 === 0) for (const data of ['c:yes', 'n:qy-annual:2026:QY-MN-01']) await this.#tap(data)
      await Promise.all(
        Array.from({ length: Math.min(AT_ONCE, count - sent) }, () => this.#post(this.#next())),
      )
    }
  }

  /** Sends bodies that are no update at all; returns the statuses they were answered with. */
  async sendGarbage(bodies: readonly string[]): Promise<readonly number[]> {
    const statuses: number[] = []
    for (const body of bodies) statuses.push((await this.#send(body)).status)
    return statuses
  }

  /** Fails where the bot refused an update, told too much, or changed what is not its sender's. */
  async judge(): Promise<void> {
    expect(this.#refused.slice(0, 5)).toEqual([])
    await this.#tap('c:yes')
    const answer = await this.stage.chat(PRINCIPAL).say('/trogiup')
    expect(textOf(answer)).toContain('/nop')
    this.#judgeChats()
    this.#judgeLog()
    let after: Others = {}
    const read = async (query: Query) => {
      after = await readOthers(query)
    }
    await this.stage.restart(() => withRows(this.stage, read))
    expect(after).toEqual(this.#before)
  }

  #judgeChats(): void {
    const { state } = this.stage.sandbox.world
    const said = [...state.logs.values()].flatMap(({ messages }) => [...messages.values()])
    const told = said
      .filter(({ from }) => from.id === state.bot.id)
      .map((message) => JSON.stringify([message.text, message.caption, message.reply_markup]))
    expect(told.length).toBeGreaterThan(20)
    const { token } = this.stage.sandbox
    for (const secret of [token, SECRET, 'node_modules', 'Prisma', '[object', 'TypeError', 'undefined'])
      expect(told.filter((text) => text.includes(secret))).toEqual([])
    expect(told.filter((text) => /\bat \S+ \(|\.[jt]s:\d+/.test(text))).toEqual([])
  }

  #judgeLog(): void {
    const { token } = this.stage.sandbox
    for (const secret of [token, SECRET, MARK, '84000000042'])
      expect(this.#log.filter((line) => line.includes(secret))).toEqual([])
    const lines = this.#log.map((line) => JSON.parse(line) as { level: number; err?: { message: string } })
    // The files that are sent lie nowhere.
    const isOurs = ({ err }: (typeof lines)[number]) => !err?.message.startsWith('download:')
    expect(lines.filter((line) => line.level >= 50 && isOurs(line))).toEqual([])
  }

  async #post(update: StrangeUpdate): Promise<void> {
    const response = await this.#send(JSON.stringify(update))
    if (response.status === 200) this.sent++
    else this.#refused.push(`${await response.text()} for ${JSON.stringify(update).slice(0, 300)}`)
  }

  #send(body: string): Promise<Response> {
    return fetch(`http://127.0.0.1:${this.stage.app.port}/telegram/updates`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': SECRET },
      body,
    })
  }

  #tap(data: string): Promise<void> {
    const { update_id } = this.#next()
    const from = { id: PRINCIPAL, is_bot: false, first_name: 'Nga' }
    const chat = { id: PRINCIPAL, type: 'private', first_name: 'Nga' }
    const message = { message_id: 1, date: 1, chat, text: 'x' }
    return this.#post({
      update_id,
      callback_query: { id: String(update_id), from, message, chat_instance: '1', data },
    })
  }
}

/** Ids of what others have, as they might be learnt from an old button. */
async function readForeign(query: Query): Promise<readonly string[]> {
  const rows = await query(
    `SELECT s.id FROM "Submission" s JOIN "OrgUnit" u ON u.id = s."unitId" WHERE u.code <> ALL($1)
     UNION ALL SELECT id FROM "Invitation" UNION ALL SELECT id FROM "Person" WHERE "telegramUserId" <> ALL($2)
     UNION ALL SELECT id FROM "OrgUnit" UNION ALL SELECT code FROM "OrgUnit" WHERE code <> ALL($1)
     UNION ALL SELECT s.receipt FROM "Submission" s JOIN "OrgUnit" u ON u.id = s."unitId"
     WHERE s.receipt IS NOT NULL AND u.code <> ALL($1)`,
    [OWN_UNITS, SENDERS.map(({ id }) => id)],
  )
  return rows.map(({ id }) => String(id))
}

/** Rows and hash of all rows by table. */
type Others = Readonly<Record<string, { readonly rows: number; readonly hash: string }>>

const THEIR_UNITS = `SELECT id FROM "OrgUnit" WHERE code <> ALL($1)`
const THEIR_SUBMISSIONS = `SELECT id FROM "Submission" WHERE "unitId" IN (${THEIR_UNITS})`
const THEIR_PEOPLE = `SELECT id FROM "Person" WHERE "telegramUserId" <> ALL($2::bigint[])`
/** What of each table belongs to others than the senders. Left out: what is written down of the senders' own doings. */
const THEIRS: Readonly<Record<string, string>> = {
  OrgUnit: 'TRUE',
  UnitLink: 'TRUE',
  PlanPack: 'TRUE',
  LocalDeadline: 'TRUE',
  Setting: 'TRUE',
  Digest: 'TRUE',
  Person: `id IN (${THEIR_PEOPLE})`,
  RoleAssignment: `"unitId" IN (${THEIR_UNITS})`,
  Invitation: 'TRUE',
  Submission: `id IN (${THEIR_SUBMISSIONS})`,
  DraftAnswer: `"submissionId" IN (${THEIR_SUBMISSIONS})`,
  Assignment: `"submissionId" IN (${THEIR_SUBMISSIONS})`,
  Unlock: `"submissionId" IN (${THEIR_SUBMISSIONS})`,
  Revision: `"submissionId" IN (${THEIR_SUBMISSIONS})`,
  Review: `"revisionId" IN (SELECT id FROM "Revision" WHERE "submissionId" IN (${THEIR_SUBMISSIONS}))`,
  DataValue: `"unitId" IN (${THEIR_UNITS})`,
  Group: `"chatId" IN (${PRINCIPALS_GROUP}, ${LEADERS_GROUP})`,
  Conversation: `split_part(key, ':', 2)::bigint <> ALL($2::bigint[])`,
  AskTopic: `split_part(key, ':', 2)::bigint <> ALL($2::bigint[])`,
  AuditEvent: `actor IN (${THEIR_PEOPLE}) OR actor = 'cli'`,
}

async function readOthers(query: Query): Promise<Others> {
  const others: Record<string, { rows: number; hash: string }> = {}
  for (const [table, condition] of Object.entries(THEIRS)) {
    // Both parameters have to occur in each query.
    const [row] = await query(
      `SELECT count(*)::int AS rows, md5(COALESCE(string_agg(t::text, '|' ORDER BY t::text), '')) AS hash
       FROM "${table}" t WHERE (${condition}) AND $1::text[] IS NOT NULL AND $2::bigint[] IS NOT NULL`,
      [OWN_UNITS, SENDERS.map(({ id }) => id)],
    )
    others[table] = { rows: Number(row?.rows), hash: String(row?.hash) }
  }
  return others
}
