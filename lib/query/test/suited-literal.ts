import fc from 'fast-check'
import type { FieldReference, Literal } from '../ast'
import { texts } from './documents'

const HERE = { from: 0, to: 0 }

const key = (name: string) => ({ type: 'key' as const, key: name })
const step = fc.oneof(
  fc.constantFrom('a', 'b', 'odd key', 'A"', '').map(key),
  fc.constantFrom(
    { type: 'every' as const },
    { type: 'index' as const, index: 0 },
    { type: 'index' as const, index: 1 },
  ),
)
/** The fields of the table in documents.ts, and paths that lead somewhere in its documents. */
export const field: fc.Arbitrary<FieldReference> = fc.oneof(
  fc
    .constantFrom(
      ['id'],
      ['name'],
      ['about'],
      ['mood'],
      ['size'],
      ['at'],
      ['seenAt'],
      ['ok'],
      ['tags'],
      ['owner', 'name'],
    )
    .map((names) => ({ steps: names.map(key), ...HERE })),
  fc
    .tuple(fc.constantFrom('a', 'b'), fc.array(step, { maxLength: 2 }))
    .map(([first, rest]) => ({ steps: [key('data'), key(first), ...rest], ...HERE })),
)

const dateTexts = ['2026-01-05', '2026-01', '2026-01-05T10:00', '2026-01-05T10:00:00Z', 'today', 'now-2h', 'yesterday']
const numberTexts = ['5', '5.0', '5e0', '-1', '0', '100', '1.5', '5.5']

function plain(texts: fc.Arbitrary<string>): fc.Arbitrary<Literal> {
  return texts.filter((text) => text !== '').map((text) => ({ segments: [text], quoted: false, ...HERE }))
}

const textLiteral: fc.Arbitrary<Literal> = fc.oneof(
  plain(texts),
  texts.map((text) => ({ segments: [text], quoted: true, ...HERE })),
  fc
    .tuple(fc.constantFrom('', 'a', '5', 'LOVE', '%', '_'), fc.constantFrom('', 'a', 'B', '%', '\\'))
    .map((segments) => ({ segments, quoted: false, ...HERE })),
)

/** Mostly what suits the field, since a filter with a problem proves nothing here. */
export function suitedLiteral(reference: FieldReference | null): fc.Arbitrary<Literal> {
  const [root] = reference?.steps ?? []
  const name = root?.type === 'key' ? root.key : ''
  const other = plain(fc.constantFrom('null', 'null', '*')).map((value) =>
    value.segments[0] === '*' ? { ...value, segments: ['', ''] } : value,
  )
  const suited = (() => {
    switch (name) {
      case 'mood':
        return plain(fc.constantFrom('GOOD', 'bad', 'Good'))
      case 'size':
        return plain(fc.constantFrom(...numberTexts))
      case 'at':
      case 'seenAt':
        return plain(fc.constantFrom(...dateTexts))
      case 'ok':
        return plain(fc.constantFrom('true', 'FALSE'))
      case 'data':
        return fc.oneof(
          textLiteral,
          plain(fc.constantFrom(...dateTexts)),
          plain(fc.constantFrom(...numberTexts, 'true', 'null')),
        )
      default:
        return textLiteral
    }
  })()
  return fc.oneof({ arbitrary: suited, weight: 6 }, { arbitrary: other, weight: reference ? 1 : 0 })
}
