import { expect, it, onTestFinished } from 'vitest'
import { BadInput } from '../support/bad-input.ts'

const UPDATES = Number(process.env.UPDATES ?? 10_000)
const SEED = process.env.SEED ?? String(Date.now())

it(`${UPDATES} updates with seed ${SEED} stop nothing, tell nothing and change nothing of others`, async () => {
  const input = await BadInput.open(SEED)
  onTestFinished(() => input.stage.close())
  await input.send(UPDATES)
  await input.judge()
  expect(input.sent).toBeGreaterThanOrEqual(UPDATES)
})
