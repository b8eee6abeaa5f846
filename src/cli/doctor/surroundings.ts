import { LEAST_FREE_BYTES } from '../../usecases/examine-system.ts'
import type { TelegramProbe } from '../../usecases/ports.ts'
import type { Site } from '../command.ts'
import type { Findings } from './finding.ts'

/** Deadlines and digests are told to the minute. */
const MOST_SKEW_MS = 60_000

/** Looks at the disk and at what draws pictures. */
export async function examineMachine(findings: Findings, { probes }: Site): Promise<void> {
  const free = await probes.freeBytes()
  const megabytes = `${Math.floor(free / 2 ** 20)} MB`
  if (free < LEAST_FREE_BYTES) findings.broken('disk', megabytes, 'disk')
  else findings.fine('disk', megabytes)
  const problem = await probes.pictures()
  if (problem === undefined) findings.fine('pictures', '✓')
  else findings.broken('pictures', problem, 'pictures')
}

/** Looks at whether Telegram answers, by the same way the bot takes, and at the clock by what it answers. */
export async function examineTelegram(findings: Findings, { probes, settings }: Site): Promise<void> {
  const probe = await probes.telegram()
  if (probe === undefined) return
  const way = settings.hasProxy ? `${settings.apiRoot} (proxy)` : settings.apiRoot
  if (probe.kind !== 'reached') return tellUnreached(findings, probe, way, settings.hasProxy)
  findings.fine('telegram', `@${probe.username}, ${way}, ${probe.tookMs} ms`)
  if (probe.aheadMs === undefined) return
  const seconds = Math.round(probe.aheadMs / 1000)
  if (Math.abs(probe.aheadMs) > MOST_SKEW_MS) findings.broken('clock', `${seconds} s`, 'clock')
  else findings.fine('clock', `${seconds} s`)
}

function tellUnreached(
  findings: Findings,
  probe: Exclude<TelegramProbe, { kind: 'reached' }>,
  way: string,
  hasProxy: boolean,
): void {
  if (probe.kind === 'no-bot-api') findings.broken('telegram', `${way}: HTTP ${probe.status}`, 'apiRoot')
  else if (probe.kind === 'refused')
    findings.broken('telegram', `${probe.code} ${probe.description}`, 'token')
  else findings.broken('telegram', `${way}: ${probe.why}`, hasProxy ? 'proxy' : 'network')
}
