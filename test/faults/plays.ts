import { setTimeout as sleep } from 'node:timers/promises'
import type { Failpoint, Mutation } from './orders.ts'
import type { Pace } from './person.ts'
import { Scene, type SceneOptions } from './scene.ts'

/** What every play needs: the cast, the compiled bot, a prepared folder. */
export type Stage = Pick<SceneOptions, 'cast' | 'file' | 'prepared'>

const QUICK: Pace = { thinkMs: () => 5, patienceMs: 1200 }
const DEATH_PATIENCE_MS = 240_000
const END_PATIENCE_MS = 420_000

export interface FailpointPlay {
  readonly name: string
  /** Where each life but the last ends, and at the how-manieth time of coming by. */
  readonly lives: readonly (readonly [point: Failpoint, time: number])[]
  readonly mutation?: Mutation
}

const alone = (point: Failpoint, time = 1): FailpointPlay => ({ name: point, lives: [[point, time]] })

/** One for each moment between two effects, and the ways they follow each other. */
export const FAILPOINT_PLAYS: readonly FailpointPlay[] = [
  alone('step-committed', 2),
  alone('before-acknowledging', 2),
  alone('acknowledged', 2),
  alone('inside-submit'),
  alone('submission.submit'),
  alone('submission.accepted'),
  alone('submission.returned'),
  alone('submission.reopen'),
  alone('inside-digest'),
  alone('digest-queued'),
  alone('digest-claimed'),
  alone('digest-sent'),
  {
    name: 'digest-sent, then inside-doubt',
    lives: [
      ['digest-sent', 1],
      ['inside-doubt', 1],
    ],
  },
  {
    name: 'digest-sent, then outbox.send-again',
    lives: [
      ['digest-sent', 1],
      ['outbox.send-again', 1],
    ],
  },
  {
    name: 'digest-sent, then again while it is sent again',
    lives: [
      ['digest-sent', 1],
      ['digest-sent', 2],
    ],
  },
]

export interface MutationPlay extends FailpointPlay {
  readonly mutation: Mutation
  /** What the checks say when they miss the protection. */
  readonly sign: RegExp
}

const without = (mutation: Mutation, point: Failpoint, time: number, sign: RegExp): MutationPlay => ({
  ...{ name: mutation, mutation, lives: [[point, time]], sign },
})

/** Each protection taken out, with the moment at which it is missed. */
export const MUTATION_PLAYS: readonly MutationPlay[] = [
  without('resend-doubts', 'digest-sent', 1, /digest of week \d+ 2 times/),
  without('forget-processed', 'before-acknowledging', 4, /which nobody gave for it/),
  without('never-show-again', 'step-committed', 4, /which nobody gave for it/),
  without('reply-before-commit', 'acknowledged', 1, /was acknowledged as/),
  without('no-transaction', 'inside-submit', 1, /in the audit 0 times, not 1/),
  without('digest-always-new', 'digest-sent', 2, /digest of week \d+ [23] times/),
  without('review-always-open', 'submission.accepted', 1, /accepted, accepted/),
]

/** Returns what is wrong after a play in which each life ends at its failpoint. Throws: Error when one is never reached. */
export async function playFailpoints(
  stage: Stage,
  { lives, mutation }: FailpointPlay,
): Promise<readonly string[]> {
  const mutations = mutation ? { mutations: [mutation] } : {}
  // One person alone, where it matters which figure it is.
  const people = mutation ? { fillers: 1 } : { fillers: 2, returned: 1 }
  const scene = await Scene.open({ ...stage, ...people, pace: QUICK })
  try {
    scene.begin()
    for (const [index, [point, time]] of lives.entries()) {
      const child = scene.live({ dieAt: { point, time }, ...mutations })
      await child.ready.catch(() => undefined)
      if (index === 0 && point.includes('digest')) scene.nextDigests()
      if (!(await child.dies(DEATH_PATIENCE_MS))) throw new Error(`the bot never came by ${point} (${time})`)
    }
    scene.live(mutations)
    // What a mutation breaks may well be that it never comes to an end.
    return await scene.judge(await scene.finishes(mutation ? END_PATIENCE_MS / 6 : END_PATIENCE_MS))
  } finally {
    await scene.close()
  }
}

export interface RandomPlay {
  readonly kills: number
  readonly fillers: number
  /** 0 ≤ n < 1, in the order of the seed. */
  readonly random: () => number
  readonly tell?: (line: string) => void
}

const LONGEST_LIFE_MS = 1600
/** One kill in so many comes while the bot is still starting. */
const EARLY = 6

/** Returns what is wrong after a play under load in which the bot is killed at random moments, digests under way. */
export async function playRandomMoments(stage: Stage, play: RandomPlay): Promise<readonly string[]> {
  const { random, tell = () => undefined } = play
  const pace: Pace = { thinkMs: () => 20 + random() * 400, patienceMs: 1500 }
  const scene = await Scene.open({ ...stage, fillers: play.fillers, returned: 2, pace })
  try {
    scene.begin()
    for (let kill = 1; kill <= play.kills; kill++) {
      const child = scene.live()
      const isEarly = random() * EARLY < 1
      const afterMs = Math.round(random() * (isEarly ? 900 : LONGEST_LIFE_MS))
      if (!isEarly) await child.ready
      const isDigestDue = kill % 2 === 1
      if (isDigestDue) setTimeout(() => scene.nextDigests(), afterMs * random())
      await sleep(afterMs)
      await child.kill()
      tell(
        `kill ${kill}: ${afterMs} ms after the ${isEarly ? 'spawn' : 'start'}${isDigestDue ? ', digests due' : ''}`,
      )
    }
    scene.live()
    return await scene.judge(await scene.finishes(END_PATIENCE_MS))
  } finally {
    await scene.close()
  }
}
