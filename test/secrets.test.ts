import { describe, expect, it } from 'vitest'
import { createSecrets, openSecrets } from '../src/secrets.ts'

const secrets = createSecrets('first key of sixteen')
const others = createSecrets('other key of sixteen')
const encrypt = (digits: string) => secrets.encryptPhone?.(digits) ?? new Uint8Array()

describe('secrets', () => {
  it('give a phone back to the same key only', () => {
    const kept = encrypt('84912345678')
    expect(createSecrets('first key of sixteen').decryptPhone?.(kept)).toBe('84912345678')
    expect(() => others.decryptPhone?.(kept)).toThrow()
  })

  it('keep a phone unreadable and different each time', () => {
    const [one, two] = [encrypt('84912345678'), encrypt('84912345678')]
    expect(Buffer.from(one).includes('84912345678')).toBe(false)
    expect(Buffer.from(one).equals(Buffer.from(two))).toBe(false)
  })

  it('notice a changed byte', () => {
    const kept = encrypt('84912345678')
    kept[kept.length - 1] = (kept.at(-1) ?? 0) ^ 1
    expect(() => secrets.decryptPhone?.(kept)).toThrow()
  })

  it('match phones by a hash that another key does not share', () => {
    expect(secrets.hashPhone('84912345678')).toBe(secrets.hashPhone('84912345678'))
    expect(secrets.hashPhone('84912345678')).not.toBe(others.hashPhone('84912345678'))
  })

  it('hash tokens as SHA-256', () => {
    expect(secrets.hash('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  })

  it('without a key match phones by a salt the database keeps, and do not keep phones', async () => {
    const settings = new Map<string, unknown>()
    const installation = {
      setting: async (key: string) => settings.get(key),
      setSetting: async (key: string, value: unknown) => void settings.set(key, value),
    }
    const [first, again] = [
      await openSecrets(installation, undefined),
      await openSecrets(installation, undefined),
    ]
    expect(first.encryptPhone).toBeUndefined()
    expect(first.hashPhone('84912345678')).toBe(again.hashPhone('84912345678'))
    const other = await openSecrets({ ...installation, setting: async () => undefined }, undefined)
    expect(other.hashPhone('84912345678')).not.toBe(first.hashPhone('84912345678'))
  })
})
