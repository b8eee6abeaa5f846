import type { CliCommand } from './command.ts'
import { ask } from './commands/ask.ts'
import { backup, move, restore } from './commands/backup.ts'
import { demoLoad } from './commands/demo.ts'
import { digestPreview } from './commands/digest.ts'
import { doctor } from './commands/doctor.ts'
import { exportFigures } from './commands/export.ts'
import { holidaysLoad } from './commands/holidays.ts'
import { invite } from './commands/invite.ts'
import { planCheck, planLoad } from './commands/plan.ts'
import { progress } from './commands/progress.ts'
import { rosterLoad, rosterTemplate } from './commands/roster.ts'

/** Every command of the command line, in the order of --help. */
export const COMMANDS: readonly CliCommand[] = [
  planCheck,
  planLoad,
  rosterLoad,
  rosterTemplate,
  demoLoad,
  holidaysLoad,
  invite,
  ask,
  progress,
  digestPreview,
  exportFigures,
  backup,
  restore,
  move,
  doctor,
]
