import { expect, it } from 'vitest'
import { recognise } from './recognise'

it.each([
  ['2026-11-23T10:00:00Z', '2026-11-23T10:00:00.000Z'],
  ['2026-11-23 10:00:00.5+02:00', '2026-11-23T08:00:00.500Z'],
])('reads %s as an instant', (text, iso) => {
  expect(recognise('string', text)).toEqual({ type: 'instant', iso })
})

it('reads seconds and milliseconds since the epoch, but no other number', () => {
  expect(recognise('number', '1763892000')).toEqual({ type: 'instant', iso: '2025-11-23T10:00:00.000Z' })
  expect(recognise('number', '1763892000123')).toEqual({ type: 'instant', iso: '2025-11-23T10:00:00.123Z' })
  for (const text of ['42', '0999999999', '9999999999', '1763892000.5', '-1763892000', '12345678901234567890'])
    expect(recognise('number', text)).toBeNull()
})

it('makes links of the web only', () => {
  expect(recognise('string', 'https://acme.com/a?b=c')).toEqual({ type: 'link', href: 'https://acme.com/a?b=c' })
  for (const text of ['javascript:alert(1)', 'data:text/html,x', 'ftp://acme.com', 'https://', 'see https://acme.com'])
    expect(recognise('string', text)).toBeNull()
})

it('recognises e-mail addresses, which cannot smuggle headers into a mail', () => {
  expect(recognise('string', 'ada+x@acme.com')).toEqual({ type: 'email', href: 'mailto:ada%2Bx%40acme.com' })
  expect(recognise('string', 'a@b.c?cc=d@e.f')).toBeNull()
  for (const text of ['ada@acme', 'ada', '@acme.com', 'Ada <ada@acme.com>'])
    expect(recognise('string', text)).toBeNull()
})

it('takes days without a zone for text: they are no instant', () => {
  expect(recognise('string', '2026-11-23')).toBeNull()
  expect(recognise('string', '2026-13-45T99:00:00Z')).toBeNull()
})
