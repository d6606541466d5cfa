import { describe, expect, it } from 'vitest'
import { parseExact, printExact, sameExact } from '../json/exact-json'
import { controlFor, enteredText, enteredValue } from './control'
import { PROPERTY_TYPES } from './property-type'

const VALUES = [
  'null',
  '"a"',
  '"a\\nb"',
  '""',
  '1.50',
  '12345678901234567890',
  'true',
  '["a", "b"]',
  '["a", 1]',
  '[]',
  '{"a": 1}',
  '"2026-01-31"',
]

describe('the control of a property', () => {
  it('changes nothing by being there', () => {
    for (const type of PROPERTY_TYPES)
      for (const source of VALUES) {
        const value = parseExact(source)
        const control = controlFor(type, value)
        if (control === 'fixed') continue
        const entered = enteredValue(control, enteredText(control, value), value)
        expect(entered && sameExact(entered, value), `${type} ${source} ${control}`).toBe(true)
      }
  })

  it('follows the value where it contradicts the type, and shows what it cannot hold', () => {
    expect(controlFor('NUMBER', parseExact('"12"'))).toBe('line')
    expect(controlFor('DATE', parseExact('"2026-01-31"'))).toBe('day')
    expect(controlFor('DATE', parseExact('1700000000000'))).toBe('number')
    expect(controlFor('BADGE_LIST', null)).toBe('lines')
    expect(controlFor('BADGE_LIST', parseExact('[{"a": 1}]'))).toBe('fixed')
    expect(controlFor('COMPOSITE', null)).toBe('fixed')
  })

  it('keeps digits, refuses what is no number, and empties to null only where something was', () => {
    const printed = (...args: Parameters<typeof enteredValue>) => {
      const value = enteredValue(...args)
      return value ? printExact(value) : value
    }
    expect(printed('number', ' 1.50 ', null)).toBe('1.50')
    expect(printed('number', '1,5', null)).toBeUndefined()
    expect(printed('number', '', parseExact('1'))).toBe('null')
    expect(printed('line', '', null)).toBeNull()
    expect(printed('line', '', parseExact('"a"'))).toBe('""')
    expect(printed('lines', 'a\n\n b ', null)).toBe('["a","b"]')
    expect(printed('lines', '', parseExact('["a"]'))).toBe('[]')
  })
})
