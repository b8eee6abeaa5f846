import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const LINKED = ['node_modules', 'dist', 'package.json']
const PAGE = 'src/sandbox/page'
const COPIED = ['prisma', 'locales']

/** The program compiled into a folder of its own, so that a stale or half-written `dist` never plays a part. */
export interface Build {
  readonly main: string
  /** The bot with failpoints and mutations. */
  readonly faultyBot: string
  remove(): Promise<void>
}

/** Returns the program as it stands in `src`. Throws: Error with the compiler's words. */
export async function buildProgram(): Promise<Build> {
  const dir = await mkdtemp(join(tmpdir(), 'chi-tieu-build-'))
  for (const name of COPIED) await cp(join(ROOT, name), join(dir, name), { recursive: true })
  await cp(join(ROOT, PAGE), join(dir, PAGE), { recursive: true })
  for (const name of LINKED) await symlink(join(ROOT, name), join(dir, name))
  const config = {
    extends: join(ROOT, 'tsconfig.json'),
    compilerOptions: {
      rootDir: ROOT,
      outDir: dir,
      incremental: false,
      // `npm run check` has looked at the types.
      noCheck: true,
      noUnusedLocals: false,
      noUnusedParameters: false,
      noEmitOnError: false,
      sourceMap: false,
      typeRoots: [join(ROOT, 'node_modules/@types')],
    },
    include: [join(ROOT, 'src'), join(ROOT, 'test/faults/faulty-bot.ts')],
  }
  await writeFile(join(dir, 'tsconfig.json'), JSON.stringify(config))
  await compile(dir)
  return {
    main: join(dir, 'src/main.js'),
    faultyBot: join(dir, 'test/faults/faulty-bot.js'),
    remove: () => rm(dir, { recursive: true, force: true }),
  }
}

async function compile(dir: string): Promise<void> {
  const compiler = join(ROOT, 'node_modules/typescript/bin/tsc')
  const child = spawn(process.execPath, [compiler, '-p', dir], { stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString()
  })
  const [code] = (await once(child, 'close')) as [number]
  if (code !== 0) throw new Error(`the program does not compile:\n${said}`)
}
