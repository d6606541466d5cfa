import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readChoice, readTableParams, tableQuery, withoutParams } from './table-params'

const defaults = { sort: '-createdAt' }

describe('the parameters of every table', () => {
  it('has defaults for an empty address, and prints them as an empty address', () => {
    const { params, problems } = readTableParams({}, defaults)
    expect(problems).toEqual([])
    expect(params).toMatchObject({ q: '', sort: '-createdAt', size: 50 })
    expect(Object.values(tableQuery(params, defaults)).every((value) => value === undefined)).toBe(true)
  })

  it.each([
    [{ size: '51' }, 'size'],
    [{ size: '-1' }, 'size'],
    [{ size: '50.0' }, 'size'],
    [{ size: ['50', '100'] }, 'size'],
    [{ q: ['a', 'b'] }, 'q'],
    [{ after: 'x', before: 'y' }, 'before'],
  ])('names the parameter that is wrong in %j', (raw, parameter) => {
    expect(readTableParams(raw, defaults).problems.map((problem) => problem.parameter)).toEqual([parameter])
  })

  it('names the valid values', () => {
    expect(readTableParams({ size: '7' }, defaults).problems[0]?.message).toContain('25, 50, 100 or 200')
  })

  it('reads back what it printed', () => {
    const text = fc.string().map((value) => value.trim())
    fc.assert(
      fc.property(text, fc.constantFrom(25, 50, 100, 200), fc.string({ minLength: 1 }), (q, size, after) => {
        const { params } = readTableParams({ q, size: String(size), after }, defaults)
        expect(readTableParams(tableQuery(params, defaults), defaults)).toEqual({ params, problems: [] })
      }),
    )
  })

  it('falls back and reports when a choice is unknown', () => {
    const problems: { parameter: string; message: string }[] = []
    expect(readChoice({ state: 'gone' }, 'state', ['live', 'deleted'], 'live', problems)).toBe('live')
    expect(problems).toEqual([{ parameter: 'state', message: '“gone” is not a valid state. Use live or deleted.' }])
  })

  it('keeps everything but the dropped parameter', () => {
    expect(withoutParams({ q: 'a', size: '7', state: 'all' }, ['size'])).toEqual({ q: 'a', state: 'all' })
  })
})
