import { describe, expect, it } from 'vitest'
import { createSecrets } from '../src/secrets.ts'

const secrets = createSecrets('first key of sixteen')
const others = createSecrets('other key of sixteen')

describe('secrets', () => {
  it('give a phone back to the same key only', () => {
    const kept = secrets.encryptPhone('84912345678')
    expect(createSecrets('first key of sixteen').decryptPhone(kept)).toBe('84912345678')
    expect(() => others.decryptPhone(kept)).toThrow()
  })

  it('keep a phone unreadable and different each time', () => {
    const [one, two] = [secrets.encryptPhone('84912345678'), secrets.encryptPhone('84912345678')]
    expect(Buffer.from(one).includes('84912345678')).toBe(false)
    expect(Buffer.from(one).equals(Buffer.from(two))).toBe(false)
  })

  it('notice a changed byte', () => {
    const kept = secrets.encryptPhone('84912345678')
    kept[kept.length - 1] = (kept.at(-1) ?? 0) ^ 1
    expect(() => secrets.decryptPhone(kept)).toThrow()
  })

  it('match phones by a hash that another key does not share', () => {
    expect(secrets.hashPhone('84912345678')).toBe(secrets.hashPhone('84912345678'))
    expect(secrets.hashPhone('84912345678')).not.toBe(others.hashPhone('84912345678'))
  })

  it('hash tokens as SHA-256', () => {
    expect(secrets.hash('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  })
})
