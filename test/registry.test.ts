import { validate } from 'node-cron'
import { beforeAll, describe, expect, it } from 'vitest'
import type { OrgUnitId, SubmissionId } from '../src/domain/brand.ts'
import { makeDemoFigures } from '../src/domain/demo-figures.ts'
import type { Form } from '../src/domain/form.ts'
import { answerMap, type PlannedQuestion, planForm } from '../src/domain/form-plan.ts'
import { LEVELS, type Level } from '../src/domain/level.ts'
import { toLocalDate } from '../src/domain/local-date.ts'
import { UNIT_CODE } from '../src/domain/org-unit.ts'
import { getPeriod } from '../src/domain/period.ts'
import type { Plan, PlanLibrary } from '../src/domain/plan.ts'
import { questionExample } from '../src/domain/question-example.ts'
import { readQuestion } from '../src/domain/read-question.ts'
import { checkAnswer, checkSubmission } from '../src/domain/rules-check.ts'
import { LOCALES, type Locale } from '../src/domain/text.ts'
import { createTexts, type T, type Texts } from '../src/i18n/texts.ts'
import { buildJobs } from '../src/jobs/index.ts'
import { formCode } from '../src/plans/fields.ts'
import { parseHtml } from '../src/sandbox/parse-html.ts'
import { BUTTONS } from '../src/telegram/buttons/index.ts'
import { COMMANDS } from '../src/telegram/commands/index.ts'
import { NOTICES } from '../src/telegram/notices/index.ts'
import type { RenderedMessage } from '../src/telegram/notices/notice.ts'
import { commandWords } from '../src/telegram/services.ts'
import { cardView, editChoiceView, submittedCardView } from '../src/telegram/views/card.ts'
import { remindData } from '../src/telegram/views/chase.ts'
import { openData } from '../src/telegram/views/owed.ts'
import { questionView } from '../src/telegram/views/question.ts'
import type { View } from '../src/telegram/views/view.ts'
import { NOTICE_KINDS } from '../src/usecases/notice.ts'
import type { FormSession } from '../src/usecases/open-form.ts'
import type { ReminderItem } from '../src/usecases/plan-reminders.ts'
import { readShippedLibrary } from './support/demo.ts'
import { MIXED_ROWS, sampleDigest } from './support/digest-samples.ts'

const ID = '01a2b3c4-d5e6-7f80-91a2-b3c4d5e6f708'
const LONGEST_TEXT = 4096
const LONGEST_DATA_BYTES = 64

let library: PlanLibrary
let texts: Texts
beforeAll(async () => {
  library = await readShippedLibrary()
  texts = await createTexts()
})

const inEachLocale = <R>(look: (t: T, locale: Locale) => R): R[] =>
  LOCALES.map((locale) => look(texts.for(locale), locale))

describe('commands', () => {
  it('have names and aliases that no two share without marks', () => {
    const words = COMMANDS.flatMap((command) => [...new Set(commandWords(command))])
    expect(words.filter((word, at) => words.indexOf(word) !== at)).toEqual([])
  })

  it('have names Telegram takes and a description in each language', () => {
    expect(COMMANDS.filter(({ name }) => !/^[a-z0-9_]{1,32}$/.test(name))).toEqual([])
    const shown = inEachLocale((t) => COMMANDS.map(({ description }) => t(description)))
    expect(shown.flat().filter((text) => text.length < 3 || text.length > 256)).toEqual([])
    expect(shown[0]).not.toEqual(shown[1])
    expect(COMMANDS.length).toBeLessThanOrEqual(100)
  })
})

describe('buttons', () => {
  it('each have one handler, and none takes those of the open form', () => {
    const prefixes = BUTTONS.map(({ prefix }) => prefix)
    expect(new Set(prefixes).size).toBe(prefixes.length)
    expect(prefixes).not.toContain('f')
    expect(prefixes.filter((prefix) => prefix.includes(':') || prefix === '')).toEqual([])
  })
})

describe('jobs', () => {
  it('have names of their own and a schedule the scheduler understands', () => {
    const jobs = buildJobs({} as never)
    expect(new Set(jobs.map(({ name }) => name)).size).toBe(jobs.length)
    expect(jobs.filter(({ schedule }) => !validate(schedule))).toEqual([])
  })
})

/** What any notice may be about, each fact with signs that HTML would trip over. */
const ABOUT = {
  ...{
    submission: ID,
    form: 'qy-annual',
    period: '2026',
    unit: 'Trường <A> & B',
    text: 'Họp lúc <8 giờ> & mang sổ',
    reason: '3 < 4',
    isGranted: true,
  },
  ...{
    invitation: ID,
    name: 'Nguyễn <b>',
    by: 'Trần & Lê',
    role: 'principal',
    access: 'pending',
    unlock: ID,
  },
  ...{
    from: '2026-12-07',
    to: '2026-12-14',
    openUntil: '2026-12-08T00:00:00.000Z',
    until: '2026-12-14',
    hours: 24,
    levels: [],
    sections: [],
  },
  ...{ on: '2026-12-11', items: remindedOf(64), late: { units: 64, forms: 2 } },
  ...{ trouble: 'topic', left: 2 },
  ...{ outbox: ID, attempts: 12, title: 'Nhóm <1>', digest: sampleDigest(MIXED_ROWS), group: ID },
  ...{ question: ID, text: 'Lớp <5> & 6?', answer: '5 < 6', isApproved: true },
}

/** A person who owes as many forms as a district has schools, with the longest of names. */
function remindedOf(count: number): readonly ReminderItem[] {
  const states = [undefined, 'draft', 'submitted', 'returned'] as const
  return Array.from({ length: count }, (_, index) => {
    const state = states[index % states.length]
    return {
      ...{ form: 'qy-annual', period: '2026', dueOn: toLocalDate('2026-12-19'), isLocal: index % 2 === 0 },
      unit: { id: ID as OrgUnitId, code: 'A'.repeat(24), name: `Trường <b>${'Phổ thông & '.repeat(40)}` },
      isLastWorkingDay: true,
      ...(index % 5 === 4 && { isLate: true as const, submission: ID as SubmissionId }),
      ...(state && { state, submission: ID as SubmissionId }),
    }
  })
}

describe('notices', () => {
  it('of each kind have one renderer', () => {
    expect(NOTICES.map(({ kind }) => kind).sort()).toEqual([...NOTICE_KINDS].sort())
  })

  it.each(NOTICE_KINDS)('«%s» is sound in each language', async (kind) => {
    const notice = NOTICES.find((each) => each.kind === kind)
    const renderer = { render: async () => new Uint8Array([1]) }
    const deps = {
      ...{ library, texts, renderer, username: 'chitieu_bot', timeZone: 'Asia/Ho_Chi_Minh' },
      stillOwed: async (items: readonly ReminderItem[]) => items,
      isQuiet: () => false,
    }
    const rendered = await Promise.all(inEachLocale(async (t) => notice?.render(deps, t, ABOUT as never)))
    for (const message of rendered) expect(problemsOf(message)).toEqual([])
    expect(textIn(rendered[0])).not.toBe(textIn(rendered[1]))
  })
})

interface Case {
  readonly plan: Plan
  readonly form: Form
  readonly levels: readonly Level[]
}

/** Every kind of unit that may owe the form: schools of each set of levels. */
function casesOf(plan: Plan, form: Form): Case[] {
  if (form.for.kind !== 'school') return [{ plan, form, levels: [] }]
  const sets = Array.from({ length: 2 ** LEVELS.length - 1 }, (_, set) =>
    LEVELS.filter((_level, at) => (set + 1) & (1 << at)),
  )
  const owed = sets.filter(
    (set) => form.for.levels.length === 0 || form.for.levels.some((level) => set.includes(level)),
  )
  return owed.map((levels) => ({ plan, form, levels }))
}

const allCases = (): Case[] =>
  library.plans.flatMap((plan) => plan.forms.flatMap((form) => casesOf(plan, form)))
const nameOf = ({ form, levels }: Case): string => `${form.code} ${levels.join('+')}`
const wrongIn = (look: (each: Case) => readonly string[]): string[] =>
  allCases().flatMap((each) => look(each).map((problem) => `${nameOf(each)}: ${problem}`))

const figuresOf = ({ plan, form, levels }: Case) =>
  makeDemoFigures(library, {
    plan,
    form,
    unit: { code: 'QY-TH-01', levels },
    period: getPeriod(form.firstPeriod),
  })
const elementsOf = ({ asks }: PlannedQuestion) => asks.map((code) => library.element(code))

describe('forms of the plan packs', () => {
  it('ask something of every unit that owes them', () => {
    expect(allCases().length).toBeGreaterThan(30)
    expect(
      wrongIn(({ form, levels }) => (planForm(form, levels).length > 0 ? [] : ['asks nothing'])),
    ).toEqual([])
  })

  it('can be filled to the end without breaking a rule', () => {
    const broken = wrongIn((each) => {
      const answers = figuresOf(each)
      const elements = new Map([...answers.keys()].map((code) => [code, library.element(code)]))
      const context = { form: each.form, elements, answers, last: new Map() }
      const rules = [...answers].flatMap(
        ([code, value]) => checkAnswer(library.element(code), value, context).hard,
      )
      const unanswered = planForm(each.form, each.levels).flatMap(({ asks }) =>
        asks.filter((code) => !answers.has(code)),
      )
      const all = [...rules, ...checkSubmission(context).hard]
      return [
        ...all.map(({ element, rule }) => `${element} ${rule}`),
        ...unanswered.map((code) => `${code} open`),
      ]
    })
    expect(broken).toEqual([])
  })

  it('understand the example beside each question, and hold no rule against it', () => {
    const misread = wrongIn((each) =>
      planForm(each.form, each.levels).flatMap((planned) => {
        const elements = elementsOf(planned)
        const reading = readQuestion(questionExample(elements), elements, {
          locale: 'vi',
          today: '2026-12-07',
          last: {},
        } as never)
        if (reading.kind === 'recognised') return []
        if (reading.kind !== 'values')
          return [`${planned.question.id} «${questionExample(elements)}» is ${reading.kind}`]
        const answers = new Map(Object.entries(reading.values))
        const context = {
          form: each.form,
          elements: new Map(elements.map((one) => [one.code, one])),
          answers,
          last: new Map(),
        }
        return checkSubmission(context).hard.map(({ rule }) => `${planned.question.id} ${rule}`)
      }),
    )
    expect(misread).toEqual([])
  })

  it('have views Telegram takes, in each language', () => {
    const wrong = wrongIn((each) => inEachLocale((t) => viewsOf(each, t).flatMap(problemsOfView)).flat())
    expect(wrong).toEqual([])
  })

  it('are begun by buttons short enough for the longest codes a pack and a roster may have', () => {
    const longest = 'a'.repeat(24)
    expect(formCode.safeParse(longest).success && UNIT_CODE.test(longest)).toBe(true)
    expect(formCode.safeParse(`${longest}a`).success || UNIT_CODE.test(`${longest}a`)).toBe(false)
    const data = openData(longest, 'SY2025-T1', longest)
    expect(Buffer.byteLength(data)).toBeLessThanOrEqual(LONGEST_DATA_BYTES)
    expect(data.split(':')).toHaveLength(4)
    expect(Buffer.byteLength(remindData(longest, 'SY2025-T1', longest))).toBeLessThanOrEqual(
      LONGEST_DATA_BYTES,
    )
  })
})

/** All views of a form, filled and empty. */
function viewsOf(each: Case, t: T): View[] {
  const { form, levels } = each
  const values = [...figuresOf(each)].map(([element, value]) => ({ element, value }))
  const answers = answerMap(values)
  const about = {
    submission: ID,
    form: form.code,
    formVersion: 1,
    period: form.lastPeriod,
    unitName: 'Trường <THCS> & THPT Mẫu 01',
    levels,
  }
  const session = { ...about, answers, last: answers, lastPeriod: form.firstPeriod } as unknown as FormSession
  const planned = planForm(form, levels)
  const empty: FormSession = { ...session, answers: {}, last: {} }
  const questions = planned.map((one, at) =>
    questionView({
      t,
      form,
      session,
      planned: one,
      at,
      total: planned.length,
      elements: elementsOf(one),
      said: 'x'.repeat(300),
    }),
  )
  const cards = [session, empty].flatMap((one) =>
    [cardView, editChoiceView, submittedCardView].map((view) => view({ t, library, session: one })),
  )
  return [...questions, ...cards]
}

const problemsOfView = ({ text, buttons = [] }: View): string[] => [
  ...problemsOfText(text, LONGEST_TEXT),
  ...buttons.flat().flatMap((button) => ('data' in button ? problemsOfData(button.data) : [])),
  ...(buttons.flat().length > 100 ? ['more than 100 buttons'] : []),
  ...(buttons.some((row) => row.length > 8) ? ['more than 8 buttons in a row'] : []),
]

function problemsOfText(html: string, longest: number): string[] {
  try {
    const { text } = parseHtml(html)
    return [...text].length > longest || text.trim() === ''
      ? [`${[...text].length} letters: ${text.slice(0, 60)}`]
      : []
  } catch (error) {
    return [String(error)]
  }
}

function problemsOfData(data: string): string[] {
  const prefix = data.split(':')[0] ?? ''
  const isKnown = prefix === 'f' || BUTTONS.some((button) => button.prefix === prefix)
  return [
    ...(Buffer.byteLength(data) > LONGEST_DATA_BYTES ? [`${data} is too long`] : []),
    ...(isKnown ? [] : [`${data} has no handler`]),
  ]
}

interface Sent {
  readonly text?: string
  readonly caption?: string
  readonly reply_markup?: {
    readonly inline_keyboard: readonly (readonly { readonly callback_data?: string }[])[]
  }
}

const sentIn = (message: RenderedMessage | undefined): Sent => (message?.payload ?? {}) as Sent
const textIn = (message: RenderedMessage | undefined): string =>
  sentIn(message).text ?? sentIn(message).caption ?? ''

function problemsOf(message: RenderedMessage | undefined): string[] {
  const { reply_markup: markup } = sentIn(message)
  const data = (markup?.inline_keyboard ?? []).flat().flatMap(({ callback_data }) => callback_data ?? [])
  const longest = message?.method === 'sendPhoto' ? 1024 : LONGEST_TEXT
  return [...problemsOfText(textIn(message), longest), ...data.flatMap(problemsOfData)]
}
