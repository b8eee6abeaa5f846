import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  CONFIRMING_PRINCIPAL,
  DRAFTING_PRINCIPAL,
  INVITED,
  LEADER,
  LEADERS_GROUP,
  OFFICER,
  PRINCIPALS_GROUP,
} from '../support/cast.ts'
import { type Chat, labelsOf } from '../support/chat.ts'
import { openStage, type Stage } from '../support/stage.ts'
import { type BotCall, MUTATIONS, type Mutation } from './mutations.ts'

const WANTED = 100
const QUESTIONS = [
  'Đến năm 2030 bao nhiêu trường mầm non đạt chuẩn quốc gia?',
  'thế còn 2025?',
  'cqg tiểu học 2030 bn %',
  'học phí năm 2026 là bao nhiêu',
  'chuẩn quốc gia 2030',
  'chào',
]

const pressFirst = async (chat: Chat, fits: RegExp) => {
  const label = labelsOf(await chat.last()).find((each) => fits.test(each))
  if (label !== undefined) await chat.tap(label)
  return label !== undefined
}

async function getIn(stage: Stage): Promise<void> {
  const invited = stage.chat(INVITED.id)
  await invited.open(INVITED.token)
  await pressFirst(invited, /Đồng ý/)
  await invited.shareContact()
  await invited.tell('/nop')
  await invited.tell('/trogiup')
}

async function submit(stage: Stage): Promise<void> {
  const principal = stage.chat(DRAFTING_PRINCIPAL)
  await principal.tell('/nop')
  await pressFirst(principal, /Làm tiếp/)
  await pressFirst(principal, /Trả lời các câu còn lại/)
  for (const typed of ['30,5', '12abc', '-5']) await principal.tell(typed)
  while (await pressFirst(principal, /Như kỳ trước/));
  await pressFirst(principal, /Sửa một dòng/)
  await pressFirst(principal, /^2/)
  await principal.tell('có')
  await pressFirst(principal, /^Nộp$/)
}

async function review(stage: Stage): Promise<void> {
  const principal = stage.chat(CONFIRMING_PRINCIPAL)
  await principal.tell('/duyet')
  await pressFirst(principal, /^1\./)
  await pressFirst(principal, /Xác nhận/)
  const officer = stage.chat(OFFICER)
  await officer.tell('/duyet')
  for (let turn = 0; turn < 8; turn += 1) {
    await pressFirst(officer, /^1\./)
    await pressFirst(officer, /^Duyệt$/)
    await pressFirst(officer, /Danh sách chờ/)
  }
}

async function askAndLook(stage: Stage): Promise<void> {
  for (const personId of [LEADER, OFFICER, CONFIRMING_PRINCIPAL]) {
    const chat = stage.chat(personId)
    for (const question of QUESTIONS) await chat.tell(question)
    for (const command of ['/tiendo', '/bantin', '/trogiup', '/caidat', '/xyz']) await chat.tell(command)
  }
}

async function inGroups(stage: Stage): Promise<void> {
  const officer = stage.chat(OFFICER, LEADERS_GROUP)
  for (const text of ['/nop', '/lienket', '/hoi chuẩn quốc gia mầm non 2030', '/bantin'])
    await officer.tell(text)
  await stage.moveTo('2026-12-07T07:00:00+07:00')
  await stage.chat(OFFICER, PRINCIPALS_GROUP).until((message) => message.photo !== undefined, 'the digest')
}

/** The calls of the bot that the sandbox took, each once. */
function callsOf(stage: Stage): BotCall[] {
  const calls = new Map<string, BotCall>()
  for (const entry of stage.sandbox.world.entries) {
    if (entry.kind !== 'call' || !entry.call.ok) continue
    const { method, parameters } = entry.call
    calls.set(JSON.stringify([method, parameters]), { method, parameters })
  }
  return [...calls.values()]
}

/** Spoils each call in one way, in turn through all that fit it. */
function* spoilAll(calls: readonly BotCall[]) {
  const used = new Map<Mutation, number>()
  for (const { method, parameters } of calls) {
    const fitting = MUTATIONS.filter(({ methods }) => methods.test(method)).sort(
      (a, b) => (used.get(a) ?? 0) - (used.get(b) ?? 0),
    )
    for (const mutation of fitting) {
      const spoiled = mutation.spoil(parameters)
      if (spoiled === undefined) continue
      used.set(mutation, (used.get(mutation) ?? 0) + 1)
      yield { method, mutation, spoiled }
      break
    }
  }
}

describe('a hundred calls of the bot, each spoiled once', () => {
  let stage: Stage
  let calls: BotCall[]
  let refused: unknown[]
  beforeAll(async () => {
    stage = await openStage()
    for (const step of [getIn, submit, review, askAndLook, inGroups]) await step(stage)
    calls = callsOf(stage)
    refused = stage.sandbox.world.entries.flatMap((entry) =>
      entry.kind === 'call' && !entry.call.ok ? [entry.call] : [],
    )
  }, 120_000)
  afterAll(() => stage.close())

  it('are refused for the reason they were spoiled by', async () => {
    const { sandbox } = stage
    const outcomes: unknown[] = []
    const expected: unknown[] = []
    for (const { method, mutation, spoiled } of spoilAll(calls)) {
      const response = await fetch(`${sandbox.url}/bot${sandbox.token}/${method}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(spoiled),
      })
      const { ok, description } = (await response.json()) as { ok: boolean; description?: string }
      const [code, words] = mutation.refusal
      outcomes.push([method, mutation.name, ok, response.status, description])
      expected.push([method, mutation.name, false, code, expect.stringContaining(words)])
    }
    expect(outcomes).toEqual(expected)
    expect(outcomes.length).toBeGreaterThanOrEqual(WANTED)
    const names = new Set(outcomes.map((outcome) => (outcome as unknown[])[1]))
    expect(MUTATIONS.filter(({ name }) => !names.has(name))).toEqual([])
  })

  it('were all taken while they were whole', () => {
    expect(refused).toEqual([])
    expect(calls.length).toBeGreaterThanOrEqual(WANTED)
  })
})
