import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MASK } from '../mask/mask-sign'
import { PROPERTY_TYPES, type PropertyType } from './property-type'
import { readValue } from './read-value'

const cases: [PropertyType, unknown, object][] = [
  ['LONG_TEXT', 'Several words.', { kind: 'text', text: 'Several words.' }],
  ['SINGLE_LINE_TEXT', 'ada@example.com', { kind: 'link', to: 'e-mail', href: 'mailto:ada@example.com' }],
  ['SINGLE_SELECT', 'lead', { kind: 'badges', badges: [{ text: 'lead', source: '"lead"' }], more: 0 }],
  ['MULTI_SELECT', ['a', 1], { kind: 'badges', badges: [{ text: 'a' }, { text: '1', source: '1' }] }],
  ['BADGE_LIST', Array(20).fill('x'), { kind: 'badges', more: 12 }],
  ['CHECKBOX', true, { kind: 'flag', on: true }],
  ['BOOLEAN', false, { kind: 'flag', on: false }],
  ['DATE', '2026-01-31', { kind: 'day', text: '2026-01-31' }],
  ['DATE', '2021-08-31T20:27:27.476+0200', { kind: 'instant', text: '2021-08-31T18:27:27.476Z' }],
  ['DATE', '2026-01-31 10:00', { kind: 'instant', text: '2026-01-31T10:00:00.000Z' }],
  ['DATE', 1_673_668_862, { kind: 'instant', text: '2023-01-14T04:01:02.000Z', source: '1673668862' }],
  ['DATE', 1_673_668_862_000, { kind: 'instant', text: '2023-01-14T04:01:02.000Z' }],
  ['NUMBER', 42, { kind: 'number', text: '42' }],
  ['FLOAT', ' 0.50 ', { kind: 'number', text: '0.50', source: '" 0.50 "' }],
  ['CURRENCY', 12.5, { kind: 'number', text: '12.5' }],
  ['CURRENCY', { amount: '12.50', currency: 'eur' }, { kind: 'number', text: '12.50', currency: 'EUR' }],
  ['URL', 'https://example.com/a?b=1', { kind: 'link', to: 'page', href: 'https://example.com/a?b=1' }],
  ['URL', 'example.com', { kind: 'link', href: 'https://example.com/' }],
  ['PHONE', '+49 (220) 349-3420 ext. 7', { kind: 'link', to: 'phone', href: 'tel:+492203493420' }],
  ['USER', { id: 7, login: 'ada' }, { kind: 'text', text: 'ada' }],
  ['PERSON', { firstName: 'Ada', lastName: 'Lovelace', email: 'a@b.co' }, { kind: 'text', text: 'Ada Lovelace' }],
  ['CONTACT', 'Ada', { kind: 'text', text: 'Ada' }],
  ['COMPANY', [{ name: 'Acme' }], { kind: 'badges', badges: [{ text: 'Acme' }] }],
  ['ENRICHMENT', { founded: 1973 }, { kind: 'json', text: '{"founded":1973}' }],
  ['JSON_OBJECT', { a: 1 }, { kind: 'json' }],
  ['JSON_ARRAY', [1], { kind: 'json', text: '[1]' }],
]

const contradictions: [PropertyType, unknown][] = [
  ['SINGLE_LINE_TEXT', 1],
  ['SINGLE_SELECT', ['a']],
  ['MULTI_SELECT', 'a;b'],
  ['BADGE_LIST', [[1]]],
  ['CHECKBOX', 'TRUE'],
  ['DATE', '2026-02-30'],
  ['DATE', 0],
  ['NUMBER', 'n/a'],
  ['CURRENCY', ['1']],
  ['URL', 'javascript:alert(1)'],
  ['URL', 'data:text/html,x'],
  ['URL', 'https://user:pass@example.com/'],
  ['PHONE', 'call me'],
  ['USER', true],
  ['USER', { value: 'x' }],
  ['COMPOSITE', 'x'],
  ['JSON_OBJECT', [1]],
  ['JSON_ARRAY', { a: 1 }],
]

describe('a value in a typed column', () => {
  it.each(cases)('%s %j', (type, value, view) => {
    expect(readValue(JSON.stringify(value), type)).toMatchObject(view)
  })

  it.each(contradictions)('%s %j is shown as it is, and marked', (type, value) => {
    const text = typeof value === 'string' ? value : JSON.stringify(value)
    expect(readValue(JSON.stringify(value), type)).toMatchObject({ kind: 'unexpected', text })
  })

  it('keeps every digit', () => {
    expect(readValue('9007199254740993', 'NUMBER')).toMatchObject({ text: '9007199254740993' })
    expect(readValue('[9007199254740993]', 'BADGE_LIST')).not.toMatchObject({ badges: [{ source: expect.anything() }] })
  })

  it('shows a composite by its parts in their order', () => {
    const view = readValue('{"zip": "1", "city": "Ulm", "street": "A 1", "geo": {"x": 1}}', 'COMPOSITE', [
      'street',
      'zip',
    ])
    expect(view).toEqual({ kind: 'text', text: 'A 1, 1, Ulm' })
  })

  it.each(PROPERTY_TYPES)('%s: no value is no contradiction, and what is masked stays so', (type) => {
    for (const none of ['null', '""', '[]', '{}']) expect(readValue(none, type).kind).toBe('nothing')
    expect(readValue(JSON.stringify(MASK), type)).toEqual({ kind: 'masked', text: MASK })
  })

  it('offers no filter by what is masked or cut', () => {
    for (const type of [...PROPERTY_TYPES, null])
      for (const text of [`Bearer ${MASK}`, `https://x.example/?token=${MASK}`, 'x'.repeat(1_000)])
        expect(JSON.stringify(readValue(JSON.stringify(text), type))).not.toContain('"source"')
  })

  it('is shown whatever it is, its links lead only where links may, and it stays short', () => {
    const hrefs = (view: unknown) =>
      [...JSON.stringify(view).matchAll(/"href":"([^"]*)"/g)].map(([, href]) => href ?? '')
    const text = fc.oneof(
      fc.webUrl(),
      fc.emailAddress(),
      fc.string(),
      fc.constantFrom('javascript:x', ' https://a.b', '//a.b'),
    )
    const json = fc.oneof(
      fc.json(),
      text.map((value) => JSON.stringify(value)),
    )
    fc.assert(
      fc.property(json, fc.constantFrom(...PROPERTY_TYPES, null), (source, type) => {
        const view = readValue(source, type)
        for (const href of hrefs(view)) expect(href).toMatch(/^(https?:\/\/|mailto:|tel:)/)
        if ('text' in view) expect(view.text.length).toBeLessThanOrEqual(480)
      }),
      { numRuns: 1_000 },
    )
  })
})
