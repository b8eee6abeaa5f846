import { type App, type Surroundings, startApp } from './app.ts'
import type { BotConfig, Config } from './config.ts'

/** Time that flows from wherever the sandbox set it. */
class MovableClock {
  #aheadMs = 0
  now(): Date {
    return new Date(Date.now() + this.#aheadMs)
  }
  set(now: string): void {
    this.#aheadMs = new Date(now).getTime() - Date.now()
  }
}

/**
 * Runs the bot in this process until it is told to stop. In the sandbox the parent tells the time over IPC (`{ type: 'clock', now }`)
 * and hears `{ type: 'ready' }`. `between`: what a test puts between the program and its surroundings.
 */
export async function runBot(
  config: Config & { readonly bot: BotConfig },
  between: Pick<Surroundings, 'fetch' | 'intercept' | 'limits'> = {},
): Promise<void> {
  const clock = new MovableClock()
  let app: App | undefined
  const isChild = config.isSandboxed && process.send !== undefined
  if (isChild) {
    await new Promise<void>((resolve) => {
      process.on('message', (message: { readonly type?: string; readonly now?: string }) => {
        if (message.type !== 'clock' || message.now === undefined) return
        clock.set(message.now)
        resolve()
        void app?.clockMoved()
      })
    })
    process.on('disconnect', () => void stop())
  }
  app = await startApp(config, { ...between, clock })
  const stop = async () => {
    await app?.stop()
    process.exit(0)
  }
  process.once('SIGTERM', () => void stop())
  process.once('SIGINT', () => void stop())
  if (isChild) process.send?.({ type: 'ready' })
  else app.house.log.info({ port: app.port, mode: config.bot.delivery.kind }, 'ready')
}
