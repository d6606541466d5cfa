import fc from 'fast-check'
import { type Node, parseTree } from 'jsonc-parser'
import { describe, expect, it } from 'vitest'
import { maskMessage } from './mask-message'
import { MASK } from './mask-sign'
import { policyOf } from './policy'
import { isSecretKey } from './secret-keys'

/** Without any rule, as it is for everyone at first. */
const maskJson = policyOf('SUPPORT', []).ofDocument.json

/** Every value that a pointer can mean: a document may repeat a key. */
function nodesAt(text: string, pointer: string): Node[] {
  const root = parseTree(text)
  let nodes = root ? [root] : []
  for (const step of pointer === '' ? [] : pointer.slice(1).split('/')) {
    const name = step.replaceAll('~1', '/').replaceAll('~0', '~')
    nodes = nodes.flatMap((node) => {
      if (node.type === 'array') return node.children?.[Number(name)] ?? []
      return (node.children ?? []).flatMap(({ children = [] }) =>
        children[0]?.value === name ? children.slice(1) : [],
      )
    })
  }
  return nodes
}

describe('maskJson', () => {
  it('replaces the whole value of a secret key, whatever its type', () => {
    const { text, masked, count } = maskJson(
      '{"token": "abc", "n": [1, {"apiKey": {"a": [1]}}, {"secret": 5}], "password": [true], "a/b~c": {"pwd": "x"}}',
    )
    const mask = JSON.stringify(`${MASK} short`)
    expect(text).toBe(
      `{"token": ${mask}, "n": [1, {"apiKey": "${MASK} medium"}, {"secret": ${mask}}], "password": ${mask}, "a/b~c": {"pwd": ${mask}}}`,
    )
    expect(masked).toEqual(['/token', '/n/1/apiKey', '/n/2/secret', '/password', '/a~1b~0c/pwd'])
    expect(count).toBe(5)
  })

  it('leaves null and the empty string, which hide nothing', () => {
    expect(maskJson('{"token":null,"secret":""}')).toEqual({ text: '{"token":null,"secret":""}', masked: [], count: 0 })
  })

  it('reads an escaped key', () => {
    expect(maskJson('{"p\\u0061ssword":"x"}').masked).toEqual(['/password'])
  })

  it('masks secrets inside other strings', () => {
    expect(maskJson('["https://a:b@c/", "plain"]')).toEqual({
      text: `["https://a:${MASK}@c/", "plain"]`,
      masked: ['/0'],
      count: 1,
    })
    expect(maskJson('"https://a:b@c/"').masked).toEqual([''])
  })

  it('keeps what JavaScript would alter', () => {
    const text =
      '{"big": 12345678901234567890, "f": 1.10, "__proto__": {"x": 1}, "d": 1, "d": 2, "e": "\\u00e9\\/\\ud800", "z": -0}'
    expect(maskJson(text).text).toBe(text)
  })

  it('masks whole what is not JSON', () => {
    for (const text of ['', '{', 'token=abc', '{"a":1}}', '// c\n1', "{'a':1}"]) {
      expect(maskJson(text)).toEqual({ text: JSON.stringify(MASK), masked: [''], count: 1 })
    }
  })

  it('goes 100,000 levels deep', () => {
    const depth = 100_000
    const text = `${'{"a":['.repeat(depth)}{"secret":"deep"}${']}'.repeat(depth)}`
    const { text: result, count } = maskJson(text)
    expect(count).toBe(1)
    expect(result).not.toContain('deep')
    expect(result.length).toBe(text.length - 'deep'.length + `${MASK} short`.length)
  })

  it('masks every secret of 5 MB and names the first thousand places', () => {
    const row = {
      id: 1,
      name: 'Ada Lovelace',
      email: 'ada@example.com',
      note: 'See https://example.com/a?b=c',
      apiKey: 'abc',
    }
    const text = JSON.stringify(Array.from({ length: 48_000 }, (_, id) => ({ ...row, id })))
    expect(text.length).toBeGreaterThan(5_000_000)
    const { count, masked } = maskJson(text)
    expect(count).toBe(48_000)
    expect(masked).toHaveLength(1_000)
  })
})

const plainKey = fc.constantFrom('id', 'name', 'a/b', '~', '', '__proto__', 'tokenCount', 'é', '0')
const secretKey = fc.constantFrom('token', 'API Key', 'clientSecret', 'password', 'session_id')
const LEAK = 'LEAKED'

/** JSON texts, not values: spaces, repeated keys and big numbers belong to what must survive. */
function documents(key: fc.Arbitrary<string>, secretValue: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const { document } = fc.letrec<{ document: string }>((tie) => ({
    document: fc.oneof(
      { maxDepth: 5, depthSize: 'small' },
      fc.constantFrom(
        '1',
        '-0',
        '1e400',
        '12345678901234567890',
        'true',
        'null',
        '""',
        '"plain"',
        '"\\u0000\\n"',
        ' [ ] ',
        '{}',
      ),
      fc.array(tie('document'), { maxLength: 4 }).map((items) => `[${items.join(' , ')}]`),
      fc
        .array(fc.tuple(key, tie('document'), secretValue), { maxLength: 4 })
        .map((members) =>
          members.map(([name, value, hidden]) => `${JSON.stringify(name)} :${isSecretKey(name) ? hidden : value}`),
        )
        .map((members) => `{${members.join(',\n')}}`),
    ),
  }))
  return document
}

describe('maskJson on any document', () => {
  const hidden = fc.constantFrom(`"${LEAK}"`, `["${LEAK}"]`, `{"a":{"b":"${LEAK}","token":"${LEAK}"}}`, 'null', '""')
  const mixed = documents(fc.oneof(plainKey, secretKey), hidden)

  it('never changes one without secret keys', () => {
    fc.assert(
      fc.property(documents(plainKey, fc.constant('1')), (text) => {
        expect(maskJson(text).text).toBe(text)
      }),
    )
  })

  it('hides every secret, stays JSON and is idempotent', () => {
    fc.assert(
      fc.property(mixed, (text) => {
        const once = maskJson(text)
        expect(once.text).not.toContain(LEAK)
        expect(() => JSON.parse(once.text)).not.toThrow()
        expect(maskJson(once.text)).toEqual(once)
      }),
      { numRuns: 500 },
    )
  })

  it('masks a string as a message is masked, however it is escaped', () => {
    const secret = fc.constantFrom(
      'AKIAABCDEFGHIJKLMNOP',
      `ghp_${'a1'.repeat(10)}`,
      'ya29.abcdefghijkl',
      'xoxb-0123456789ab',
    )
    const text = fc
      .array(fc.oneof(secret, fc.constantFrom(' ', '\n', '"', '\\', '=', 'x', 'u'), fc.string()))
      .map((parts) => parts.join(''))
    const escaped = (json: string) => json.replace(/[A-Za-z]/g, (letter) => `\\u00${letter.charCodeAt(0).toString(16)}`)
    fc.assert(
      fc.property(text, fc.boolean(), (value, hides) => {
        const json = JSON.stringify([value])
        const letters = hides && !json.includes('\\') ? escaped(json) : json
        expect(JSON.parse(maskJson(letters).text)).toEqual([maskMessage(value)])
      }),
      { numRuns: 1_000 },
    )
  })

  it('gives pointers that lead to masks', () => {
    fc.assert(
      fc.property(mixed, (text) => {
        const { text: result, masked } = maskJson(text)
        for (const pointer of masked) {
          expect(
            nodesAt(result, pointer).map(({ value }) => value),
            pointer,
          ).toContainEqual(expect.stringContaining(MASK))
        }
      }),
      { numRuns: 500 },
    )
  })
})
