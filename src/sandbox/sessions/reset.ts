import type { ControlContext } from '../control-context.ts'

/** Begins anew: the bot stops, everything it and the sandbox keep is removed, the bot starts on an empty folder. */
export async function resetSandbox({
  world,
  queue,
  webhook,
  faults,
  limits,
  bot,
  onReset,
}: ControlContext): Promise<void> {
  await bot?.stop()
  webhook.close()
  queue.reset()
  faults.clear()
  faults.latencyMs = 0
  limits.reset()
  await onReset()
  world.reset()
  await bot?.restart()
}
