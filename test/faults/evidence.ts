import type { SandboxServer } from '../../src/sandbox/main.ts'
import { openDurablePGlite } from '../../src/store/embedded/durable-pglite.ts'
import type { Cast } from './cast.ts'
import type { Filler, Stored } from './filler.ts'
import type { Administrator } from './office.ts'

interface OutboxRecord {
  readonly id: string
  readonly kind: string
  readonly chat: number
  readonly state: string
  readonly attempts: number
  readonly key?: string
  readonly message?: number
}

interface Revision {
  readonly unit: string
  readonly form: string
  readonly isOfForm: boolean
  readonly number: number
  readonly outcomes: readonly string[]
}

interface Facts {
  readonly answers: readonly (Stored & { readonly unit: string })[]
  readonly values: readonly (Stored & { readonly unit: string; readonly number: number })[]
  /** Of the form of the play. */
  readonly revisions: readonly Revision[]
  /** Of every form and period. */
  readonly allRevisions: readonly Revision[]
  readonly audit: readonly { readonly unit: string; readonly action: string; readonly count: number }[]
  readonly submissions: readonly { readonly unit: string; readonly state: string }[]
  readonly outbox: readonly OutboxRecord[]
  readonly digests: readonly { readonly chat: number; readonly week: string; readonly count: number }[]
}

/** The week as a digest names it. */
const WEEK = /· tuần (\d+)/
/** Lives of a revision in this play: nobody undoes an acceptance. */
const LIVES = [
  'submitted',
  'submitted,confirmed',
  'submitted,confirmed,accepted',
  'submitted,confirmed,returned',
]

/** Holds what people saw against what the database has, once the bot is dead. */
export class Evidence {
  readonly #sandbox: SandboxServer
  readonly #folder: string
  readonly #cast: Cast

  constructor(sandbox: SandboxServer, folder: string, cast: Cast) {
    this.#sandbox = sandbox
    this.#folder = folder
    this.#cast = cast
  }

  /** Returns everything that is wrong, one line each. */
  async judge(fillers: readonly Filler[], administrator: Administrator): Promise<readonly string[]> {
    const facts = await readFacts(this.#folder)
    return [
      ...fillers.flatMap((filler) => [
        ...filler.violations,
        ...lostAnswers(filler, facts),
        ...strayFigures(filler, facts),
        ...doubled(filler, facts),
      ]),
      ...doubledReviews(facts),
      ...this.#digests(facts, administrator),
      ...this.#messages(facts),
      ...unfinished(fillers, facts),
    ]
  }

  /** Returns how many digests were due, sent and in doubt. */
  #digests({ outbox, digests }: Facts, { pressed }: Administrator): readonly string[] {
    const wrong = digests
      .filter(({ count }) => count !== 1)
      .map(({ chat, week, count }) => `group ${chat} has ${count} digests of ${week}`)
    for (const chat of this.#cast.groups) {
      const posted = this.#postedWeeks(chat)
      for (const [week, count] of posted) {
        const row = outbox.find(
          (each) => each.kind === 'digest' && each.chat === chat && each.key?.endsWith(`-W${week}`),
        )
        const again = row ? [...pressed].filter((data) => data.endsWith(row.id)).length : 0
        if (count > 1 + again)
          wrong.push(
            `group ${chat} got the digest of week ${week} ${count} times, with ${again} wishes to send it again`,
          )
      }
    }
    return [...wrong, ...this.#doubts(outbox)]
  }

  /** Digests in a group by the number of the week they name. */
  #postedWeeks(chat: number): ReadonlyMap<string, number> {
    const { state } = this.#sandbox.world
    const weeks = new Map<string, number>()
    for (const { from, caption, text } of state.logs.get(chat)?.messages.values() ?? []) {
      const week = WEEK.exec(caption ?? text ?? '')?.[1]
      if (week !== undefined && from.id === state.bot.id) weeks.set(week, (weeks.get(week) ?? 0) + 1)
    }
    return weeks
  }

  /** A digest in doubt has been put before the administrator, with its button. */
  #doubts(outbox: readonly OutboxRecord[]): readonly string[] {
    const doubted = outbox.filter(
      ({ kind, state, attempts }) => kind === 'digest' && (state === 'in-doubt' || attempts > 1),
    )
    return doubted.flatMap(({ id, state, attempts }) => {
      const notices = outbox.filter(({ key }) => key?.startsWith(`in-doubt:${id}:`))
      const isTold = notices.some((notice) => notice.state === 'sent' || notice.state === 'in-doubt')
      const isAsked =
        state !== 'in-doubt' || notices.some(({ key }) => key?.startsWith(`in-doubt:${id}:${attempts}:`))
      return isTold && isAsked
        ? []
        : [`the administrator was not told of the digest ${id}, tried ${attempts} times`]
    })
  }

  /** What is recorded as sent stands in the chat, each message for one row. */
  #messages({ outbox }: Facts): readonly string[] {
    const seen = new Set<string>()
    return outbox.flatMap(({ id, kind, chat, state, message }) => {
      if (state !== 'sent') return []
      const place = `${chat}/${message}`
      const isThere = this.#sandbox.world.state.logs.get(chat)?.messages.has(message ?? 0) === true
      const wrong = !isThere || seen.has(place)
      seen.add(place)
      return wrong ? [`${kind} ${id} is recorded as sent, but not as a message of its own in ${chat}`] : []
    })
  }
}

/** What was acknowledged is in the draft, and in what was handed in. */
function lostAnswers(filler: Filler, { answers, values, revisions }: Facts): readonly string[] {
  const last = Math.max(
    0,
    ...revisions.filter(({ unit }) => unit === filler.unitCode).map(({ number }) => number),
  )
  const isIn = (rows: readonly (Stored & { readonly unit: string })[], wanted: Stored) =>
    rows.some(
      ({ unit, element, numeric, yes }) =>
        unit === filler.unitCode &&
        element === wanted.element &&
        numeric === wanted.numeric &&
        yes === wanted.yes,
    )
  return [...filler.acknowledged].flatMap(([at, figures]) =>
    figures.flatMap((wanted) => {
      const isKept =
        isIn(answers, wanted) &&
        (last === 0 ||
          isIn(
            values.filter(({ number }) => number === last),
            wanted,
          ))
      const found = answers.find(
        ({ unit, element }) => unit === filler.unitCode && element === wanted.element,
      )
      return isKept
        ? []
        : [
            `${filler.unitCode}: answer ${at + 1} was acknowledged as ${JSON.stringify(wanted)} and is ${JSON.stringify(found)}`,
          ]
    }),
  )
}

/** No figure stands where the person gave another: words sent again were not taken for the next answer. */
function strayFigures(filler: Filler, { answers }: Facts): readonly string[] {
  const given = new Map(filler.figures().map((each) => [each.element, each]))
  return answers.flatMap(({ unit, element, numeric, yes }) => {
    const wanted = given.get(element)
    const isRight = unit !== filler.unitCode || (wanted && wanted.numeric === numeric && wanted.yes === yes)
    return isRight ? [] : [`${unit}: ${element} holds ${numeric ?? yes}, which nobody gave for it`]
  })
}

/** Every revision, also of those who are not on stage and of other forms, was handed in and decided once. */
const doubledReviews = ({ allRevisions }: Facts): readonly string[] =>
  allRevisions.flatMap(({ unit, form, number, outcomes }) =>
    LIVES.includes(outcomes.join())
      ? []
      : [`${unit}: revision ${number} of ${form} was ${outcomes.join(', ')}`],
  )

/** Each of the person's revisions is there and in the audit once. */
function doubled({ unitCode }: Filler, { revisions, audit }: Facts): readonly string[] {
  const own = revisions.filter(({ unit }) => unit === unitCode).sort((a, b) => a.number - b.number)
  const gaps = own.flatMap(({ number }, index) =>
    number === index + 1 ? [] : [`${unitCode}: revision ${number} stands where ${index + 1} should`],
  )
  const decided = (outcome: string) => own.filter(({ outcomes }) => outcomes.includes(outcome)).length
  const wanted: readonly [string, number][] = [
    ['submission.submit', own.length],
    ['submission.accepted', decided('accepted')],
    ['submission.returned', decided('returned')],
  ]
  const counted = wanted.flatMap(([action, count]) => {
    const found = audit.find((each) => each.unit === unitCode && each.action === action)?.count ?? 0
    return found === count ? [] : [`${unitCode}: ${action} is in the audit ${found} times, not ${count}`]
  })
  return [...gaps, ...counted]
}

function unfinished(fillers: readonly Filler[], { submissions, outbox }: Facts): readonly string[] {
  const open = fillers.flatMap(({ unitCode }) => {
    const state = submissions.find(({ unit }) => unit === unitCode)?.state
    return state === 'accepted' ? [] : [`${unitCode}: ended as ${state}`]
  })
  const stuck = outbox.filter(({ state }) => state === 'sending' || state === 'pending' || state === 'failed')
  return [...open, ...stuck.map(({ id, kind, state }) => `${kind} ${id} was left ${state}`)]
}

const OF_FORM = `s."form" = 'qy-annual' AND s."period" = '2026'`

async function readFacts(folder: string): Promise<Facts> {
  const db = await openDurablePGlite(folder)
  const rows = async <T extends object>(sql: string): Promise<readonly T[]> =>
    (await db.query<T>(sql)).rows.map(cleaned)
  try {
    const allRevisions = await rows<Revision>(`
      SELECT u."code" AS unit, s."form" || ' ' || s."period" AS form, ${OF_FORM} AS "isOfForm", r."number",
        (SELECT array_agg(w."outcome" ORDER BY w."at", w."outcome" DESC) FROM "Review" w WHERE w."revisionId" = r."id") AS outcomes
      FROM "Revision" r JOIN "Submission" s ON s."id" = r."submissionId" JOIN "OrgUnit" u ON u."id" = s."unitId"`)
    return {
      answers: await rows(`SELECT u."code" AS unit, a."element", ${stored('a')} FROM "DraftAnswer" a
        JOIN "Submission" s ON s."id" = a."submissionId" JOIN "OrgUnit" u ON u."id" = s."unitId" WHERE ${OF_FORM}`),
      values: await rows(`SELECT u."code" AS unit, r."number", v."element", ${stored('v')} FROM "DataValue" v
        JOIN "Revision" r ON r."id" = v."revisionId" JOIN "Submission" s ON s."id" = r."submissionId"
        JOIN "OrgUnit" u ON u."id" = s."unitId" WHERE ${OF_FORM}`),
      allRevisions,
      revisions: allRevisions.filter(({ isOfForm }) => isOfForm),
      audit: await rows(`SELECT u."code" AS unit, e."action", count(*)::int AS count FROM "AuditEvent" e
        JOIN "Submission" s ON s."id" = e."subject" JOIN "OrgUnit" u ON u."id" = s."unitId" WHERE ${OF_FORM} GROUP BY 1, 2`),
      submissions: await rows(
        `SELECT u."code" AS unit, s."state" FROM "Submission" s JOIN "OrgUnit" u ON u."id" = s."unitId" WHERE ${OF_FORM}`,
      ),
      outbox: await rows(
        `SELECT "id", "kind", "chatId"::float8 AS chat, "state", "attempts", "dedupeKey" AS key, "messageId"::float8 AS message FROM "Outbox"`,
      ),
      digests: await rows(
        `SELECT g."chatId"::float8 AS chat, d."week", count(*)::int AS count FROM "Digest" d JOIN "Group" g ON g."id" = d."groupId" GROUP BY 1, 2`,
      ),
    }
  } finally {
    await db.close()
  }
}

const stored = (alias: string): string => `${alias}."numeric"::float8 AS "numeric", ${alias}."yes"`

/** NULL as a property that is not there. */
const cleaned = <T extends object>(row: T): T =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as T
