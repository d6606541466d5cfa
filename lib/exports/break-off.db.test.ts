import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { PrismaClient } from '@/lib/db/generated/client'
import { Prisma } from '@/lib/db/generated/client'
import { actorOf } from '@/lib/db/test-actors'
import { withTestDatabase } from '@/lib/db/test-database'
import { recordExport } from '@/lib/records/export-source'
import { readRecordSearch } from '@/lib/records/search-params'
import { manifestOf } from './queries'
import { type ExportSource, runExport } from './run-export'

const ada = actorOf('SUPPORT', 'ada')
const clock = { now: new Date(), timeZone: 'UTC' }
/** More bytes than the sockets between hold. */
const MANY = 200_000
let db: PrismaClient

beforeAll(async () => {
  const test = await withTestDatabase()
  db = test.client
  await db.$executeRaw`
    insert into mastra.records (id, data, source, "entityType")
    select 'm' || lpad(n::text, 8, '0'), jsonb_build_object('n', n, 'text', repeat('x', 400)), 'MANY', 'MANY'
    from generate_series(1, ${MANY}::int) as n`
  await db.$executeRaw`analyze mastra.records`
  return test.drop
})

const all = (): Promise<ExportSource> => recordExport(ada, readRecordSearch({}).search, clock)

async function readAll(pieces: AsyncGenerator<Uint8Array>, each: () => void = () => undefined): Promise<number> {
  let size = 0
  for await (const piece of pieces) {
    size += piece.byteLength
    each()
  }
  return size
}

async function sessions(): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from pg_stat_activity where datname = current_database()
      and application_name = 'mastra-admin export' and backend_type = 'client backend'`
  return row?.count ?? -1
}

async function endSessions(): Promise<void> {
  await db.$queryRaw`
    select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and application_name = 'mastra-admin export'`
}

async function lastEntry() {
  return db.auditEntry.findFirstOrThrow({ where: { subjectType: 'export' }, orderBy: { id: 'desc' } })
}

describe('an export', () => {
  it('waits for its reader, and ends in Postgres when that one has left', async () => {
    const { pieces, cancel } = await runExport(ada, await all(), 'json')
    await pieces.next()
    await pieces.next()
    expect(await sessions()).toBe(1)
    await cancel()
    await expect(readAll(pieces)).rejects.toThrow('left')
    await expect.poll(sessions).toBe(0)
    const { action, subjectId } = await lastEntry()
    expect(action).toBe('export.break-off')
    expect(await manifestOf(ada, subjectId)).toBeNull()
  })

  it('ends in Postgres too while that one is still at work on its first row', async () => {
    const slow = { ...(await all()), statement: Prisma.sql`select pg_sleep(60)::text from mastra.records` }
    const { pieces, cancel } = await runExport(ada, slow, 'ndjson')
    const reading = readAll(pieces)
    await expect.poll(sessions).toBe(1)
    await Promise.all([cancel(), expect(reading).rejects.toThrow('left')])
    await expect.poll(sessions).toBe(0)
  })

  it('is no file when Postgres ends it', async () => {
    const { pieces } = await runExport(ada, await all(), 'ndjson')
    await pieces.next()
    await endSessions()
    await expect(readAll(pieces)).rejects.toThrow()
    expect(await lastEntry()).toMatchObject({ action: 'export.break-off' })
  })

  it('is no file wherever and however it is broken off, and leaves nothing running', async () => {
    const ways = ['left', 'not read on', 'ended by Postgres'] as const
    await fc.assert(
      fc.asyncProperty(
        fc.nat(40),
        fc.constantFrom(...ways),
        fc.constantFrom('csv' as const, 'ndjson' as const, 'json' as const),
        async (taken, way, format) => {
          const { pieces, cancel } = await runExport(ada, await all(), format)
          for (let piece = 0; piece <= taken; piece += 1) expect((await pieces.next()).done).toBe(false)
          if (way === 'not read on') await pieces.return(undefined)
          else {
            await (way === 'left' ? cancel() : endSessions())
            await expect(readAll(pieces)).rejects.toThrow()
          }
          await expect.poll(sessions).toBe(0)
          const { action, subjectId } = await lastEntry()
          expect(action).toBe('export.break-off')
          expect(await manifestOf(ada, subjectId)).toBeNull()
        },
      ),
      { numRuns: 20 },
    )
  })

  it('takes no more memory for more rows', async () => {
    const { pieces } = await runExport(ada, await all(), 'ndjson')
    const idle = process.memoryUsage().rss
    let most = 0
    const size = await readAll(pieces, () => {
      most = Math.max(most, process.memoryUsage().rss)
    })
    expect(size).toBeGreaterThan(100_000_000)
    expect((most - idle) / 1_048_576).toBeLessThan(64)
  })
})
