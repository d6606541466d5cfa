import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Prisma } from '@/lib/db/generated/client'
import { decodeCursor, encodeCursor } from './cursor'
import type { KeysetTerm } from './keyset'
import { sealWith } from './seal'

const seal = sealWith('a secret of this installation')
const term = (type: 'text' | 'numeric', sealed?: true): KeysetTerm[] => [
  {
    field: 'data.a',
    direction: 'asc',
    column: { sql: Prisma.sql`a`, nullable: true, type, ...(sealed && { sealed }) },
  },
]

describe('a sealed cursor', () => {
  it('is read by this installation only, and shows nothing of what it holds', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\0')),
        (text) => {
          const cursor = encodeCursor([text], term('text', true), seal)
          expect(decodeCursor(cursor, term('text', true), seal)).toEqual({ ok: true, keys: [text] })
          expect(decodeCursor(cursor, term('text', true), sealWith('another')).ok).toBe(false)
          if (text.length > 3) expect(Buffer.from(cursor, 'base64url').toString()).not.toContain(text)
        },
      ),
    )
  })

  it('is refused when it was forged or altered', () => {
    const plain = encodeCursor(['x'], term('text'), null)
    expect(decodeCursor(plain, term('text', true), seal).ok).toBe(false)
    const sealed = encodeCursor(['x'], term('text', true), seal)
    const altered = sealed.slice(0, -2) + (sealed.endsWith('AA') ? 'BB' : 'AA')
    expect(decodeCursor(altered, term('text', true), seal).ok).toBe(false)
    expect(decodeCursor('', term('text', true), seal).ok).toBe(false)
  })
})

describe('a numeric key', () => {
  it.each(['0', '-1', '12.50', '1e400', 'NaN', `${'9'.repeat(40)}.5`])('may be %s', (key) => {
    const cursor = encodeCursor([key], term('numeric'), null)
    expect(decodeCursor(cursor, term('numeric'), null)).toEqual({ ok: true, keys: [key] })
  })

  it.each(['', 'x', '1; drop', '0x10', '1e99999', '--1', '1.'])('may not be %j', (key) => {
    expect(decodeCursor(encodeCursor([key], term('numeric'), null), term('numeric'), null).ok).toBe(false)
  })
})
