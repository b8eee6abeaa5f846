import { fdatasyncSync } from 'node:fs'
import type { PGlite } from '@electric-sql/pglite'
import { NodeFS } from '@electric-sql/pglite/nodefs'

/** How often a file was forced to the disk. */
export interface SyncCounter {
  count: number
}

type InitOptions = Parameters<NodeFS['init']>[1]
type ServerModule = Parameters<NonNullable<InitOptions['preRun']>[number]>[0]

/** What the module's file system over a folder has inside; its types leave it out. */
interface FolderOperations {
  readonly stream_ops: { fsync?: (stream: { readonly nfd: number }) => number }
}

/** PGlite's file system over a folder answers fsync without doing it; here it reaches the disk. */
export class DurableFS extends NodeFS {
  readonly #syncs: SyncCounter

  constructor(dir: string, syncs: SyncCounter) {
    super(dir)
    this.#syncs = syncs
  }

  override async init(pg: PGlite, options: InitOptions): ReturnType<NodeFS['init']> {
    const made = await super.init(pg, options)
    const preRun = [...(made.emscriptenOpts.preRun ?? []), (module: ServerModule) => this.#mend(module)]
    return { emscriptenOpts: { ...made.emscriptenOpts, preRun } }
  }

  #mend(module: ServerModule): void {
    const operations = (module.NODEFS as unknown as FolderOperations).stream_ops
    operations.fsync = (stream) => {
      this.#syncs.count++
      fdatasyncSync(stream.nfd)
      return 0
    }
  }
}
