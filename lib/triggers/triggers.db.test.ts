import pg from 'pg'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { adoptDatabase, database } from '../db/client'
import type { PrismaClient } from '../db/generated/client'
import { actorOf } from '../db/test-actors'
import { withTestDatabase } from '../db/test-database'
import { structureOf } from '../db/test-structure'
import { rememberChanged, rememberIssues } from '../issues/remember'
import { addTrigger } from './add-trigger'
import { TRIGGERS } from './catalogue'
import { dropTrigger } from './drop-trigger'
import { tells, triggerPlan } from './queries'
import { triggerInput } from './schema'

const admin = actorOf('ADMIN')
const input = { name: 'issues' } as const
let url: string
let db: PrismaClient

beforeAll(async () => {
  const test = await withTestDatabase()
  url = test.url
  db = test.client
})
beforeEach(async () => {
  await db.connection.deleteMany()
  await rememberIssues()
  await byOwner(() => addTrigger(admin, input))
  await db.issueChange.deleteMany()
})

/** The trigger is for the owner of the table to add and to drop; all else here is done by the role of least privilege. */
async function byOwner<T>(work: () => Promise<T>): Promise<T> {
  const app = database()
  adoptDatabase(db)
  try {
    return await work()
  } finally {
    adoptDatabase(app)
  }
}

const connection = (...issues: string[]) =>
  db.connection.create({ data: { name: 'SYSTEM', connectionId: crypto.randomUUID(), issues } })
const told = async () => (await db.issueChange.findMany({ orderBy: { id: 'asc' } })).map((row) => row.connectionId)

/** Another session, as Mastra has one. */
async function asMastra<T>(work: (session: pg.Client) => Promise<T>): Promise<T> {
  const session = new pg.Client({ connectionString: url })
  await session.connect()
  try {
    return await work(session)
  } finally {
    await session.end()
  }
}

describe('the trigger on connections', () => {
  it('tells of issues that come, change and go, and of nothing else', async () => {
    const healthy = await connection()
    const failing = await connection('alpha failed')
    await db.connection.update({ where: { id: healthy.id }, data: { lastSyncAt: new Date() } })
    await db.connection.update({ where: { id: failing.id }, data: { issues: ['alpha failed'] } })
    expect(await told()).toEqual([failing.id])
    await db.connection.update({ where: { id: healthy.id }, data: { issues: ['beta failed'] } })
    await db.connection.delete({ where: { id: failing.id } })
    expect(await told()).toEqual([failing.id, healthy.id, failing.id])
  })

  it('lets the watch remember what it told, once, and look at no other connection', async () => {
    await connection('seen by the regular look')
    await rememberIssues()
    await db.issueChange.deleteMany()
    const one = await connection('alpha failed', 'beta failed')
    expect(await rememberChanged()).toEqual({ appeared: 2, vanished: 0 })
    expect(await rememberChanged()).toBeNull()
    await db.connection.update({ where: { id: one.id }, data: { issues: ['gamma failed'] } })
    await db.connection.delete({ where: { id: one.id } })
    expect(await rememberChanged()).toEqual({ appeared: 0, vanished: 2 })
    expect(await rememberIssues()).toEqual({ appeared: 0, vanished: 0 })
  })

  it('is taken up by one of several processes, and nothing is taken up twice', async () => {
    await Promise.all(Array.from({ length: 40 }, (_, at) => connection(`failed at ${at} of many`)))
    const looks = await Promise.all([rememberChanged(), rememberChanged(), rememberChanged(), rememberChanged()])
    expect(looks.reduce((sum, look) => sum + (look?.appeared ?? 0), 0)).toBe(40)
    expect(await db.issueSighting.count({ where: { openKey: { not: null } } })).toBe(40)
  })

  it('fails no write of Mastra: not while its queue is locked, nor without it, nor without our schema', async () => {
    const { id } = await connection()
    const write = (issue: string) =>
      asMastra((session) =>
        session.query('update mastra.connections set issues = array[$1] where id = $2', [issue, id]),
      )
    await asMastra(async (blocker) => {
      await blocker.query('begin; lock table mastra_admin.issue_change in access exclusive mode')
      await write('while it was locked')
      await blocker.query('rollback')
    })
    expect(await told()).toEqual([])
    // What the trigger could not tell is found by the regular look.
    expect(await rememberIssues()).toMatchObject({ appeared: 1 })
    await asMastra(async (session) => {
      await session.query('begin; alter table mastra_admin.issue_change rename to gone')
      await session.query('update mastra.connections set issues = array[$1] where id = $2', ['without a queue', id])
      expect((await session.query('select issues from mastra.connections where id = $1', [id])).rows).toEqual([
        { issues: ['without a queue'] },
      ])
      await session.query('rollback; begin; drop schema mastra_admin cascade')
      await session.query('update mastra.connections set issues = array[$1] where id = $2', ['without us', id])
      await session.query('rollback')
    })
  })

  it('works for a role that has no rights in our schema', async () => {
    const { id } = await connection()
    await asMastra(async (session) => {
      await session.query('create role mastra_writer; grant usage on schema mastra to mastra_writer')
      await session.query('grant select, update on mastra.connections to mastra_writer; set role mastra_writer')
      await session.query(`update mastra.connections set issues = '{from a role of its own}' where id = $1`, [id])
      await session.query('reset role; drop owned by mastra_writer; drop role mastra_writer')
    })
    expect(await told()).toEqual([id])
  })
})

describe('adding and dropping it', () => {
  it('leaves its entries in the trail and the structure of Mastra as it was', async () => {
    await byOwner(() => dropTrigger(admin, input))
    const before = await asMastra((session) => structureOf(session, 'mastra'))
    expect(await triggerPlan(admin)).toMatchObject([{ name: 'issues', state: 'absent' }])
    await byOwner(() => addTrigger(admin, input))
    await byOwner(() => addTrigger(admin, input))
    expect(await tells('issues')).toBe(true)
    await db.$executeRaw`alter table mastra.connections disable trigger mastra_admin_issues_update`
    expect(await triggerPlan(admin)).toMatchObject([{ state: 'partial' }])
    expect(await tells('issues')).toBe(false)
    await byOwner(() => dropTrigger(admin, input))
    await byOwner(() => dropTrigger(admin, input))
    expect(await asMastra((session) => structureOf(session, 'mastra'))).toEqual(before)
    const entries = await db.auditEntry.findMany({
      where: { subjectType: 'trigger' },
      orderBy: { id: 'desc' },
      take: 4,
    })
    expect(entries.map(({ action }) => action)).toEqual(['trigger.drop', 'trigger.drop', 'trigger.add', 'trigger.add'])
  })

  it('is refused to all but administrators, and says so when Mastra holds its table', async () => {
    for (const role of ['SUPPORT', 'OPERATOR'] as const) {
      await expect(addTrigger(actorOf(role), input)).rejects.toMatchObject({ code: 'FORBIDDEN' })
      await expect(dropTrigger(actorOf(role), input)).rejects.toMatchObject({ code: 'FORBIDDEN' })
      await expect(triggerPlan(actorOf(role))).rejects.toMatchObject({ code: 'FORBIDDEN' })
    }
    await asMastra(async (session) => {
      await session.query('begin; lock table mastra.connections in row exclusive mode')
      await expect(byOwner(() => dropTrigger(admin, input))).rejects.toMatchObject({ code: 'CONFLICT' })
      await session.query('rollback')
    })
    expect(await tells('issues')).toBe(true)
  })

  it('takes names of the catalogue and no statement', () => {
    expect(triggerInput.safeParse({ name: 'issues; drop table mastra.records' }).success).toBe(false)
    expect(TRIGGERS.map(({ name }) => triggerInput.safeParse({ name }).success)).toEqual([true])
  })
})
