import { describe, expect, it } from 'vitest'
import { isGarbled, isReadable } from './is-garbled'

const ACTION = '0'.repeat(42)
const sent = (
  body: string,
  headers: Record<string, string> = { 'next-action': ACTION, 'content-type': 'text/plain' },
) => new Request('https://admin.example/records', { method: 'POST', headers, body })

describe('what no page of ours can have sent', () => {
  it.each(['[]', '[{"ids":["a"],"note":null}]', '["$$5 off","$undefined","$-0"]', '[{"a":{"b":[1,2]}}]'])(
    'understands %s',
    async (body) => {
      expect(await isGarbled(sent(body))).toBe(false)
    },
  )

  it.each([
    '',
    '[',
    'not JSON',
    '5',
    '{"0":1}',
    '["$F1"]',
    '["$K1"]',
    '[{"a":["$@0"]}]',
    '["\\u0024F1"]',
    '["$1"]',
    `${'['.repeat(60)}${']'.repeat(60)}`,
    `${'['.repeat(100_000)}${']'.repeat(100_000)}`,
  ])('does not understand %.20s', async (body) => {
    expect(await isGarbled(sent(body))).toBe(true)
  })

  it('takes no action in parts, and lets be what is no action', async () => {
    const parts = { 'content-type': 'multipart/form-data; boundary=x' }
    expect(await isGarbled(sent('--x--', { ...parts, 'next-action': ACTION }))).toBe(true)
    expect(await isGarbled(sent('--x--', parts))).toBe(true)
    expect(await isGarbled(sent('["$F1"]', { 'content-type': 'text/plain' }))).toBe(false)
    expect(await isGarbled(sent('email=a', { 'content-type': 'application/x-www-form-urlencoded' }))).toBe(false)
    expect(await isGarbled(new Request('https://admin.example/', { headers: { 'next-action': 'x' } }))).toBe(false)
  })

  it.each(['x', '', '__proto__', '../../x', 'A'.repeat(42), `${ACTION}0000`])('knows no action %s', async (action) => {
    expect(await isGarbled(sent('[]', { 'next-action': action, 'content-type': 'text/plain' }))).toBe(true)
  })

  it.each([
    ['/records/abc%2Fdef', true],
    ['/entities/%ff', false],
    ['/records/%', false],
    ['/records/%E2%82%AC', true],
  ])('reads %s: %s', (path, expected) => {
    expect(isReadable(path)).toBe(expected)
  })
})
