// node forms-echo.mjs BUILD TOKEN API_ROOT DATA_DIR [DATABASE_URL]: Telegraf says back what it hears, and Prisma writes a row for each.
import { join } from 'node:path'
import { PrismaPg } from '@prisma/adapter-pg'
import { openPool, serve } from './forms-bare.mjs'

const { PrismaClient } = await import(join(process.argv[2], 'src/store/client/client.js'))
const prisma = new PrismaClient({ adapter: new PrismaPg(await openPool()) })
await serve(async (ctx) => {
  const { update, chat, message } = ctx
  const data = {
    at: new Date(),
    actor: String(chat.id),
    action: message.text,
    subject: String(update.update_id),
  }
  await prisma.auditEvent.create({ data })
  await ctx.reply(message.text)
})
