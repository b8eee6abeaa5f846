import QRCode from 'qrcode'
import { ROLES, type Role } from '../../domain/access.ts'
import { localDateOf } from '../../domain/local-date.ts'
import { renderDate } from '../../domain/render-value.ts'
import { createInvitation } from '../../usecases/create-invitation.ts'
import {
  type CliArgs,
  type CliCommand,
  findOption,
  requireOption,
  UsageError,
  writeJson,
} from '../command.ts'

const isRole = (text: string): text is Role => (ROLES as readonly string[]).includes(text)

/** Prints the link that lets one person in, and draws it as a QR image where asked. */
export const invite: CliCommand = {
  name: 'invite',
  usage: '--role ROLE --unit CODE [--name NAME] [--phone PHONE] [--qr FILE.png] [--json]',
  about: 'cli:about.invite',
  options: {
    role: { type: 'string' },
    unit: { type: 'string' },
    name: { type: 'string' },
    phone: { type: 'string' },
    qr: { type: 'string' },
    json: { type: 'boolean' },
  },
  async run(open, args, io, t) {
    const wish = wishOf(args)
    const context = await open()
    const deps = { ...context, botUsername: await context.botUsername() }
    const { link, role, unit, forName, expiresAt } = await createInvitation(deps, 'cli', wish)
    const qr = findOption(args, 'qr')
    if (qr !== undefined)
      await io.writeFile(qr, new Uint8Array(await QRCode.toBuffer(link, { width: 512, margin: 2 })))
    const expiresOn = renderDate(localDateOf(expiresAt, context.timeZone), t.locale)
    if (args.options.json === true) {
      writeJson(io, {
        link,
        role,
        unit: unit.code,
        ...(forName && { forName }),
        expiresAt: expiresAt.toISOString(),
      })
      return 0
    }
    io.out(link)
    io.err(t('cli:invite.made', { role: t(`common:role.${role}`), unit: unit.name, expiresOn }))
    return 0
  },
}

function wishOf(args: CliArgs) {
  const role = requireOption(args, 'role')
  if (!isRole(role)) throw new UsageError(`--role ${ROLES.join('|')}`)
  const [forName, phone] = [findOption(args, 'name'), findOption(args, 'phone')]
  return { role, unit: requireOption(args, 'unit'), ...(forName && { forName }), ...(phone && { phone }) }
}
