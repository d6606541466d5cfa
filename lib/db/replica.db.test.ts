import { afterAll, beforeAll, expect, it } from 'vitest'
import { database } from './client'
import { readDatabase } from './replica'
import { type TestDatabase, withTestDatabase } from './test-database'

let test: TestDatabase

beforeAll(async () => {
  test = await withTestDatabase()
})
afterAll(() => test.drop())

it('reads the primary where there is no replica, where it does not answer, and where it is none', async () => {
  expect(await readDatabase(undefined, null)).toBe(database())
  expect(await readDatabase('postgresql://nobody@127.0.0.1:1/none', null)).toBe(database())
  // A database that is written to by others is no copy of ours, whatever someone has put into the environment.
  expect(await readDatabase(test.url, null)).toBe(database())
})
