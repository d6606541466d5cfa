import pg from 'pg'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { readMark, sees } from '../live/mark'
import { takeMark } from '../live/take-mark'
import { addNote } from '../notes/add'
import { adoptDatabase, connectTo, database, databaseAddress } from './client'
import { Prisma, type PrismaClient } from './generated/client'
import { readDatabase } from './replica'
import { actorOf } from './test-actors'
import { type TestDatabase, withTestDatabase } from './test-database'
import { startTestStandby, type TestStandby } from './test-standby'
import { withinBudget } from './within-budget'

let test: TestDatabase
let standby: TestStandby
let url: string
let mastra: pg.Client
const actor = actorOf('OPERATOR')
const noteOf = (text: string) => ({ subjectType: 'connection' as const, subjectId: 'a-connection', text })

beforeAll(async () => {
  test = await withTestDatabase()
  mastra = new pg.Client({ connectionString: test.url })
  await mastra.connect()
  await mastra.query(
    'create table public.emptied as select generate_series(1, 10) as n; grant select on public.emptied to public',
  )
  standby = await startTestStandby()
  url = standby.urlOf(databaseAddress())
  await standby.caughtUp()
  return async () => {
    await mastra.end()
    await (await readDatabase(url, null)).$disconnect()

    await standby.stop()
    await test.drop()
  }
})

afterEach(() => standby.resume())

const isReplica = async (db: PrismaClient) => {
  const [row] = await db.$queryRaw<{ on: boolean }[]>`select pg_is_in_recovery() as on`
  return row?.on
}
const positionOf = async () =>
  (await mastra.query<{ at: string }>('select pg_current_wal_insert_lsn() as at')).rows[0]?.at ?? ''
/** Whether a reader is sent to the replica; clients themselves are too large to compare. */
const isSent = async (written: string | null = null) => (await readDatabase(url, written)) !== database()
const comesBack = () => expect.poll(() => isSent()).toBe(true)
/** What is under way there until it is ended, however late anyone comes to that; the primary answers at once. */
const forLongOnTheStandby = Prisma.sql`(select pg_sleep(case when pg_is_in_recovery() then 25 else 0 end))`

describe('a streaming standby', () => {
  it('is read, and refuses whatever is not a read', async () => {
    await comesBack()
    const db = await readDatabase(url, null)
    expect(await isReplica(db)).toBe(true)
    expect(await withinBudget(db, 1_000, (tx) => tx.record.count())).toBe(0)
    await expect(db.note.create({ data: { ...noteOf('x'), authorId: 'x', authorEmail: 'x' } })).rejects.toThrow(
      /read-only/,
    )
    expect(await database().note.count()).toBe(0)
  })

  it('is not asked by a session that wrote what it has not replayed, and by nobody once it is five seconds behind', async () => {
    // What is behind is behind since the last commit that was replayed.
    await standby.caughtUp()
    await comesBack()
    await standby.pause()
    const began = Date.now()
    await addNote(actor, noteOf('while it waits'))
    const written = await positionOf()
    expect(await isSent(written)).toBe(false)
    expect(await (await readDatabase(url, written)).note.count()).toBe(1)
    // Someone else may see what was, for a while.
    expect(await isSent()).toBe(true)
    expect(await (await readDatabase(url, null)).note.count()).toBe(0)
    await expect.poll(() => isSent()).toBe(false)
    expect(Date.now() - began).toBeLessThan(7_000)
    await standby.resume()
    await standby.caughtUp()
    await comesBack()
    expect(await isSent(written)).toBe(true)
  })

  it('gives a live page a mark that does not see what is still under way', async () => {
    const other = new pg.Client({ connectionString: test.url })
    await other.connect()
    await mastra.query('begin')
    const { rows } = await mastra.query<{ id: string }>(
      'insert into public.emptied values (11) returning pg_current_xact_id() as id',
    )
    // One that is younger and ends first, so that the one under way lies between the ends of the snapshot.
    await other.query('insert into public.emptied values (12)')
    await other.end()
    await standby.caughtUp()
    const mark = readMark(await takeMark(await readDatabase(url, null)))
    await mastra.query('commit')
    expect(mark && sees(mark, BigInt(rows[0]?.id ?? 0))).toBe(false)
  })

  it('that ends a read for the sake of what it replays has it read from the primary', async () => {
    await standby.caughtUp()
    await comesBack()
    const db = await readDatabase(url, null)
    const slow = begun(db.$queryRaw<{ rows: number; on: boolean }[]>`
      select count(*)::int as rows, pg_is_in_recovery() as on from public.emptied, ${forLongOnTheStandby} as waited`)
    await expect.poll(() => running('from public.emptied')).toBe(1)
    await mastra.query('truncate public.emptied')
    expect(await slow).toEqual([{ rows: 0, on: false }])
  })

  it('that is killed in the middle of reads has all of them read from the primary within 5 s, and is read again when it is back', async () => {
    await standby.caughtUp()
    await comesBack()
    const db = await readDatabase(url, null)
    const single = begun(
      db.$queryRaw<{ on: boolean }[]>`select pg_is_in_recovery() as on, ${forLongOnTheStandby}::text as waited`,
    )
    const whole = withinBudget(db, 30_000, async (tx) => {
      const [first] = await tx.$queryRaw<{ on: boolean }[]>`select pg_is_in_recovery() as on`
      const [second] = await tx.$queryRaw<
        { on: boolean }[]
      >`select pg_is_in_recovery() as on, ${forLongOnTheStandby}::text as slept`
      return [first?.on, second?.on]
    })
    await expect.poll(async () => (await running('as waited')) + (await running('as slept'))).toBe(2)
    const began = Date.now()
    standby.kill()
    expect(await single).toMatchObject([{ on: false }])
    // Nothing is put together from two servers.
    expect(await whole).toEqual([false, false])
    expect(await isReplica(db)).toBe(false)
    expect(await isSent()).toBe(false)
    expect(Date.now() - began).toBeLessThan(5_000)
    await standby.start()
    await comesBack()
  })

  it('that is killed after the last of several reads has all of them read from the primary too', async () => {
    await standby.caughtUp()
    await comesBack()
    const beside = new pg.Client({ connectionString: url })
    await beside.connect()
    beside.on('error', () => undefined)
    const read = withinBudget(await readDatabase(url, null), 10_000, async (tx) => {
      const [row] = await tx.$queryRaw<
        { on: boolean; pid: number }[]
      >`select pg_is_in_recovery() as on, pg_backend_pid() as pid`
      if (!row?.on) return false
      // A session may outlive its server for as long as it takes to end the transaction: it has to be gone before.
      await beside.query('select pg_terminate_backend($1, 5000)', [row.pid])
      standby.kill()
      return true
    })
    expect(await read).toBe(false)
    await standby.start()
    await comesBack()
  })

  it('that is promoted is no replica any more, and has all that the primary had acknowledged', async () => {
    await addNote(actor, noteOf('before the promotion'))
    await standby.caughtUp()
    await standby.promote()
    await expect.poll(() => isSent()).toBe(false)
    const former = database()
    const promoted = connectTo(url, 2)
    adoptDatabase(promoted)
    try {
      expect(await promoted.note.count({ where: { text: 'before the promotion' } })).toBe(1)
      await addNote(actor, noteOf('after the promotion'))
      expect(await promoted.note.count({ where: { text: 'after the promotion' } })).toBe(1)
    } finally {
      adoptDatabase(former)
      await promoted.$disconnect()
    }
    expect(await former.note.count({ where: { text: 'after the promotion' } })).toBe(0)
  })
})

/** Prisma sends a statement when someone waits for it. */
const begun = async <T>(statement: Promise<T>): Promise<T> => await statement

/** Statements that run on the standby. */
async function running(statement: string): Promise<number> {
  const session = new pg.Client({ connectionString: standby.urlOf(test.url) })
  await session.connect()
  const { rows } = await session.query(
    "select from pg_stat_activity where state = 'active' and pid <> pg_backend_pid() and query like $1",
    [`%${statement}%`],
  )
  await session.end()
  return rows.length
}
