import { setTimeout as sleep } from 'node:timers/promises'
import type { Logger } from 'pino'
import type { UserFromGetMe } from 'telegraf/types'
import type { Transport } from './transport/transport.ts'

/** Asks who the bot is, as long as it takes; only a wrong token ends it. */
export async function getMe(log: Logger, transport: Transport): Promise<UserFromGetMe> {
  for (let attempt = 1; ; attempt++) {
    const answer = await transport.call('getMe', {}).catch((error: Error) => error)
    if (!(answer instanceof Error)) {
      if (answer.ok) return answer.result as UserFromGetMe
      if (answer.error_code === 401 || answer.error_code === 404)
        throw new Error('BOT_TOKEN is not known to Telegram: copy it again from @BotFather')
    }
    log.warn(
      { attempt, problem: answer instanceof Error ? answer.message : answer.description },
      'Telegram does not answer; trying again',
    )
    await sleep(Math.min(500 * 2 ** attempt, 30_000))
  }
}
