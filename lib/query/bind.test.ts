import { describe, expect, it } from 'vitest'
import { bindQuery } from './bind'
import type { FieldDefinition } from './fields'
import { parseQuery } from './parse'

const clock = { now: new Date('2026-01-05T12:00:00Z'), timeZone: 'UTC' }
const fields: FieldDefinition[] = [
  { name: 'id', label: 'Id', kind: 'text', match: 'exact' },
  { name: 'status', label: 'Status', kind: 'enum', values: ['ACTIVE', 'ARCHIVED'] },
  { name: 'issues', label: 'Issues', kind: 'count' },
  { name: 'createdAt', label: 'Created', kind: 'date' },
  { name: 'modifiable', label: 'Modifiable', kind: 'boolean' },
  { name: 'connection.name', label: 'Integration', kind: 'text' },
  { name: 'connection.syncConfig', label: 'Configuration', kind: 'json' },
  { name: 'data', label: 'Data', kind: 'json', isSecretPath: (path) => path.includes('token') },
]

function bind(text: string) {
  const parsed = parseQuery(text)
  return bindQuery(parsed.ok ? parsed.ast : expect.fail(text), fields, clock)
}

function problems(text: string) {
  const bound = bind(text)
  return bound.ok ? expect.fail(`${text} was accepted`) : bound.problems
}

function tests(text: string) {
  const bound = bind(text)
  if (!bound.ok) return expect.fail(JSON.stringify(bound.problems))
  return bound.node?.type === 'test' ? bound.node.tests : expect.fail(text)
}

describe('a term that is refused', () => {
  it.each([
    ['entitytyp:x', 0, 9, 'There is no field "entitytyp".', undefined],
    ['satus:ACTIVE', 0, 5, 'Did you mean status?', 'status'],
    ['STATUS:ACTIVE', 0, 6, 'Did you mean status?', 'status'],
    ['name:GITHUB', 0, 4, 'Did you mean connection.name?', 'connection.name'],
    ['email:a', 0, 5, 'Did you mean connection.syncConfig.email?', 'connection.syncConfig.email'],
    ['id.x:a', 0, 4, 'There is no field "id.x".', undefined],
    ['https://a.example', 0, 17, 'put it in quotes', '"https://a.example"'],
    ['status:ACTVE', 7, 12, 'Did you mean ACTIVE? It is one of ACTIVE, ARCHIVED.', 'ACTIVE'],
    ['status:X*', 7, 9, 'cannot be "X*"', undefined],
    ['status:>ACTIVE', 0, 14, 'has no order', undefined],
    ['id:[a TO b]', 0, 11, 'has no order', undefined],
    ['issues:many', 7, 11, '"many" is not a number', undefined],
    ['issues:>007', 8, 11, '"007" is not a number', undefined],
    ['issues:1e9999', 7, 13, 'too large to be compared', undefined],
    ['createdAt:2026-02-30', 10, 20, '"2026-02-30" is not a date', undefined],
    ['createdAt:[x TO 2026-01-01]', 11, 12, '"x" is not a date', undefined],
    ['modifiable:perhaps', 11, 18, 'true or false', undefined],
    ['data:x', 0, 4, 'for example data.email', undefined],
    ['data:>5', 0, 4, 'for example data.email', undefined],
    ['data.a:>b', 0, 9, 'a number or a date', undefined],
    ['data.a:[1 TO today]', 0, 19, 'a number or a date', undefined],
    ['data.a:1e9999', 7, 13, 'too large to be compared', undefined],
    ['data.auth.token:x*', 16, 18, 'data.auth.token is masked, so parts of it', undefined],
    ['-data.token:*x', 12, 14, 'Use data.token:value', undefined],
    ['data.token:>5', 0, 13, 'cannot be compared with > or <', undefined],
    ['data.token:[1 TO 2]', 0, 19, 'cannot be compared with > or <', undefined],
    ['data.token:(a OR b) OR data.token:(c OR d)', 40, 41, 'At most 3 values', undefined],
  ])('%s', (text, from, to, message, suggestion) => {
    const [problem, ...others] = problems(text)
    expect(others).toEqual([])
    expect(problem).toMatchObject({ from, to, message: expect.stringContaining(message) })
    if (suggestion !== undefined) expect(problem?.suggestion).toBe(suggestion)
  })

  it('is not the whole value of what is masked, nor whether there is one', () => {
    for (const text of ['data.token:x', 'data.token:"x"', 'data.token:2026-01-01', 'data.token:*', '-data.token:*'])
      expect(bind(text).ok, text).toBe(true)
    const dated = bind('data.token:2026')
    expect(JSON.stringify(dated)).not.toContain('"date"')
  })

  it('is reported with every other one', () => {
    expect(problems('(nope:1 OR -status:x) issues:y "fine"').map(({ from }) => from)).toEqual([1, 19, 29])
  })

  it('is the whole filter when the zone is unknown', () => {
    const parsed = parseQuery('createdAt:today')
    const bound = bindQuery(parsed.ok ? parsed.ast : null, fields, { ...clock, timeZone: 'Mars/Base' })
    expect(bound).toMatchObject({ ok: false, problems: [{ message: 'There is no time zone "Mars/Base".' }] })
  })
})

describe('a value', () => {
  it('is read by the type of its field', () => {
    expect(tests('id:5')).toEqual([{ op: 'text', segments: ['5'] }])
    expect(tests('status:(active OR arch*)')).toEqual([
      { op: 'values', values: ['ACTIVE'] },
      { op: 'values', values: ['ARCHIVED'] },
    ])
    expect(tests('issues:>=99999999999999999999')).toEqual([
      { op: 'number', low: { digits: '99999999999999999999', inclusive: true } },
    ])
    expect(tests('createdAt:>2026-01-04')).toEqual([{ op: 'date', start: new Date('2026-01-05T00:00:00Z') }])
    expect(tests('createdAt:null')).toEqual([{ op: 'unset' }])
    expect(tests('createdAt:[* TO *]')).toEqual([{ op: 'set' }])
  })

  it('is read in every way it can be in a document, and as text alone when quoted', () => {
    expect(tests('data.a:5')).toEqual([
      { op: 'text', segments: ['5'] },
      { op: 'number', low: { digits: '5', inclusive: true }, high: { digits: '5', inclusive: true } },
    ])
    expect(tests('data.a:"5"')).toEqual([{ op: 'text', segments: ['5'] }])
    expect(tests('data.a:null')).toEqual([{ op: 'text', segments: ['null'] }, { op: 'null' }])
    expect(tests('data.a:True')).toEqual([
      { op: 'text', segments: ['True'] },
      { op: 'boolean', value: true },
    ])
    expect(tests('data.a:2026')).toHaveLength(2)
    expect(tests('connection.syncConfig.a.b:x')).toEqual([{ op: 'text', segments: ['x'] }])
  })
})
