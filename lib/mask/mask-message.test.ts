import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { maskMessage } from './mask-message'
import { MASK } from './mask-sign'

// Assembled here, so that no scanner of repositories takes a made-up value for a leaked one.
const random = 'Zx81Kq93'
const jwt = ['eyJhbGciOiJIUzI1NiJ9', 'eyJzdWIiOiIxMjM0In0', 'dozjgNryP4J3jVmNHl0w'].join('.')
const pem = ['-----BEGIN RSA PRIVATE', ' KEY-----\nMIIEow', random, '\n-----END RSA PRIVATE KEY-----'].join('')

describe('maskMessage', () => {
  it.each([
    [`rejected ${jwt}, retry`, `rejected ${MASK}, retry`],
    [`${pem} trailing`, `${MASK} trailing`],
    [`AKIA${'ABCD'.repeat(4)} is inactive`, `${MASK} is inactive`],
    [`ghp_${random.repeat(4)}`, MASK],
    [`github_pat_${random.repeat(3)}`, MASK],
    [`sk_live_${random.repeat(3)}: no such key`, `${MASK}: no such key`],
    [`whsec_${random.repeat(3)}`, MASK],
    [`xoxb-123456-${random} revoked`, `${MASK} revoked`],
    [`pat-eu1-${random}-1111`, MASK],
    [`AIza${random.repeat(4)}abc`, MASK],
    [`ya29.${random.repeat(2)}`, MASK],
    [`Authorization: Bearer ${random}aa`, `Authorization: Bearer ${MASK}`],
    [`authorization=Bearer ${random}aa`, `authorization=${MASK} ${MASK}`],
    ['Basic dXNlcjpwYXNzd29yZA==', `Basic ${MASK}`],
    ['basic password="two words" set', `basic ${MASK}" set`],
    ['postgres://app:hunter2@db/x', `postgres://app:${MASK}@db/x`],
    ['https://bob:p@ss@host/?a=b', `https://bob:${MASK}@host/?a=b`],
    ['GET https://x.test/cb?a=1&access_token=abc&b=2', `GET https://x.test/cb?a=1&access_token=${MASK}&b=2`],
    ['https://s3.test/f?X-Amz-Signature=abc', `https://s3.test/f?X-Amz-Signature=${MASK}`],
    ['url=https://x.test?token=abc', `url=https://x.test?token=${MASK}`],
    ['sent {"apiKey":"ab cd","n":1}', `sent {"apiKey":"${MASK}","n":1}`],
    ['sent {\\"apiKey\\":\\"ab cd\\",\\"n\\":1}', `sent {\\"apiKey\\":\\"${MASK}\\",\\"n\\":1}`],
    [`password="two words" set`, `password="${MASK}" set`],
    [`password="unclosed`, `password="${MASK}`],
    [`token: ${random}`, `token: ${MASK}`],
    ['password: hunter2', `password: ${MASK}`],
    ['password: "no digits"', `password: "${MASK}"`],
  ])('masks %s', (text, expected) => {
    expect(maskMessage(text)).toBe(expected)
  })

  it.each([
    'Bearer token missing; Basic understanding, token authentication failed',
    'error: token: expired',
    'invalid_grant for user 4711: Token has been expired or revoked.',
    'https://example.com:8080/a@b?next_page_token=abc',
    'mailto:ada@example.com, ssh://git@github.com/x.git',
    '<input type="password" name=q>',
    'signature=abc123'.replace('signature', 'checksum'),
    'risk-based task-2-with-many-hyphenated-words',
    '{"token":null,"passwordChangedAt":"2026-01-01"}',
    '',
  ])('leaves %s', (text) => {
    expect(maskMessage(text)).toBe(text)
  })

  it('is idempotent', () => {
    const piece = fc.constantFrom(
      ...[
        'token',
        'password',
        'x',
        '=',
        ':',
        '"',
        "'",
        '\\"',
        ' ',
        '&',
        '@',
        '://',
        '/',
        '?',
        '\n',
        'Bearer ',
        'Basic ',
        MASK,
      ],
      ...[random, jwt, pem, 'null', '{', '}', ',', 'AKIA', '-----BEGIN PRIVATE KEY-----', 'name', '1', 'é', '.', '-'],
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const once = maskMessage(pieces.join(''))
        expect(maskMessage(once)).toBe(once)
      }),
      { numRuns: 3_000 },
    )
  })

  it.each([
    'a',
    'eyJ',
    'password:SG.',
    'token-x://',
    'token:"',
    '://',
    '://a:',
    'token=',
    'token="',
    '-----BEGIN PRIVATE KEY-----',
    'Bearer ',
    'sk-',
    'a.',
    ' \t',
    '\\"',
  ])('gets through a megabyte of %j, and has nothing left to mask after that', (unit) => {
    const masked = maskMessage(unit.repeat(Math.ceil(1_000_000 / unit.length)))
    expect(maskMessage(masked)).toBe(masked)
  })
})
