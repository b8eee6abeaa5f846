import type { DataElement, Value } from '../../src/domain/data-element.ts'
import type { SeededRandom } from '../../src/domain/seeded-random.ts'
import type { ConversationModel } from './conversation-model.ts'
import { type Raw, rawOf } from './raw-answers.ts'
import { AS_LAST, write } from './writings.ts'

export type Input =
  | { readonly say: string }
  /** Data of a button, or how it begins. */
  | { readonly tap: string }
  | { readonly file: string }

/** Something a person may do now, and what comes of it. */
export interface Move {
  readonly input: Input
  readonly apply: (model: ConversationModel) => void
  /** The bot has nothing to say to it. */
  readonly isIgnored?: boolean
  /** A step of the form, by which words said again are known. */
  readonly isStep?: boolean
}

const BAD: Readonly<Record<string, readonly string[]>> = {
  ratio: ['95,5', '12abc', '-5', '700/640', '600', 'hai phần ba', '1/2/3', '∞', '', '1,2,3'],
  count: ['12abc', '1,5', '-3', '18/21', 'khoảng 5', '1,234', '45%', '5 xe'],
  'yes-no': ['12', 'có thể', '18/21'],
  recognition: ['ngày mai', '12', 'mức độ 7, 1/QĐ-UBND ngày 1/2/2024', '1234/QĐ-UBND ngày 1/1/2030'],
}

/** Returns what the person does next; the model says what can be done. */
export function chooseMove(model: ConversationModel, random: SeededRandom): Move {
  const { open, screen } = model
  if (open && screen === 'question' && random.next() < 0.9) return atQuestion(model, random)
  const onScreen = SCREENS[screen](model, random)
  if (onScreen.length > 0 && random.next() < 0.75) return random.pick(onScreen)()
  if (!open && random.next() < 0.6) return command('/nop', 'owed')
  const moves: readonly (() => Move)[] = [
    ...(open ? [() => atQuestion(model, random)] : []),
    () => command('/nop', 'owed'),
    () => (open ? command('/thoat', 'left') : command('/thoat', 'other')),
    () => command(random.pick(['/hoi cqg mn QY 2030', '/tiendo', '/trogiup']), 'other'),
    ...(open ? [() => command('/huy', 'cancel')] : []),
  ]
  return random.pick(moves)()
}

const command = (say: string, to: 'owed' | 'left' | 'other' | 'cancel'): Move => ({
  input: { say },
  apply: (model) => {
    if (to === 'left') model.leave()
    else model.screen = to
  },
})

type Moves = (model: ConversationModel, random: SeededRandom) => readonly (() => Move)[]

const SCREENS: Readonly<Record<ConversationModel['screen'], Moves>> = {
  question: () => [],
  other: () => [],
  left: () => [],
  owed: (model) => [
    () =>
      model.hasBegun
        ? { input: { tap: 'd:card:' }, apply: show('card') }
        : { input: { tap: 'n:qy-annual:2026:' }, apply: (each) => each.goOn(), isStep: true },
  ],
  card: (model) => [
    ...(model.unanswered > 0 ? [() => step({ tap: 'd:go:' }, (each) => each.goOn())] : []),
    ...(model.unanswered > 0 ? [() => step({ tap: 'd:go:' }, (each) => each.goOn())] : []),
    () => ({ input: { tap: 'd:edit:' }, apply: show('rows') }),
    () => ({ input: { tap: 'd:later' }, apply: (each) => each.leave() }),
  ],
  rows: (model, random) => [
    () => {
      const at = random.whole(0, model.total - 1)
      return step({ tap: `d:row:${at}:` }, (each) => each.ask(at, true))
    },
    () => ({ input: { tap: 'd:card:' }, apply: show('card') }),
  ],
  cancel: (_, random) => [
    () =>
      random.next() < 0.3
        ? { input: { tap: 'd:delete:' }, apply: (each) => each.throwAway() }
        : { input: { tap: 'd:later' }, apply: (each) => each.leave() },
  ],
}

const show = (screen: ConversationModel['screen']) => (model: ConversationModel) => {
  model.screen = screen
}

const step = (input: Input, apply: Move['apply']): Move => ({ input, apply, isStep: true })

function atQuestion(model: ConversationModel, random: SeededRandom): Move {
  const { open } = model
  if (!open) throw new Error('no question is open')
  const { at } = open
  const tap = (action: string, apply: Move['apply']): Move => step({ tap: `f:${at}:${action}` }, apply)
  const say = (text: string, apply: Move['apply']): Move => step({ say: text }, apply)
  const file = (apply: Move['apply']): Move => step({ file: 'quyet-dinh.pdf' }, apply)
  const again: Move['apply'] = (each) => each.turn('question')
  const held = open.held ?? []
  switch (open.asking) {
    case 'question':
      return answer(model, random, { at, tap, say, file })
    case 'missing-reason': {
      const missing = (reason: string) => (each: ConversationModel) =>
        each.take(model.elements(at).map(() => ({ kind: 'missing', reason })))
      const reason = `chờ số liệu ${random.whole(1, 999)}`
      return random.pick([
        tap('not-counted', missing('Chưa tổng hợp xong')),
        say(reason, missing(reason)),
        tap('again', again),
      ])
    }
    case 'change-reason': {
      const reason = `đã rà soát ${random.whole(1, 999)}`
      return random.pick([
        say(reason, (each) => each.take(held, reason)),
        say(reason, (each) => each.take(held, reason)),
        tap('again', again),
        file(again),
      ])
    }
    case 'zero':
      return random.pick([
        tap('zero', (each) => each.give([{ kind: 'count', count: 0 }])),
        tap('none', (each) => each.turn('missing-reason')),
        say('45', again),
      ])
    case 'degree':
      return random.pick([
        ...[1, 2].map((degree) =>
          tap(`degree-${degree}`, (each) =>
            each.turn('decision', [{ kind: 'recognition', yes: true, degree }]),
          ),
        ),
        say('mức 1', (each) => each.turn('decision', [{ kind: 'recognition', yes: true, degree: 1 }])),
        say('ba', (each) => each.turn('degree', held)),
      ])
    case 'decision': {
      const [known] = held
      if (known?.kind !== 'recognition') throw new Error('no recognition is held')
      const decided = { decisionNumber: '321/QĐ-UBND', decidedOn: '2024-05-04', expiresOn: '2029-05-04' }
      return random.pick([
        say('321/QĐ-UBND ngày 4/5/2024', (each) => each.turn('evidence', [{ ...known, ...decided }])),
        tap('skip', (each) => each.turn('evidence', held)),
        say('ngày mai', (each) => each.turn('decision', held)),
      ])
    }
    case 'evidence':
      return random.pick([
        tap('no-evidence', (each) => each.take(held)),
        file((each) => each.take(held.map((value) => ({ ...value, evidence: EVIDENCE })))),
        say('đây ạ', (each) => each.turn('evidence', held)),
      ])
  }
}

/** Stands for the id of the file that was sent. */
export const EVIDENCE = 'a file'

interface Ways {
  readonly at: number
  readonly tap: (action: string, apply: Move['apply']) => Move
  readonly say: (text: string, apply: Move['apply']) => Move
  readonly file: (apply: Move['apply']) => Move
}

function answer(model: ConversationModel, random: SeededRandom, { at, tap, say, file }: Ways): Move {
  const elements = model.elements(at)
  const [first] = elements
  if (!first) throw new Error(`question ${at} asks nothing`)
  const again: Move['apply'] = (each) => each.turn('question')
  const luck = random.next()
  if (luck < 0.08 && at > 0) return tap('back', (each) => each.back())
  if (luck < 0.16) return tap('later', (each) => each.later())
  if (luck < 0.22) return tap('none', (each) => each.turn('missing-reason'))
  if (luck < 0.25) return say('chưa có số liệu', (each) => each.turn('missing-reason'))
  if (luck < 0.37) return say(random.pick(badFor(elements)), again)
  if (luck < 0.4) return file(again)
  if (luck < 0.44) return many(model, random, say)
  const last = model.lastOf(at)
  const known = last.flatMap((value) => (value && value.kind !== 'missing' ? [value] : []))
  if (luck < 0.56 && known.length === elements.length)
    return random.next() < 0.6
      ? tap('last', (each) => each.give(known))
      : say(random.pick(AS_LAST), (each) => each.give(known))
  if (luck < 0.6 && first.type.kind === 'count' && elements.length === 1)
    return say('không', (each) => each.turn('zero'))
  return good(model, random, { at, tap, say, file })
}

function badFor(elements: readonly DataElement[]): readonly string[] {
  const kind = elements.length > 1 ? 'ratio' : (elements[0]?.type.kind ?? '')
  return (BAD[kind] ?? ['???']).filter((text) => text !== '')
}

function good(model: ConversationModel, random: SeededRandom, { at, tap, say }: Ways): Move {
  const elements = model.elements(at)
  const type = elements[0]?.type.kind
  if (type === 'yes-no') {
    const yes = random.next() < 0.6
    const give: Move['apply'] = (each) => each.give([{ kind: 'yes-no', yes }])
    return random.next() < 0.5 ? tap(yes ? 'yes' : 'no', give) : say(write(elements, [{ yes }], random), give)
  }
  if (type === 'recognition') {
    const degree: Move['apply'] = (each) => each.turn('degree', [{ kind: 'recognition', yes: true }])
    const no: Move['apply'] = (each) => each.give([{ kind: 'recognition', yes: false }])
    return random.pick([tap('yes', degree), say('có', degree), tap('no', no), say('chưa', no)])
  }
  const values = figures(model, at, random, 0.3)
  return say(write(elements, values.map(rawOf), random), (each) => each.give(values))
}

/** Figures near last year's; `spread`: how far at most. */
function figures(
  model: ConversationModel,
  at: number,
  random: SeededRandom,
  spread: number,
): readonly Value[] {
  const near = model.lastOf(at).map((value) => {
    const last = value?.kind === 'count' ? value.count : 40
    return Math.max(0, Math.round(last * (1 - spread / 2 + random.next() * spread)))
  })
  const [above = 0, below] = near
  const counts = below === undefined ? [above] : [Math.min(above, below), below]
  return counts.map((count) => ({ kind: 'count', count }))
}

/** Several answers in one message: the card follows, and the form is closed. */
function many(model: ConversationModel, random: SeededRandom, say: Ways['say']): Move {
  const places = [2, 3, 4, 5, 6, 8].filter(() => random.next() < 0.6)
  const chosen = places.length > 1 ? places : [2, 3]
  const given = chosen.map((at): readonly [number, readonly Value[]] => {
    const [element] = model.elements(at)
    if (element?.type.kind !== 'yes-no') return [at, figures(model, at, random, 0)]
    return [at, [{ kind: 'yes-no', yes: random.next() < 0.5 }]]
  })
  const lines = given.map(([at, values]) => {
    const raw: readonly Raw[] = values.map(rawOf)
    return `${at + 1}: ${write(model.elements(at), raw, random)}`
  })
  return say(lines.join('\n'), (each) => {
    for (const [at, values] of given) each.store(at, values)
    each.ask(undefined)
  })
}
