import { expect, it } from 'vitest'
import { readWatch, watchQuery } from './stream-schema'

const mark = '1:2:@3'

it('reads what it writes, without the ids that an address has no room for or cannot tell apart', () => {
  const list = { q: 'entityType:DEAL', state: 'deleted', sort: 'id', view: 'mine' }
  expect(readWatch(watchQuery('records', mark, ['a', 'b,c', 'd'], list))).toMatchObject({
    table: 'records',
    ids: ['a', 'd'],
    list: { q: 'entityType:DEAL', state: 'deleted' },
  })
  const long = Array.from({ length: 200 }, (_, place) => `${place}-${'x'.repeat(60)}`)
  const { ids = [] } = readWatch(watchQuery('records', mark, long, {})) ?? {}
  expect(ids.length).toBeGreaterThan(50)
  expect(ids).toEqual(long.slice(0, ids.length))
  expect(readWatch(watchQuery('connections', mark, ['a'], null))?.list).toBeNull()
})

it('refuses what asks for nothing that there is', () => {
  expect(readWatch({ table: 'users', since: mark })).toBeNull()
  expect(readWatch({ table: 'records' })).toBeNull()
  expect(readWatch({ table: 'records', since: mark, ids: 'x'.repeat(201) })).toBeNull()
  expect(readWatch({ table: ['records', 'issues'], since: mark })).toBeNull()
})
