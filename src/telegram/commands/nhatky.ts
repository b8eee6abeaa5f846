import { findInAudit, showAudit, WEEK } from '../audit.ts'
import type { Command } from '../services.ts'

/** Who did what and when; `/nhatky TÊN` or `/nhatky MÃ` of one person or unit. */
export const nhatky: Command = {
  name: 'nhatky',
  aliases: ['nhật ký', 'log'],
  description: 'common:command.nhatky',
  needs: ['see-audit'],
  place: 'private',
  async run(services, ctx, argument) {
    const words = argument.trim()
    if (words === '') await showAudit(services, ctx, WEEK, 0, '')
    else await findInAudit(services, ctx, words)
  },
}
