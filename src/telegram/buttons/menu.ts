import { DomainError } from '../../domain/errors.ts'
import { type ButtonHandler, findCommand, mayUse } from '../services.ts'

/** A command by a button. */
export const menuButton: ButtonHandler = {
  prefix: 'm',
  async run(services, ctx, [name = '']) {
    const command = findCommand(services.commands, name)
    if (!command || !mayUse(command, ctx.state.actor)) throw new DomainError('not-allowed')
    await command.run(services, ctx, '')
  },
}
