// Writes settings one after the other into the database of the folder, and says so only when each is kept.
import { openDatabase } from '../../../src/store/database.ts'

const [, , , dataDir = '', name = ''] = process.argv
const database = await openDatabase({ dataDir, today: () => '2026-11-22' })
for (let index = 0; ; index++) {
  await database.installation.setSetting(`${name}-${index}`, index)
  process.stdout.write(`${name}-${index}\n`)
}
