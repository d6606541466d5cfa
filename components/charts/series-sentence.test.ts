import { expect, it } from 'vitest'
import { seriesSentence } from './series-sentence'

const days = (...values: number[]) => values.map((value, at) => ({ label: `${at + 1} Nov`, value }))

it.each([
  [days(12, 480, 30), 'Between 12 and 480 a day over 3 days, most on 2 Nov, 30 so far today.'],
  [days(480, 480, 0), 'Between 0 and 480 a day over 3 days, most on 1 Nov, 0 so far today.'],
  [days(0, 0), 'None in 2 days.'],
  [days(4, 4), '4 on each of 2 days.'],
  [days(7), '7 on each of 1 day.'],
  [[], 'No numbers.'],
])('says what %j shows', (points, sentence) => {
  expect(seriesSentence('en-GB', points)).toBe(sentence)
})

it('writes its numbers as the viewer reads them', () => {
  expect(seriesSentence('de-DE', days(1_200, 48_000, 3))).toBe(
    'Between 3 and 48.000 a day over 3 days, most on 2 Nov, 3 so far today.',
  )
})
