// node bare.mjs FOLDER: what Node and PGlite alone need to open a folder and answer; prints «answered PEAK_MB».
import { readFileSync } from 'node:fs'
import { PGlite } from '@electric-sql/pglite'

const db = await PGlite.create(process.argv[2])
await db.query('SELECT 1')
const peak = Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? 0) / 1024
console.log(`answered ${peak}`)
await db.close()
