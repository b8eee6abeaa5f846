// node forms-barest.mjs BUILD TOKEN API_ROOT DATA_DIR [DATABASE_URL]: the echo with its row written past Prisma, by the driver alone.
import { openPool, serve } from './forms-bare.mjs'

const pool = await openPool()
await pool.query('CREATE TABLE IF NOT EXISTS echo (update_id bigint PRIMARY KEY, chat bigint, text text)')
await serve(async (ctx) => {
  const { update, chat, message } = ctx
  await pool.query('INSERT INTO echo VALUES ($1, $2, $3)', [update.update_id, chat.id, message.text])
  await ctx.reply(message.text)
})
