import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { dropStageTemplate } from './stage-template.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder of this test run, gone when it ends; what is made once for all files lies there. */
    runFolder: string
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'chi-tieu-run-'))
  project.provide('runFolder', folder)
  return async () => {
    await dropStageTemplate(folder)
    await rm(folder, { recursive: true, force: true })
  }
}
