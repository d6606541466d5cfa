import pg from 'pg'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { addNote } from '../notes/add'
import { adoptDatabase, connectTo } from './client'
import type { PrismaClient } from './generated/client'
import { once } from './once'
import { readiness } from './readiness'
import { actorOf } from './test-actors'
import { type TestDatabase, withTestDatabase } from './test-database'
import { startTestProxy, type TestProxy } from './test-proxy'
import { transact } from './transact'

let test: TestDatabase
let proxy: TestProxy
let db: PrismaClient
let mastra: pg.Client
const actor = actorOf('OPERATOR')
const noteOf = (text: string) => ({ subjectType: 'connection' as const, subjectId: 'a-connection', text })
const notes = async (text: string) =>
  (await mastra.query('select from mastra_admin.note where text = $1', [text])).rows.length

beforeAll(async () => {
  test = await withTestDatabase()
  proxy = await startTestProxy(test.appUrl)
  db = connectTo(proxy.url, 4)
  adoptDatabase(db)
  mastra = new pg.Client({ connectionString: test.url })
  await mastra.connect()
  return async () => {
    await mastra.end()
    await db.$disconnect()
    await proxy.stop()
    await test.drop()
  }
})

afterEach(() => proxy.pass())

/** Seconds that it took, and what came of it. */
async function timed(work: Promise<unknown>): Promise<{ seconds: number; failed: boolean }> {
  const began = performance.now()
  const failed = await work.then(
    () => false,
    () => true,
  )
  return { seconds: (performance.now() - began) / 1_000, failed }
}

const ask = () => db.$queryRaw`select 1 as one`
const recovered = async () => expect.poll(ask).toEqual([{ one: 1 }])

describe('a read', () => {
  it.each([
    ['stalls', () => proxy.stall()],
    ['brings the question and not the answer', () => proxy.stallAnswers()],
  ])('fails within 5 s when the network %s, and the next one works when it is back', async (_what, begin) => {
    await Promise.all([ask(), ask(), ask(), ask()])
    begin()
    const outcomes = await Promise.all(Array.from({ length: 6 }, () => timed(ask())))
    expect(outcomes.filter(({ failed }) => !failed)).toEqual([])
    expect(Math.max(...outcomes.map(({ seconds }) => seconds))).toBeLessThan(5)
    expect(await readiness()).toBe('database-unreachable')
    proxy.pass()
    await recovered()
    expect(await readiness()).toBe('ready')
  })

  it('fails at once when the server refuses or cuts, and recovers', async () => {
    await ask()
    await proxy.refuse()
    expect(await timed(ask())).toMatchObject({ failed: true })
    proxy.pass()
    await recovered()
    const slow = timed(db.$executeRaw`select pg_sleep(20)::text`)
    await expect.poll(() => sessions('pg_sleep')).toBe(1)
    proxy.cut()
    expect((await slow).seconds).toBeLessThan(5)
    await recovered()
  })

  it.each([
    ['a read', () => ask(), true],
    ['what begins a transaction', () => db.$transaction((tx) => tx.$queryRaw`select 1 as one`), true],
    ['what may be a write', () => db.$executeRaw`select 1 as one`, false],
  ])(
    '%s gets another connection when its own was closed and nobody had noticed: %#',
    async (_what, work, isAnswered) => {
      await Promise.all([ask(), ask(), ask(), ask()])
      proxy.cut()
      expect(await timed(work())).toMatchObject({ failed: !isAnswered })
      await recovered()
    },
  )

  it('that is only slow, or far away, is waited for, also by a process that is held up itself', async () => {
    proxy.delay(300)
    expect(await timed(ask())).toMatchObject({ failed: false })
    proxy.pass()
    const holdingUp = setInterval(() => {
      for (const began = performance.now(); performance.now() - began < 1_600; ) Math.random()
    }, 200)
    expect(await timed(db.$queryRaw`select pg_sleep(6)::text`)).toMatchObject({ failed: false })
    clearInterval(holdingUp)
  })

  it('says within 5 s that a table is locked, and works when it is free', async () => {
    await mastra.query('begin; lock table mastra.records in access exclusive mode')
    const read = await timed(db.record.findFirst())
    await mastra.query('rollback')
    expect(read.failed).toBe(true)
    expect(read.seconds).toBeLessThan(5)
    await expect(db.record.findFirst()).resolves.toBeNull()
  })

  it('fails within 5 s when the role has no connection left, and works when it has', async () => {
    await mastra.query(
      `create role crowded login password 'crowded' connection limit 1; grant connect on database ${databaseName()} to crowded`,
    )
    const url = new URL(test.url)
    url.username = 'crowded'
    url.password = 'crowded'
    const holder = new pg.Client({ connectionString: url.href })
    await holder.connect()
    const crowded = connectTo(url.href, 2)
    try {
      const refused = await timed(crowded.$queryRaw`select 1 as one`)
      expect(refused.failed).toBe(true)
      expect(refused.seconds).toBeLessThan(5)
      await holder.end()
      await expect.poll(() => crowded.$queryRaw`select 1 as one`).toEqual([{ one: 1 }])
    } finally {
      await crowded.$disconnect()
      await mastra.query(`revoke connect on database ${databaseName()} from crowded; drop role crowded`)
    }
  })
})

describe('a change', () => {
  it('says that something else is writing when a row is held, and changes nothing', async () => {
    await mastra.query(`insert into mastra.connections (id, name, "connectionId") values ('held', 'GITHUB', 'ada')`)
    await mastra.query(`begin; update mastra.connections set "syncConfig" = '{}' where id = 'held'`)
    const change = transact(actor, async ({ tx, audit }) => {
      await tx.$executeRaw`update mastra.connections set issues = array['x'] where id = 'held'`
      await audit([])
    })
    await expect(change).rejects.toMatchObject({ code: 'CONFLICT', message: /writing to this/ })
    await mastra.query('rollback')
    const { rows } = await mastra.query(`select issues from mastra.connections where id = 'held'`)
    expect(rows).toEqual([{ issues: [] }])
  })

  it.each([
    ['cut', () => proxy.cut()],
    ['stalled', () => proxy.stallAnswers()],
  ])('that is %s before its end is not half done, and asked again is done once', async (how, begin) => {
    const text = `half of ${how}`
    const key = 'k'.repeat(24) + how
    const press = { actorId: actor.id, verb: 'addNote', key, input: noteOf(text) }
    const broken = once(press, () =>
      transact(actor, async ({ tx, audit }) => {
        await tx.note.create({ data: { ...noteOf(text), authorId: actor.id, authorEmail: actor.email } })
        begin()
        await audit([{ action: 'note.add', subjectId: 'x', after: {} }])
        return { noteId: 'x' }
      }),
    )
    expect(await timed(broken)).toMatchObject({ failed: true })
    expect(await notes(text)).toBe(0)
    proxy.pass()
    await recovered()
    await once(press, () => addNote(actor, noteOf(text)))
    expect(await notes(text)).toBe(1)
  })

  it('whose commit was not heard of is known to be done', async () => {
    const text = 'committed and not heard'
    const press = { actorId: actor.id, verb: 'addNote', key: 'k'.repeat(30), input: noteOf(text) }
    const lost = once(press, async () => {
      const answer = await addNote(actor, noteOf(text))
      proxy.stall()
      await ask()
      return answer
    })
    expect(await timed(lost)).toMatchObject({ failed: true })
    proxy.pass()
    await recovered()
    await expect(once(press, () => addNote(actor, noteOf(text)))).rejects.toThrow(/already done/)
    expect(await notes(text)).toBe(1)
  })
})

const databaseName = () => new URL(test.url).pathname.slice(1)

async function sessions(running: string): Promise<number> {
  const { rows } = await mastra.query(
    `select from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and state = 'active' and query like $1`,
    [`%${running}%`],
  )
  return rows.length
}
