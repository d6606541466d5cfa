import { describe, expect, it } from 'vitest'
import { MASK } from '../mask/mask-sign'
import { termForValue } from './value-term'

describe('the term for a value of a document', () => {
  it.each([
    [['email'], '"ada@acme.com"', 'data.email:ada@acme.com'],
    [['items', 0, 'sku'], '12345678901234567890', 'data.items[0].sku:12345678901234567890'],
    [['odd key'], 'true', 'data."odd key":true'],
  ])('is %j', (path, source, term) => {
    expect(termForValue('data', path, source)).toBe(term)
  })

  it.each([
    [['a'], '{"b":1}'],
    [['apiKey'], '"x"'],
    [['secret', 'inner'], '1'],
    [['note'], JSON.stringify(`Bearer ${MASK}`)],
  ])('does not exist for %j', (path, source) => {
    expect(termForValue('data', path, source)).toBeNull()
  })
})
