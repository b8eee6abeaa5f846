import type { Play } from './conversations-play.ts'
import type { Stage } from './stage.ts'

const PATIENCE_MS = 30_000

/** A stage with a webhook as a town of one bot: what Telegram brings again is posted to the same place. */
export function townOf(stage: Stage): Play['town'] {
  const { delivery } = stage.config.bot
  if (delivery.kind !== 'webhook') throw new Error('a town is told by webhook')
  return {
    sandbox: stage.sandbox,
    settled: (updateId) => untilDelivered(stage, updateId),
    async bringAgain(update) {
      const response = await fetch(`${delivery.url}/telegram/updates`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'x-telegram-bot-api-secret-token': delivery.secret,
        },
        body: JSON.stringify(update),
      })
      if (response.status !== 200) throw new Error(`update ${update.update_id}: ${response.status}`)
    },
    restart: () => stage.restart(),
  }
}

/** An update is forgotten once the bot has answered it with a success. */
export function untilDelivered({ sandbox }: Pick<Stage, 'sandbox'>, updateId: number): Promise<void> {
  const { changes, state } = sandbox.world
  const isDone = () => !state.pending.some(({ update }) => update.update_id === updateId)
  return new Promise((resolve, reject) => {
    const look = () => {
      if (!isDone()) return
      changes.off('entry', look)
      clearTimeout(timer)
      resolve()
    }
    const timer = setTimeout(() => {
      changes.off('entry', look)
      reject(new Error(`the bot is not done with update ${updateId}`))
    }, PATIENCE_MS)
    changes.on('entry', look)
    look()
  })
}
