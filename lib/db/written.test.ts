import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hasReached, readWritten, WRITTEN_COOKIE } from './written'

describe('where a session wrote', () => {
  it('is read from among other cookies, encoded or not', () => {
    expect(readWritten(`a=1; ${WRITTEN_COOKIE}=0%2F16B3748; b=2`)).toBe('0/16B3748')
    expect(readWritten(`${WRITTEN_COOKIE}=A/0`)).toBe('A/0')
  })

  it('is nothing where there is none, or something else', () => {
    expect(readWritten(undefined)).toBeNull()
    fc.assert(
      fc.property(fc.string(), (text) => {
        const read = readWritten(`${WRITTEN_COOKIE}=${text}`)
        expect(read === null || /^[0-9A-F]+\/[0-9A-F]+$/.test(read)).toBe(true)
      }),
    )
  })

  it('is compared as a number, not as a text', () => {
    expect(hasReached('0/9', '0/10')).toBe(false)
    expect(hasReached('0/10', '0/9')).toBe(true)
    expect(hasReached('1/0', '0/FFFFFFFF')).toBe(true)
    expect(hasReached('0/10', '0/10')).toBe(true)
  })
})
