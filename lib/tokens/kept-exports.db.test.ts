import { beforeAll, expect, it, vi } from 'vitest'
import { provenActor, requireReader } from '../auth/actor'
import type { TokenScope } from '../auth/permissions'
import { actorOf } from '../db/test-actors'
import { withTestDatabase } from '../db/test-database'
import { keepExport } from '../exports/keep-export'
import { keepNext } from '../exports/keeper'
import { keptFileOf, manifestOf } from '../exports/queries'
import { addUser } from '../users/add-user'
import { makeToken } from './make-token'

let asked = new Headers()
vi.mock('next/headers', () => ({ headers: async () => asked, cookies: async () => ({ get: () => undefined }) }))

beforeAll(async () => (await withTestDatabase()).drop)

it('tokens fetch what their owner took out of a table only with the scope of that table', async () => {
  const email = 'owner@example.test'
  const { userId } = await addUser(actorOf('ADMIN'), { email, role: 'SUPPORT', password: 'correct horse battery' })
  const owner = provenActor({ id: userId, email, role: 'SUPPORT' })
  const holding = async (scopes: TokenScope[]) => {
    const { token } = await makeToken(owner, { name: 'Nightly', scopes, days: 1 })
    asked = new Headers({ authorization: `Bearer ${token}`, 'x-forwarded-for': '192.0.2.7' })
    return requireReader('records:export')
  }
  const { id } = await keepExport(owner, { table: 'connections', format: 'csv', timeZone: 'UTC', params: {} })
  expect(await keepNext()).toBe(true)
  const held = await holding(['records:export'])
  await expect(manifestOf(held, id)).rejects.toMatchObject({ permission: 'connections:export' })
  await expect(keptFileOf(held, id)).rejects.toMatchObject({ code: 'FORBIDDEN' })
  expect(await keptFileOf(await holding(['records:export', 'connections:export']), id)).toMatchObject({ format: 'csv' })
  expect(await keptFileOf(owner, id)).not.toBeNull()
})
