import { describe, expect, it } from 'vitest'
import { maskPhone, parsePhone } from '../../src/domain/phone.ts'

describe('phone', () => {
  it.each([
    ['0912345678', '84912345678'],
    ['0912 345 678', '84912345678'],
    ['(0912) 345-678', '84912345678'],
    ['091.234.5678', '84912345678'],
    ['+84912345678', '84912345678'],
    ['84912345678', '84912345678'],
    ['0084912345678', '84912345678'],
    ['+12025550123', '12025550123'],
  ])('reads %s as %s', (written, digits) => {
    expect(parsePhone(written)).toBe(digits)
  })

  it.each(['', '12', 'không có', '0912 345 67a', '+', '+84 912 345 678 901 234 5'])(
    'refuses %s',
    (written) => {
      expect(parsePhone(written)).toBeUndefined()
    },
  )

  it('is shown by its last three digits only', () => {
    expect(maskPhone('84912345678')).toBe('••••• 678')
  })
})
