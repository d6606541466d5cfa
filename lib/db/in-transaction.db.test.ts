import { AsyncLocalStorage } from 'node:async_hooks'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { beforeAll, expect, it } from 'vitest'
import type { PrismaClient } from './generated/client'
import { inTransaction, rememberOutside } from './in-transaction'
import { withTestDatabase } from './test-database'

interface Request {
  name: string
}

const requests = new AsyncLocalStorage<Request>()
let db: PrismaClient

beforeAll(async () => {
  rememberOutside()
  const test = await withTestDatabase()
  db = test.client
  return test.drop
})

it('does its work within the request, also after a statement', async () => {
  const seen: (string | undefined)[] = []
  const note = () => void seen.push(requests.getStore()?.name)
  const answer = await requests.run({ name: 'mine' }, () =>
    inTransaction(
      db,
      async (tx) => {
        note()
        const [row] = await tx.$queryRaw<{ one: number }[]>`select 1 as one`
        note()
        return row?.one
      },
      {},
    ),
  )
  expect(answer).toBe(1)
  expect(seen).toEqual(['mine', 'mine'])
})

it('leaves the failure of its work as it is', async () => {
  const failing = inTransaction(db, () => Promise.reject(new Error('as it is')), {})
  await expect(failing).rejects.toThrow('as it is')
})

it('keeps nothing of the request once it is over', async () => {
  setFlagsFromString('--expose-gc')
  const collect: () => void = runInNewContext('gc')
  const kept = await requestWithTransaction()
  // The statements of others take the place of what the driver remembers of the last one.
  for (let turn = 0; turn < 3; turn += 1) await inTransaction(db, (tx) => tx.$queryRaw`select 1`, {})
  const isKept = () => {
    collect()
    return kept.deref() !== undefined
  }
  await expect.poll(isKept).toBe(false)
})

/** A request that had a transaction and that nobody else knows of. */
async function requestWithTransaction(): Promise<WeakRef<Request>> {
  const request = { name: 'left' }
  await requests.run(request, () => inTransaction(db, (tx) => tx.$queryRaw`select 1`, {}))
  return new WeakRef(request)
}
