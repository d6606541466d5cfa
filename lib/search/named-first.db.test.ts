import { beforeAll, expect, it } from 'vitest'
import { actorOf } from '../db/test-actors'
import { withTestDatabase } from '../db/test-database'
import { insertRecords } from '../records/test/insert-records'
import { collect, keysOf } from './test/collect'

beforeAll(async () => {
  const test = await withTestDatabase()
  const mentions = Array.from({ length: 8 }, (_, at) => ({
    id: `c-mention-${at}`,
    data: JSON.stringify({ name: `Ticket ${at}`, note: 'Ada Lovelace called' }),
  }))
  await insertRecords(test.client, [
    { id: 'a-named', data: '{"name": "Ada Lovelace"}' },
    { id: 'b-key', externalId: 'ada-lovelace', data: '{"name": "Number one"}' },
    ...mentions,
    { id: 'd-hidden', data: '{"name": "Someone", "token": "Ada Lovelace"}' },
  ])
  return test.drop
})

it('puts records that are called so, or known by it, before newer ones that mention it', async () => {
  const found = keysOf((await collect(actorOf('SUPPORT'), 'ada lovelace')).records)
  expect(found.slice(0, 3)).toEqual(['b-key', 'a-named', 'c-mention-7'])
  expect(found).toHaveLength(5)
  expect(found).not.toContain('d-hidden')
})
