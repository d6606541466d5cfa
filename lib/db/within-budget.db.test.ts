import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDatabase, withTestDatabase } from './test-database'
import { withinBudget } from './within-budget'

let test: TestDatabase

beforeAll(async () => {
  test = await withTestDatabase()
})
afterAll(() => test.drop())

describe('reads within a budget', () => {
  it('answer when they are in time, and with null when Postgres had to stop them', async () => {
    expect(await withinBudget(test.client, 1_000, async (tx) => tx.$queryRaw`select 1 as one`)).toEqual([{ one: 1 }])
    expect(await withinBudget(test.client, 20, async (tx) => tx.$queryRaw`select pg_sleep(5)::text`)).toBeNull()
  })

  it('are stopped in Postgres when nobody waits for them any more', async () => {
    const leaving = new AbortController()
    const reading = withinBudget(
      test.client,
      60_000,
      async (tx) => {
        setImmediate(() => leaving.abort())
        return tx.$queryRaw`select pg_sleep(50)::text`
      },
      leaving.signal,
    )
    expect(await reading).toBeNull()
    expect(await withinBudget(test.client, 1_000, async () => 'not begun', leaving.signal)).toBeNull()
    const running = await test.client.$queryRaw`
      select query from pg_stat_activity where datname = current_database() and query like '%pg_sleep(50)%' and state = 'active'
        and pid <> pg_backend_pid()`
    expect(running).toEqual([])
  })

  it('throw what is no matter of time', async () => {
    await expect(withinBudget(test.client, 1_000, async (tx) => tx.$queryRaw`select 1 / 0`)).rejects.toThrow()
  })
})
