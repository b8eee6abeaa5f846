import { DomainError } from '../../domain/errors.ts'
import { listAudienceUnits } from '../../usecases/broadcast.ts'
import { broadcastForm } from '../conversations/broadcast.ts'
import type { Command } from '../services.ts'

/** Sends an announcement to the people of a unit and all below it. */
export const thongbao: Command = {
  name: 'thongbao',
  aliases: ['thông báo', 'announce'],
  description: 'common:command.thongbao',
  needs: ['chase'],
  place: 'private',
  async run(services, ctx) {
    const units = await listAudienceUnits(services, ctx.state.actor)
    if (units.length === 0) throw new DomainError('unit-not-found')
    const choices = units.map(({ id, name }) => ({ id, name }))
    await services.bridge.enter(ctx, broadcastForm(services), { formVersion: 1, units: choices })
  },
}
