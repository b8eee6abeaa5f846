import type { SeededRandom } from '../../src/domain/seeded-random.ts'
import type { LedgerEntry } from '../../src/sandbox/ledger.ts'
import type { SandboxServer } from '../../src/sandbox/main.ts'
import type { Update } from '../../src/sandbox/types.ts'
import type { Asking, ConversationModel } from './conversation-model.ts'
import { chooseMove, type Input, type Move } from './conversation-moves.ts'
import { postControl } from './stage.ts'

/** The way updates come to the bot, and how it is taken away between two of them. */
export interface Town {
  readonly sandbox: SandboxServer
  /** Returns when the bot is done with it. */
  settled(updateId: number): Promise<void>
  /** Brings an update once more, as Telegram sometimes does; returns when the bot is done with it. */
  bringAgain(update: Update): Promise<void>
}

const SAID: Readonly<Record<Asking, string>> = {
  question: 'câu ',
  'missing-reason': 'Vì sao chưa có số liệu',
  'change-reason': 'lệch quá',
  zero: '«Không» nghĩa là bằng 0',
  degree: 'mức độ mấy',
  decision: 'số và ngày của quyết định',
  evidence: 'ảnh hoặc tệp PDF',
}

const IGNORED = { apply: () => undefined, isIgnored: true }

type Shown = Extract<LedgerEntry, { kind: 'message' | 'edit' }>['message']

/** One person in a chat who does anything at any time; notes wherever the bot does otherwise than the model says. */
export class Talker {
  readonly wrong: string[] = []
  readonly model: ConversationModel
  readonly #town: Town
  readonly #person: number
  readonly #random: SeededRandom
  readonly #trail: string[] = []
  #lastUpdate: Update | undefined
  /** Update and words of the form's last step; the words are forgotten with the process that heard them. */
  #lastStep: { readonly updateId: number; readonly words: string | undefined } | undefined
  #isStepOfThisProcess = true

  constructor(town: Town, person: number, model: ConversationModel, random: SeededRandom) {
    this.#town = town
    this.#person = person
    this.model = model
    this.#random = random
  }

  /** Does one thing, or two at once; every update comes twice. */
  async act(): Promise<void> {
    if (this.wrong.length > 0) return
    const luck = this.#random.next()
    const move = chooseMove(this.model, this.#random)
    if (luck < 0.08) await this.#tapStale()
    else if (luck < 0.4 && 'tap' in move.input) await this.#play([move, { ...move, ...IGNORED }])
    else if (luck < 0.25 && 'say' in move.input) await this.#cross(move)
    else await this.#play([move])
  }

  /** The bot was stopped and started; sometimes Telegram brings the last update again. */
  async afterRestart(): Promise<void> {
    this.#isStepOfThisProcess = false
    if (!this.#lastUpdate || this.#random.next() < 0.5) return
    const isShownAgain = this.#lastStep?.updateId === this.#lastUpdate.update_id
    const before = this.#town.sandbox.world.revision
    await this.#town.bringAgain(this.#lastUpdate)
    this.#trail.push('again after the restart')
    if (!isShownAgain) return this.#expectSeen(before, 0, 0)
    this.model.goOn()
    if (this.model.screen === 'question') this.#noteStep(this.#lastUpdate.update_id, undefined)
    this.#expectSeen(before, 0, 1)
  }

  /** Says a second thing before the first is answered; it is meant for what comes next. */
  async #cross(first: Move): Promise<void> {
    let second: Move | undefined
    const peeking: Move = {
      ...first,
      apply: (model) => {
        first.apply(model)
        const next = chooseMove(model, this.#random)
        const isNew = JSON.stringify(next.input) !== JSON.stringify(first.input)
        if ('say' in next.input && model.open && model.screen === 'question' && isNew) second = next
      },
    }
    await this.#play([peeking], () => (second ? [second] : []))
  }

  /** A button of a question left behind says nothing any more. */
  async #tapStale(): Promise<void> {
    const messages = [...(this.#town.sandbox.world.state.logs.get(this.#person)?.messages.values() ?? [])]
    const data = messages
      .flatMap(({ reply_markup }) => reply_markup?.inline_keyboard.flat() ?? [])
      .flatMap(({ callback_data: each }) => each ?? [])
      .filter((each) => each.startsWith('f:') && !each.startsWith(`f:${this.model.open?.at}:`))
    if (data.length === 0) return
    await this.#play([{ input: { tap: this.#random.pick(data) }, ...IGNORED }])
  }

  async #play(moves: readonly Move[], more: () => readonly Move[] = () => []): Promise<void> {
    const before = this.#town.sandbox.world.revision
    const given: Update[] = []
    let reactions = 0
    const apply = (move: Move, update: Update) => {
      this.#trail.push(JSON.stringify(move.input))
      given.push(update)
      if (this.#apply(move, update)) reactions++
    }
    // Both are under way before the first is answered, but for a second tap that finds its button gone.
    const together = await Promise.allSettled(moves.map((move) => this.#give(move.input)))
    for (const [place, move] of moves.entries()) {
      const outcome = together[place]
      if (outcome?.status === 'fulfilled') apply(move, outcome.value)
      else if (!move.isIgnored) throw outcome?.reason
    }
    for (const move of more()) apply(move, await this.#give(move.input))
    const isAtOnce = given.length === 1 && this.#random.next() < 0.5
    const [only] = given
    if (isAtOnce && only) await this.#town.bringAgain(only)
    for (const { update_id } of given) await this.#town.settled(update_id)
    if (!isAtOnce) for (const update of given) await this.#town.bringAgain(update)
    this.#lastUpdate = given.at(-1)
    // An edit that changes nothing is no message.
    const fewest = moves.some(({ input }) => 'tap' in input) ? 0 : reactions
    this.#expectSeen(before, fewest, reactions)
  }

  /** Returns whether the bot has something to say to it. */
  #apply({ apply, input, isStep, isIgnored }: Move, { update_id }: Update): boolean {
    if (isIgnored) {
      // A second tap that opens a question opens it once more: a step, though there is nothing new to see.
      if (isStep && 'tap' in input && !input.tap.startsWith('f:')) this.#noteStep(update_id, undefined)
      return false
    }
    const words = 'say' in input ? input.say : undefined
    const isSaidAgain = isStep && words !== undefined && words === this.#lastStep?.words
    if (isSaidAgain && this.model.open && !this.#isStepOfThisProcess) {
      // Said before the restart too: the question may not have been seen, and is shown instead of being answered.
      this.model.goOn()
      if (this.model.screen === 'question') this.#noteStep(update_id, words)
      return true
    }
    apply(this.model)
    if (isStep) this.#noteStep(update_id, words)
    return true
  }

  #noteStep(updateId: number, words: string | undefined): void {
    this.#lastStep = { updateId, words }
    this.#isStepOfThisProcess = true
  }

  async #give(input: Input): Promise<Update> {
    const { sandbox } = this.#town
    const wish = { personId: this.#person, chatId: this.#person }
    const [action, what] =
      'say' in input
        ? (['messages', { text: input.say }] as const)
        : 'tap' in input
          ? (['press', this.#findButton(input.tap)] as const)
          : (['document', { fileName: input.file, contentBase64: 'JVBERg==' }] as const)
    const { updateId } = await postControl(sandbox, action, { ...wish, ...what })
    const update = sandbox.world.state.recentUpdates.find(({ update_id }) => update_id === updateId)
    if (!update) throw new Error(`no update came of ${JSON.stringify(input)}`)
    return update
  }

  #findButton(tap: string): { readonly data: string; readonly messageId: number } {
    const messages = [...(this.#town.sandbox.world.state.logs.get(this.#person)?.messages.values() ?? [])]
    for (const message of messages.reverse()) {
      const buttons = message.reply_markup?.inline_keyboard.flat() ?? []
      const found = buttons.find(
        ({ callback_data: data }) => data === tap || (tap.endsWith(':') && data?.startsWith(tap)),
      )
      if (found?.callback_data !== undefined)
        return { data: found.callback_data, messageId: message.message_id }
    }
    throw new Error(`${this.#person}: no button ${tap} after ${this.#trail.slice(-6).join(' → ')}`)
  }

  /** What came into the chat since then must be as many messages, and the last one what the model says. */
  #expectSeen(since: number, fewest: number, most: number): void {
    const { entries, state } = this.#town.sandbox.world
    const seen = entries.flatMap((entry) =>
      entry.seq > since &&
      (entry.kind === 'message' || entry.kind === 'edit') &&
      entry.message.from.id === state.bot.id &&
      entry.message.chat.id === this.#person
        ? [entry.message]
        : [],
    )
    const last = seen.at(-1)
    const isAsExpected = last === undefined || this.#fits(last)
    if (seen.length >= fewest && seen.length <= most && isAsExpected) return
    const { screen, open } = this.model
    this.wrong.push(
      [
        `${this.#person}: ${seen.length} messages instead of ${fewest === most ? most : `${fewest} to ${most}`}`,
        `expected ${screen} ${JSON.stringify(open)}, ${this.model.unanswered} open`,
        `saw «${seen.map(({ text }) => text?.slice(0, 160)).join('» «')}»`,
        `after ${this.#trail.slice(-8).join(' → ')}`,
      ].join('; '),
    )
  }

  #fits({ text = '', reply_markup }: Shown): boolean {
    const { screen, open, total, unanswered } = this.model
    const data = (reply_markup?.inline_keyboard.flat() ?? []).flatMap(({ callback_data: each }) => each ?? [])
    const has = (start: string) => data.some((each) => each.startsWith(start))
    switch (screen) {
      case 'question': {
        if (!open || !text.includes(SAID[open.asking])) return false
        const isPlace = open.asking !== 'question' || text.includes(`câu ${open.at + 1}/${total}`)
        return isPlace && (has(`f:${open.at}:`) || data.length === 0)
      }
      case 'card':
        return has('d:edit:') && text.includes(unanswered > 0 ? `Còn ${unanswered} câu` : 'Đã đủ')
      case 'rows':
        return has('d:row:')
      case 'owed':
        return text.includes('Các biểu đến kỳ nộp')
      case 'left':
        return text.includes('Đã lưu bản nháp') || text.includes('Đã xóa bản nháp')
      case 'cancel':
        return has('d:delete:')
      case 'other':
        return true
    }
  }
}
