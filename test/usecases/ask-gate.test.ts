import { expect, it } from 'vitest'
import { AskGate } from '../../src/usecases/ask-gate.ts'
import { AT, later } from '../support/store-world.ts'

const ask = (gate: AskGate, asker: string, times: number, at = AT) =>
  Array.from({ length: times }, () => gate.letsIn(asker, at))

it('lets nobody ask without end: told once when to go on, then nothing is said until then', () => {
  const gate = new AskGate()
  expect(ask(gate, 'one', 100)).not.toContain(false)
  expect(() => gate.letsIn('one', later(200))).toThrow(
    expect.objectContaining({ code: 'asked-too-often', params: { count: 7 } }),
  )
  expect(ask(gate, 'one', 50, later(300))).not.toContain(true)
  expect(gate.letsIn('other', later(300))).toBe(true)
  expect(gate.letsIn('one', later(599))).toBe(false)
  expect(gate.letsIn('one', later(600))).toBe(true)
})

it('does not hold back who asks all day long, every ten seconds', () => {
  const gate = new AskGate()
  for (let seconds = 0; seconds < 8 * 3600; seconds += 10)
    expect(gate.letsIn('one', later(seconds))).toBe(true)
})
