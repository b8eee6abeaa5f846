import { type ChildProcess, spawn } from 'node:child_process'
import { EventEmitter, once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

export interface Child {
  readonly process: ChildProcess
  /** Lines it has written so far. */
  readonly lines: readonly string[]
  /** Resolves with the lines when there are that many. Rejects when it ended before. */
  waitForLines(count: number): Promise<readonly string[]>
  /** As a cut of power would: it learns nothing of it. */
  kill(): Promise<void>
}

/** Runs a TypeScript file of `test/` in a process of its own. */
export function startChild(file: string, ...args: string[]): Child {
  const runner = join(import.meta.dirname, 'run-ts.mjs')
  const child = spawn(process.execPath, [runner, file, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
  const lines: string[] = []
  const progress = new EventEmitter()
  createInterface({ input: child.stdout }).on('line', (line) => {
    lines.push(line)
    progress.emit('step')
  })
  child.on('exit', () => progress.emit('step'))
  return {
    process: child,
    lines,
    waitForLines: async (count) => {
      while (lines.length < count) {
        if (child.exitCode !== null) throw new Error(`it ended with code ${child.exitCode}`)
        await once(progress, 'step')
      }
      return lines
    },
    kill: async () => {
      const closed = once(child, 'close')
      if (child.kill('SIGKILL')) await closed
    },
  }
}
