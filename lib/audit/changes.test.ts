import { describe, expect, it } from 'vitest'
import { MASK } from '../mask/mask-sign'
import { policyOf } from '../mask/policy'
import { describeChanges } from './changes'

const mask = policyOf('SUPPORT', []).ofState(null)

const changes = (before: unknown, after: unknown) =>
  describeChanges(
    mask,
    before === undefined ? null : JSON.stringify(before),
    after === undefined ? null : JSON.stringify(after),
  )

describe('what an entry changed', () => {
  it('names each field that differs, absent values as null', () => {
    expect(changes({ deletedAt: null }, { deletedAt: '2026-01-01T00:00:00.000Z' })).toEqual([
      { kind: 'value', field: 'deletedAt', before: null, after: '2026-01-01T00:00:00.000Z' },
    ])
    expect(changes(undefined, { role: 'ADMIN', n: 1 })).toEqual([
      { kind: 'value', field: 'role', before: null, after: 'ADMIN' },
      { kind: 'value', field: 'n', before: null, after: '1' },
    ])
    expect(changes({ role: 'ADMIN' }, { role: 'ADMIN' })).toEqual([])
    expect(changes(undefined, undefined)).toEqual([])
  })

  it('goes into objects, keeps every digit, and shows a list whose order alone changed', () => {
    const before = '{"data": {"a": {"b": 1, "same": 0}, "big": 12345678901234567890, "l": [1, 2]}}'
    const after = '{"data": {"a": {"same": 0}, "big": 12345678901234567891, "l": [2, 1]}}'
    expect(describeChanges(mask, before, after)).toEqual([
      { kind: 'value', field: 'data.a.b', before: '1', after: null },
      { kind: 'value', field: 'data.big', before: '12345678901234567890', after: '12345678901234567891' },
      { kind: 'value', field: 'data.l', before: '[1,2]', after: '[2,1]' },
    ])
    const many = (value: number) => ({
      data: Object.fromEntries(Array.from({ length: 25 }, (_, i) => [`k${i}`, value])),
    })
    expect(changes(many(0), many(1)).at(-1)).toEqual({ kind: 'more', field: 'more', count: 5 })
  })

  it('shows a list by what left and what came, copies counted', () => {
    expect(changes({ issues: ['a', 'a', 'b', null] }, { issues: ['a', 'c'] })).toEqual([
      { kind: 'list', field: 'issues', removed: ['a', 'b', 'null'], added: ['c'], hidden: 0 },
    ])
  })

  it('shows a few items of a long list and counts the others', () => {
    const [change] = changes({ issues: Array.from({ length: 12 }, (_, i) => `m${i}`) }, { issues: [] })
    expect(change).toMatchObject({ removed: ['m0', 'm1', 'm2', 'm3', 'm4'], hidden: 7 })
  })

  it('masks secrets by name and by form', () => {
    const token = `ghp_${'a1'.repeat(18)}`
    const text = JSON.stringify(changes({ issues: [`401 for ${token}`] }, { issues: [], apiKey: 'hunter2' }))
    expect(text).not.toContain(token)
    expect(text).not.toContain('hunter2')
    expect(text).toContain(MASK)
  })
})
