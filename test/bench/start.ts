import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildProgram } from '../faults/build.ts'
import { readCast } from '../faults/cast.ts'
import { type BenchPart, median } from './part.ts'
import { SandboxProcess } from './sandbox-process.ts'
import { playSixSteps } from './six-steps.ts'

const LATER_STARTS = 5
const BARE = fileURLToPath(new URL('bare.mjs', import.meta.url))
/** Bars of the product: seconds and MB. */
const FIRST_S = 15
const LATER_S = 5
const PEAK_MB = 450

/** How long from the spawn to the first update answered, and the peak of memory, beside Node and PGlite alone. */
export const start: BenchPart = {
  title:
    'Start: spawn of `npm start` without a token to the first update answered; peak of memory after the six steps',
  async run() {
    const dir = await mkdtemp(join(tmpdir(), 'chi-tieu-bench-'))
    const build = await buildProgram()
    try {
      const bare = await measureBare(join(dir, 'bare'))
      const program = await measureProgram(build.main, join(dir, 'program'))
      return [
        row('first start, s', program.first.ms / 1000, bare.first.ms / 1000, FIRST_S),
        row(
          `later start, s (median of ${LATER_STARTS})`,
          program.laterMs / 1000,
          bare.laterMs / 1000,
          LATER_S,
        ),
        row('peak memory after the six steps, MB', program.first.peakMb, bare.first.peakMb, PEAK_MB),
        row(
          'beside a bare opening that need not create, MB',
          program.first.peakMb,
          bare.laterPeakMb,
          PEAK_MB,
        ),
        ...program.first.peaksMb.map((peak, place) => ({
          figure: `  of it ${place === 0 ? 'the sandbox' : 'the bot'}, MB`,
          'Chỉ Tiêu': peak.toFixed(1),
        })),
        { figure: 'processor, first start, s', 'Chỉ Tiêu': program.first.cpuS.toFixed(1) },
        { figure: 'processor, later start, s', 'Chỉ Tiêu': program.laterCpuS.toFixed(1) },
      ]
    } finally {
      await build.remove()
      await rm(dir, { recursive: true, force: true })
    }
  },
}

const row = (figure: string, ours: number, bare: number, bar: number) => ({
  figure,
  'Chỉ Tiêu': ours.toFixed(1),
  'bare Node + PGlite': bare.toFixed(1),
  ratio: (ours / bare).toFixed(1),
  bar: `< ${bar}`,
  met: ours < bar ? 'yes' : 'NO',
})

async function measureProgram(main: string, dataDir: string) {
  const cast = await readCast()
  const first = await startOnce(main, dataDir, (sandbox) => playSixSteps(sandbox, cast))
  const later: Started[] = []
  for (let turn = 0; turn < LATER_STARTS; turn++) later.push(await startOnce(main, dataDir))
  const laterMs = median(later.map(({ ms }) => ms))
  return { first, laterMs, laterCpuS: median(later.map(({ cpuS }) => cpuS)) }
}

type Started = Awaited<ReturnType<typeof startOnce>>

/** Starts the program, has one person say a command, and ends it after what else is to be done. */
async function startOnce(
  main: string,
  dataDir: string,
  then: (sandbox: SandboxProcess) => Promise<void> = async () => undefined,
) {
  const startedAt = performance.now()
  const sandbox = await SandboxProcess.start(main, dataDir)
  try {
    await sandbox.give('messages', { personId: PERSON, text: '/trogiup' })
    const ms = performance.now() - startedAt
    const cpuS = sandbox.cpuSeconds()
    await then(sandbox)
    const peaksMb = sandbox.peaksMb()
    return { ms, cpuS, peaksMb, peakMb: peaksMb.reduce((sum, each) => sum + each, 0) }
  } finally {
    await sandbox.stop()
  }
}

/** An administrator of the demo world. */
const PERSON = 5200001

async function measureBare(dir: string) {
  const first = await openBare(dir)
  const later: Awaited<ReturnType<typeof openBare>>[] = []
  for (let turn = 0; turn < LATER_STARTS; turn++) later.push(await openBare(dir))
  const laterMs = median(later.map(({ ms }) => ms))
  return { first, laterMs, laterPeakMb: median(later.map(({ peakMb }) => peakMb)) }
}

async function openBare(dir: string): Promise<{ readonly ms: number; readonly peakMb: number }> {
  const startedAt = performance.now()
  const child = spawn(process.execPath, [BARE, dir], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [said] = (await once(child.stdout, 'data')) as [Buffer]
  const ms = performance.now() - startedAt
  await once(child, 'close')
  return { ms, peakMb: Number(said.toString().replace('answered', '').trim()) }
}
