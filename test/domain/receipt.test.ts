import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { getPeriod } from '../../src/domain/period.ts'
import { buildReceipt, parseReceipt } from '../../src/domain/receipt.ts'

const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const receipts = fc
  .tuple(
    fc.constantFrom('QY', 'GL', 'QN', 'DH', 'LB'),
    fc.constantFrom('2026', '2026-H1', 'SY2025', 'SY2025-T2', '2026-09').map(getPeriod),
    fc.uint8Array({ minLength: 4, maxLength: 4 }),
  )
  .map(([plan, period, bytes]) => buildReceipt(plan, period, bytes))

describe('a receipt code', () => {
  it('names plan and period and comes from the random bytes given', () => {
    const receipt = buildReceipt('QY', getPeriod('2026'), new Uint8Array([5, 17, 1, 18]))
    expect(receipt).toMatch(/^QY-2026-7K3M-[2-9A-HJKMNP-Z]$/)
    expect(buildReceipt('QY', getPeriod('2026'), new Uint8Array([5, 17, 1, 18]))).toBe(receipt)
    expect(buildReceipt('lb', getPeriod('SY2023'), new Uint8Array(4))).toMatch(/^LB-SY2023-2222-/)
    expect(() => buildReceipt('QY', getPeriod('2026'), new Uint8Array(3))).toThrow(RangeError)
    expect(() => buildReceipt('Đ', getPeriod('2026'), new Uint8Array(4))).toThrow(RangeError)
  })

  it('is read back, also in small letters and with stray spaces', () => {
    fc.assert(
      fc.property(receipts, (receipt) => {
        expect(parseReceipt(receipt)).toEqual({ kind: 'receipt', receipt })
        expect(parseReceipt(` ${receipt.toLowerCase().replaceAll('-', ' – ')} `)).toEqual({
          kind: 'receipt',
          receipt,
        })
      }),
    )
  })

  it('takes O for 0 in the year', () => {
    const receipt = buildReceipt('QY', getPeriod('2026'), new Uint8Array(4))
    expect(parseReceipt(receipt.replace('2026', '2O26'))).toEqual({ kind: 'receipt', receipt })
  })

  it('with one wrong character, or two neighbours swapped, is never another one', () => {
    fc.assert(
      fc.property(receipts, fc.nat(), fc.constantFrom(...ALPHABET), (receipt, at, wrong) => {
        const random = receipt.length - 6 + (at % 4)
        const changed = receipt.slice(0, random) + wrong + receipt.slice(random + 1)
        if (changed !== receipt)
          expect(parseReceipt(changed)).toEqual({ kind: 'problem', problem: 'receipt-mistyped' })
        const pair = receipt.length - 6 + (at % 3)
        const swapped = `${receipt.slice(0, pair)}${receipt[pair + 1]}${receipt[pair]}${receipt.slice(pair + 2)}`
        if (swapped !== receipt)
          expect(parseReceipt(swapped)).toEqual({ kind: 'problem', problem: 'receipt-mistyped' })
        const otherYear = receipt.replace(/202(\d)/, (_, digit: string) => `202${(Number(digit) + 1) % 10}`)
        expect(parseReceipt(otherYear)).toEqual({ kind: 'problem', problem: 'receipt-mistyped' })
      }),
    )
  })

  it.each(['', 'QY-2026', 'QY-2026-7K3-9', 'QY-26-7K3M-9', 'QY-2026-7K0M-9', 'xin chào'])(
    '«%s» is none',
    (text) => {
      expect(parseReceipt(text)).toEqual({ kind: 'problem', problem: 'receipt-invalid' })
    },
  )
})
