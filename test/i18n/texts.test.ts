import { beforeAll, describe, expect, it } from 'vitest'
import { createTexts, type Texts } from '../../src/i18n/texts.ts'

let texts: Texts
beforeAll(async () => {
  texts = await createTexts()
})

describe('a text', () => {
  it('is the sentence of its locale', () => {
    expect(texts.for('vi')('common:role.principal')).toBe('Hiệu trưởng')
    expect(texts.for('en')('common:role.principal')).toBe('Principal')
    expect(texts.for('en').locale).toBe('en')
  })

  it('keeps what people wrote as it is in plain text, and escapes it in HTML', () => {
    const t = texts.for('vi')
    const reference = '<b>A & "B"</b>'
    expect(t('errors:unexpected', { reference })).toContain(reference)
    expect(t.html('errors:unexpected', { reference })).toContain('&lt;b&gt;A &amp; &quot;B&quot;&lt;/b&gt;')
  })

  it('does not interpolate twice: a name that looks like a placeholder stays a name', () => {
    expect(texts.for('vi')('errors:unexpected', { reference: '{{locale}} $t(common:yes)' })).toContain(
      '{{locale}}',
    )
  })

  it('throws when a fact is not given, rather than to say a sentence with a hole', () => {
    expect(() => texts.for('vi')('errors:unexpected')).toThrow('lacks a param')
  })

  it('is said anew with the facts of each time', () => {
    const t = texts.for('vi')
    const said = (reference: string) => t('errors:unexpected', { reference })
    expect(said('{{reference}}')).toBe(said('A1').replace('A1', () => '{{reference}}'))
    // @ts-expect-error the types rule out what may still come from data
    expect(() => t('errors:unexpected', { reference: undefined })).toThrow('lacks a param')
  })

  it('throws for a key that no file has', () => {
    // @ts-expect-error keys are typed
    expect(() => texts.for('vi')('common:nowhere')).toThrow('No text')
  })
})
