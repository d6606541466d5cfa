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

  it('throw what is no matter of time', async () => {
    await expect(withinBudget(test.client, 1_000, async (tx) => tx.$queryRaw`select 1 / 0`)).rejects.toThrow()
  })
})
