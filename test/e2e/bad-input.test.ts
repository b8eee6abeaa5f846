import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BadInput } from '../support/bad-input.ts'

const UPDATES = 400

describe('whatever people and their apps send', () => {
  let input: BadInput
  beforeAll(async () => {
    input = await BadInput.open('bad input')
  })
  afterAll(() => input?.stage.close())

  it('that is no update is refused, and the next one is heard', async () => {
    const bodies = [
      '',
      '{',
      'null',
      '[]',
      '"x"',
      '7',
      '{"update_id":"x"}',
      `{"a":${'['.repeat(2000)}${']'.repeat(2000)}}`,
    ]
    for (const status of await input.sendGarbage(bodies)) expect(status).toBeLessThan(600)
  })

  it('never stops the bot, tells no secret, and changes nothing of others', async () => {
    await input.send(UPDATES)
    await input.judge()
  })
})
