import type { Command } from '../services.ts'
import { showSystem } from '../show-system.ts'

/** How the installation is: the outbox, messages whose fate is not known, groups and their last digest. */
export const hethong: Command = {
  name: 'hethong',
  aliases: ['hệ thống', 'system'],
  description: 'common:command.hethong',
  needs: ['see-system'],
  place: 'private',
  run: showSystem,
}
