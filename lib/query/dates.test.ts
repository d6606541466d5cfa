import { describe, expect, it } from 'vitest'
import { isTimeZone, readDate } from './dates'

/** Half an hour into the day on which clocks went forward in Berlin at 02:00; in New York it is still the day before. */
const now = new Date('2026-03-28T23:30:00.000Z')
const berlin = { now, timeZone: 'Europe/Berlin' }

function read(text: string, clock = berlin): string[] | null {
  const span = readDate(text, clock)
  return span && [span.start.toISOString(), span.end.toISOString()]
}

describe('a written date', () => {
  it.each([
    ['2026-03-28', '2026-03-27T23:00:00.000Z', '2026-03-28T23:00:00.000Z'],
    ['2026-03-29', '2026-03-28T23:00:00.000Z', '2026-03-29T22:00:00.000Z'],
    ['2026-03', '2026-02-28T23:00:00.000Z', '2026-03-31T22:00:00.000Z'],
    ['2026', '2025-12-31T23:00:00.000Z', '2026-12-31T23:00:00.000Z'],
    ['2026-07-01T10:00', '2026-07-01T08:00:00.000Z', '2026-07-01T08:01:00.000Z'],
    ['2026-07-01 10:00:30', '2026-07-01T08:00:30.000Z', '2026-07-01T08:00:31.000Z'],
    ['2026-07-01T10:00:30.5', '2026-07-01T08:00:30.500Z', '2026-07-01T08:00:30.501Z'],
    ['2026-07-01T10:00Z', '2026-07-01T10:00:00.000Z', '2026-07-01T10:01:00.000Z'],
    ['2026-07-01T10:00:00-05:30', '2026-07-01T15:30:00.000Z', '2026-07-01T15:30:01.000Z'],
    ['today', '2026-03-28T23:00:00.000Z', '2026-03-29T22:00:00.000Z'],
    ['yesterday', '2026-03-27T23:00:00.000Z', '2026-03-28T23:00:00.000Z'],
    ['tomorrow', '2026-03-29T22:00:00.000Z', '2026-03-30T22:00:00.000Z'],
    ['today-1M', '2026-02-27T23:00:00.000Z', '2026-02-28T23:00:00.000Z'],
    ['today+9h', '2026-03-29T08:00:00.000Z', '2026-03-29T08:00:00.001Z'],
    ['now', '2026-03-28T23:30:00.000Z', '2026-03-28T23:30:00.001Z'],
    ['now-7d', '2026-03-21T23:30:00.000Z', '2026-03-21T23:30:00.001Z'],
    ['now+1d', '2026-03-29T22:30:00.000Z', '2026-03-29T22:30:00.001Z'],
    ['now+24h', '2026-03-29T23:30:00.000Z', '2026-03-29T23:30:00.001Z'],
    ['now-90m', '2026-03-28T22:00:00.000Z', '2026-03-28T22:00:00.001Z'],
    ['now-1y', '2025-03-28T23:30:00.000Z', '2025-03-28T23:30:00.001Z'],
    ['9999-12-31', '9999-12-30T23:00:00.000Z', '9999-12-31T23:00:00.000Z'],
    ['9999', '9998-12-31T23:00:00.000Z', '9999-12-31T23:00:00.000Z'],
  ])('%s', (text, start, end) => {
    expect(read(text)).toEqual([start, end])
  })

  it('is read in the person’s zone', () => {
    expect(read('today', { now, timeZone: 'America/New_York' })).toEqual([
      '2026-03-28T04:00:00.000Z',
      '2026-03-29T04:00:00.000Z',
    ])
  })

  it('never reaches beyond what the database can hold', () => {
    expect(read('9999-12-31', { now, timeZone: 'America/New_York' })?.[1]).toBe('9999-12-31T23:59:59.999Z')
  })

  it.each([
    '',
    'soon',
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-01-32',
    '2026-1-1',
    '0000-01-01',
    '0999-12-31',
    '12026-01-01',
    '2026-01-01T24:00',
    '2026-01-01T10:60',
    '2026-01-01T10:00:60',
    '2026-01-01T10',
    '2026-01-01T10:00+25:00',
    'now-7',
    'now-7D',
    'now-9999y',
    'now+999999y',
    'today - 1d',
    'Today',
    '1e3',
  ])('is none: %j', (text) => {
    expect(read(text)).toBeNull()
  })
})

it('knows which zones exist', () => {
  expect(['Europe/Berlin', 'UTC', 'Asia/Kolkata', 'Mars/Base', '', 'Europe/Berlin; DROP'].map(isTimeZone)).toEqual([
    true,
    true,
    true,
    false,
    false,
    false,
  ])
})
