import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { safeCallback } from './safe-callback'

describe('where a sign-in leads', () => {
  it.each(['/', '/records?q=status:ACTIVE&size=25', '/records/abc%2Fdef#data', '/audit?q=a%20b'])(
    'follows %s',
    (path) => {
      expect(safeCallback(path)).toBe(path)
    },
  )

  it.each([
    undefined,
    '',
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '//evil.example/records',
    '/\\evil.example/records?q=x',
    '/\t/evil.example/records',
    '/\t/evil.example',
    '/\n/evil.example',
    '/.//evil.example',
    '/a/..//evil.example',
    'javascript:alert(1)',
    'data:text/html,x',
    ' /records',
    '/login?callbackUrl=/login',
    '/setup#token',
    '/forgot',
    '/new-password#token',
    '/api/auth/signout',
    `/${'x'.repeat(5_000)}`,
  ])('does not follow %j', (path) => {
    expect(safeCallback(path)).toBe('/')
  })

  it('never leaves the site, whatever is given', () => {
    const parts = fc.constantFrom(
      '/',
      '\\',
      '.',
      '..',
      'evil.example',
      '@',
      ':',
      '\t',
      '%2f',
      '%5c',
      'a',
      '?',
      '#',
      'https:',
    )
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 8 }), (pieces) => {
        const path = safeCallback(pieces.join(''))
        expect(new URL(path, 'https://admin.example.test').origin).toBe('https://admin.example.test')
        expect(path).toMatch(/^\/(?!\/)/)
      }),
      { numRuns: 2_000 },
    )
  })
})
