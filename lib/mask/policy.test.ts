import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseExact } from '../json/exact-json'
import { policyOf, type ResolvedRule, type Viewer } from './policy'
import type { RuleEffect, RuleTarget } from './rule'

const MASKED: RuleEffect = { shown: 'masked' }
const PART: RuleEffect = { shown: 'part', roles: ['SUPPORT'] }
const rule = (target: RuleTarget, effect: RuleEffect, paths: string[][] = []): ResolvedRule => ({
  id: JSON.stringify(target),
  target,
  effect,
  paths,
})
const property = (entityType: string, path: string[], effect: RuleEffect) =>
  rule({ kind: 'property', entityType, path: path.join('.') }, effect, [path])
const data = (viewer: Viewer, rules: ResolvedRule[], text: string, type = 'CONTACT') =>
  policyOf(viewer, rules).ofRecord(type).json(text).text

describe('a rule', () => {
  it.each<[string, ResolvedRule, string, string]>([
    [
      'key',
      rule({ kind: 'key', key: 'nickName' }, MASKED),
      '{"nickname":"Bo","nickNames":"x"}',
      '{"nickname":"•••••• short","nickNames":"x"}',
    ],
    [
      'words',
      rule({ kind: 'words', words: 'of birth' }, MASKED),
      '{"dateOfBirth":"1815-12-10","birth":1}',
      '{"dateOfBirth":"•••••• medium","birth":1}',
    ],
    [
      'property',
      property('contact', ['address', 'city'], MASKED),
      '{"address":{"city":"Bern","zip":1},"city":"x"}',
      '{"address":{"city":"•••••• short","zip":1},"city":"x"}',
    ],
    [
      'a list on the way',
      property('CONTACT', ['tags', 'of'], MASKED),
      '{"tags":[{"of":1},{"of":null,"b":2}]}',
      '{"tags":[{"of":"•••••• short"},{"of":null,"b":2}]}',
    ],
    [
      'e-mails',
      rule({ kind: 'class', of: 'email' }, PART),
      '{"workEmail":"ada@acme.example","n":"to ada@acme.example now"}',
      '{"workEmail":"a•••@acme.example","n":"to a•••@acme.example now"}',
    ],
    [
      'phones',
      rule({ kind: 'class', of: 'phone' }, PART),
      '{"mobile":"0301234567","fax":301234567,"n":"call +49 30 1234567!","at":"2026-01-01","id":"20260101"}',
      '{"mobile":"••• 4567","fax":"••• 4567","n":"call ••• 4567!","at":"2026-01-01","id":"20260101"}',
    ],
    [
      'in part',
      property('CONTACT', ['name'], PART),
      '{"name":{"first":"Ada Maria","x":["Bo",12,true]}}',
      '{"name":{"first":"A•••","x":["•••••• short","•••••• short","•••••• short"]}}',
    ],
  ])('%s', (_, one, text, shown) => {
    expect(data('SUPPORT', [one], text)).toBe(shown)
    expect(data('SUPPORT', [one], shown)).toBe(shown)
  })

  it('in part leaves all to other roles, and to those outside what the strictest sees', () => {
    const rules = [rule({ kind: 'class', of: 'email' }, PART)]
    expect(policyOf('ADMIN', rules).message('ada@acme.example')).toBe('ada@acme.example')
    expect(policyOf('everyone', rules).message('ada@acme.example')).toBe('ada@acme.example')
    expect(policyOf('outsider', rules).message('ada@acme.example')).toBe('a•••@acme.example')
  })

  it('of one entity type leaves others alone, and counts for all where the type is not known', () => {
    const rules = [property('CONTACT', ['name'], MASKED)]
    const policy = policyOf('ADMIN', rules)
    expect(data('ADMIN', rules, '{"name":"Ada"}', 'DEAL')).toBe('{"name":"Ada"}')
    expect(policy.ofState(null).json('{"data":{"name":"Ada"},"name":"Ada"}').text).toBe(
      '{"data":{"name":"•••••• short"},"name":"Ada"}',
    )
    expect(policy.shownInData(['name'], ['DEAL'])).toBe('whole')
    expect(policy.shownInData(['name', '*'], ['DEAL', 'contact'])).toBe('masked')
    expect(policy.shownInData(['name'], [])).toBe('masked')
  })

  it('never shows more than the strictest of those that apply, and secrets stay whatever is said of them', () => {
    const both = [property('CONTACT', ['mail'], PART), rule({ kind: 'key', key: 'mail' }, MASKED)]
    expect(data('SUPPORT', both, '{"mail":"ada@acme.example"}')).toBe('{"mail":"•••••• medium"}')
    expect(data('SUPPORT', [rule({ kind: 'key', key: 'token' }, PART)], '{"token":"abcdefgh"}')).toBe(
      '{"token":"•••••• short"}',
    )
  })

  it('keeps a value from being taken for what it hides', () => {
    const mask = policyOf('SUPPORT', [property('CONTACT', ['name'], PART)]).ofState('CONTACT')
    expect(mask.takesFrom(['data', 'name'], parseExact('"Ada Maria"'))).toBe(true)
    expect(mask.takesFrom(['data'], parseExact('{"name":"Ada Maria"}'))).toBe(true)
    expect(mask.takesFrom(['data', 'city'], parseExact('"Bern"'))).toBe(false)
  })
})

describe('any document under any rules', () => {
  const key = fc.constantFrom('name', 'email', 'phone', 'note', 'a', 'token', '0')
  const LEAK = 'lovelace'
  const leaf = fc.constantFrom(`"${LEAK}@acme.example"`, `"ada ${LEAK}"`, '1', 'true', 'null', '"+49 30 1234567"')
  const { document } = fc.letrec<{ document: string }>((tie) => ({
    document: fc.oneof(
      { maxDepth: 4 },
      leaf,
      fc.array(tie('document'), { maxLength: 3 }).map((items) => `[${items.join(',')}]`),
      fc
        .array(fc.tuple(key, tie('document')), { maxLength: 3 })
        .map((members) => `{${members.map(([name, value]) => `${JSON.stringify(name)}:${value}`).join(',')}}`),
    ),
  }))
  const rules = fc.array(
    fc.oneof(
      key.map((name) => rule({ kind: 'key', key: name }, MASKED)),
      fc.tuple(key, key).map((path) => property('CONTACT', path, PART)),
      fc.constantFrom('email' as const, 'phone' as const).map((of) => rule({ kind: 'class', of }, PART)),
    ),
    { maxLength: 4 },
  )

  it('stays JSON, is idempotent, and agrees with what is said of its paths', () => {
    fc.assert(
      fc.property(document, rules, (text, applied) => {
        const mask = policyOf('SUPPORT', applied).ofRecord('CONTACT')
        const once = mask.json(text).text
        expect(() => JSON.parse(once)).not.toThrow()
        expect(mask.json(once).text).toBe(once)
        expect(mask.valueAt(['a'], text)).toBe(mask.json(`{"a":${text}}`).text.slice('{"a":'.length, -1))
      }),
      { numRuns: 500 },
    )
  })

  it('has nothing left below a masked key but signs', () => {
    fc.assert(
      fc.property(document, (text) => {
        const hidden = data('SUPPORT', [rule({ kind: 'key', key: 'root' }, MASKED)], `{"root":${text}}`)
        expect(hidden).not.toContain(LEAK)
        const part = data('SUPPORT', [rule({ kind: 'key', key: 'root' }, PART)], `{"root":${text}}`)
        expect(part).not.toContain(LEAK)
      }),
    )
  })
})
