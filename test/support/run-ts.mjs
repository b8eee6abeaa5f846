// node run-ts.mjs FILE.ts [ARGUMENT…]: runs a TypeScript module in a process of its own, as Node 20 cannot read it.
import { runnerImport } from 'vite'

await runnerImport(process.argv[2], { configFile: false, logLevel: 'error', root: process.cwd() })
