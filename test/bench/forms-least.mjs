// node forms-least.mjs BUILD TOKEN API_ROOT DATA_DIR [DATABASE_URL]: the barest echo inside an empty conversation that is kept between two
// texts. What no form's step can go without: one read, one play of the engine, one write; no person, no question, no rule, no words.
import { enterConversation, resumeConversation } from '@grammyjs/conversations'
import { openPool, serve } from './forms-bare.mjs'

const READ = { name: 'read', text: 'SELECT revision, state FROM least WHERE chat = $1' }
const WRITE = {
  name: 'write',
  text: `WITH step AS (INSERT INTO least AS l VALUES ($1, $2, $3) ON CONFLICT (chat) DO UPDATE
      SET revision = EXCLUDED.revision, state = EXCLUDED.state WHERE l.revision = EXCLUDED.revision - 1 RETURNING chat)
    INSERT INTO least_answer SELECT $4, chat, $5 FROM step`,
}

const pool = await openPool()
await pool.query('CREATE TABLE IF NOT EXISTS least (chat bigint PRIMARY KEY, revision int, state jsonb)')
await pool.query(
  'CREATE TABLE IF NOT EXISTS least_answer (update_id bigint PRIMARY KEY, chat bigint, text text)',
)

const talk = async (conversation) => {
  await conversation.wait()
}
const baseOf = ({ update, botInfo }) => ({ update, me: botInfo, api: { token: '0:form', options: {} } })

await serve(async (ctx) => {
  const { update, chat, message } = ctx
  const base = baseOf(ctx)
  const [row] = (await pool.query({ ...READ, values: [chat.id] })).rows
  if (row) await resumeConversation(talk, base, row.state)
  const { replay, interrupts } = await enterConversation(talk, base)
  const state = JSON.stringify({ replay, interrupts })
  const revision = (row?.revision ?? 0) + 1
  await pool.query({ ...WRITE, values: [chat.id, revision, state, update.update_id, message.text] })
  await ctx.reply(message.text)
})
