import { expect, it } from 'vitest'
import type { SightingRow } from './dto'
import { sightingsByConnection } from './sightings-by-connection'

const sighting = (id: string, connectionId: string, firstSeenAt: string): SightingRow => ({
  id,
  connectionId,
  firstSeenAt,
  integration: 'GITHUB',
  customer: 'acme',
  message: `message ${id}`,
  goneAt: null,
  clearedBy: null,
})

it('names each connection once, with all of its messages and since when it had the first', () => {
  const rows = [
    sighting('3', 'a', '2026-03-03T00:00:00Z'),
    sighting('2', 'b', '2026-03-02T00:00:00Z'),
    sighting('1', 'a', '2026-03-01T00:00:00Z'),
  ]
  expect(
    sightingsByConnection(rows).map(({ newest, messages, firstSeenAt }) => [
      newest.connectionId,
      messages.map(({ id }) => id),
      firstSeenAt,
    ]),
  ).toEqual([
    ['a', ['3', '1'], '2026-03-01T00:00:00Z'],
    ['b', ['2'], '2026-03-02T00:00:00Z'],
  ])
  expect(sightingsByConnection([])).toEqual([])
})
