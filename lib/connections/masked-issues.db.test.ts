import { beforeAll, expect, it } from 'vitest'
import type { PrismaClient } from '@/lib/db/generated/client'
import { actorOf } from '@/lib/db/test-actors'
import { withTestDatabase } from '@/lib/db/test-database'
import { listConnections } from './queries'
import { readConnectionSearch } from './search-params'

let db: PrismaClient

beforeAll(async () => {
  const test = await withTestDatabase()
  db = test.client
  await db.connection.create({ data: { id: 'one', name: 'GITHUB', connectionId: 'ada' } })
  return test.drop
})

async function found(q: string): Promise<string[]> {
  const { search } = readConnectionSearch({ q })
  const list = await listConnections(actorOf('SUPPORT'), search, { now: new Date(), timeZone: 'UTC' })
  return list.kind === 'page' ? list.page.rows.map(({ id }) => id) : expect.fail(list.kind)
}

it.each([
  'passcode="one, canary (two)"',
  '{"error": "no", "access_token":"a, canary"}',
  'pin=canary',
  'token=x\nsession_id=canary',
  '-----BEGIN PRIVATE KEY-----\ncanary\n-----END PRIVATE KEY-----',
  'éghp_canarycanarycanary1',
])('finds no part of the secret in the issue %j, and what stands before it', async (issue) => {
  await db.connection.update({ where: { id: 'one' }, data: { issues: [`A walrus said ${issue}`] } })
  for (const q of ['canary', 'issues:canary']) expect(await found(q)).toEqual([])
  for (const q of ['walrus', 'issues:walrus']) expect(await found(q)).toEqual(['one'])
})

it('finds what an issue says of a token', async () => {
  await db.connection.update({
    where: { id: 'one' },
    data: { issues: ['Invalid token: expired at https://api.acme.com:443'] },
  })
  for (const q of ['expired', 'issues:expired', 'acme.com', 'issues:443']) expect(await found(q)).toEqual(['one'])
})
