import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MASK } from '../mask/mask-sign'
import { nameIn } from './name-in'

const nameOf = (document: unknown) => nameIn(JSON.stringify(document))

describe('nameIn', () => {
  it('takes what people call the thing, before an address of it', () => {
    expect(nameOf({ email: 'ada@acme.example', name: 'Ada Lovelace' })).toBe('Ada Lovelace')
    expect(nameOf({ email: 'ada@acme.example', firstName: 'Ada', lastName: 'Lovelace' })).toBe('Ada Lovelace')
    expect(nameOf({ email: 'ada@acme.example', company: 'ACME' })).toBe('ACME')
    expect(nameOf({ email: 'ada@acme.example' })).toBe('ada@acme.example')
  })

  it('has no name for what does not say one, or says it masked or not as text', () => {
    for (const document of [null, 7, 'Ada', ['Ada'], {}, { name: '' }, { name: ' \n' }, { name: { of: 'Ada' } }])
      expect(nameOf(document)).toBeNull()
    expect(nameOf({ name: MASK })).toBeNull()
    expect(nameOf({ email: 'a•••@acme.example' })).toBeNull()
    expect(nameOf({ ['__proto__']: { name: 'Ada' } })).toBeNull()
  })

  it('is one line that says where it was cut', () => {
    expect(nameOf({ name: 'Ada\n\tLovelace ' })).toBe('Ada Lovelace')
    expect(nameOf({ name: 'Ada \u202Eevil\u2066' })).toBe('Ada evil')
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (name) => {
        const line = [
          ...name
            .replace(/[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g, '')
            .replace(/[\p{Cc}\s]+/gu, ' ')
            .trim(),
        ]
        const shown = line.length > 80 ? `${line.slice(0, 79).join('')}…` : line.join('')
        expect(nameOf({ name })).toBe(shown === '' || shown.includes('•••') ? null : shown)
      }),
    )
  })
})
