import fc from 'fast-check'
import { cuidPrefix } from '../../db/cuid-prefix'

const START = Date.parse('2025-03-30T00:59:59.900Z')
/** Milliseconds of the epoch: bursts within one slack, syncs a minute and a day apart, years. */
const anyMoment = fc
  .tuple(fc.constantFrom(0, 0, 0, 60_000, 86_400_000, -3 * 31_536_000_000), fc.integer({ min: 0, max: 400 }))
  .map(([far, near]) => START + far + near)
const tail = fc.string({ unit: fc.constantFrom('0', '7', 'a', 'z'), minLength: 16, maxLength: 16 })
/** A cuid with the time that it was made at. */
export const anyCuid = fc.tuple(anyMoment, tail).map(([at, rest]) => ({ id: cuidPrefix(at) + rest, at }))
/** An id that says nothing of a time, or something wrong. */
export const anyStranger = fc
  .tuple(
    fc.constantFrom(
      '',
      'C',
      'c',
      'cm',
      'cl-',
      'cm9',
      'CM9',
      'cmé',
      'contact-',
      'cuid',
      'zzz',
      '~',
      'é',
      'c00000000',
      'czzzzzzzz',
    ),
    fc.oneof(fc.uuid(), tail, fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 30 })),
  )
  .map(([start, rest]) => start + rest)
const skew = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: -120, max: 120 }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(-100, 100, 101, 3_600_000, -86_400_000, -5 * 31_536_000_000, 31_536_000_000),
  },
)
export const timeOf = (ms: number) => new Date(ms).toISOString()
/** A row with a cuid, and a creation time that is right, a little off, or by years. */
export const anyDatedRow = fc.tuple(anyCuid, skew).map(([{ id, at }, off]) => ({ id, createdAt: timeOf(at + off) }))
/** A row whose id is right, wrong by a little, by years, or no cuid; some are created at the end of time. */
const row = fc.oneof(
  {
    weight: 5,
    arbitrary: anyDatedRow,
  },
  { weight: 1, arbitrary: fc.record({ id: anyStranger, createdAt: anyMoment.map(timeOf) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      id: fc.oneof(
        anyStranger,
        anyCuid.map(({ id }) => id),
      ),
      createdAt: fc.constantFrom('infinity', '-infinity', timeOf(START)),
    }),
  },
)
/** Up to so many of them, each of its own id. */
export const anyRows = (maxLength: number) => fc.uniqueArray(row, { maxLength, selector: ({ id }) => id })
