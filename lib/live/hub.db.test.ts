import { beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { cuidPrefix } from '../db/cuid-prefix'
import type { PrismaClient } from '../db/generated/client'
import { actorOf } from '../db/test-actors'
import { withTestDatabase } from '../db/test-database'
import { rememberIssues } from '../issues/remember'
import { checkOrder } from '../records/check-creation-order'
import { creationOrder, forgetOrder } from '../records/creation-order'
import { insertRecords } from '../records/test/insert-records'
import { Hub } from './hub'
import { type News, readWatch } from './stream-schema'
import { takeMark } from './take-mark'

let db: PrismaClient

beforeAll(async () => {
  const test = await withTestDatabase()
  db = test.client
  return test.drop
})

const actor = actorOf('SUPPORT')
/** For a transaction of the test that stays open while the hub looks. */
const PATIENT = { timeout: 25_000 }
let serial = 0
/** An id as Mastra makes it now. */
function freshId(): string {
  serial += 1
  return `${cuidPrefix(Date.now())}${String(serial).padStart(16, '0')}`
}

async function insert(fields: { id?: string; entityType?: string; deletedAt?: string; createdAt?: string } = {}) {
  const row = { id: freshId(), createdAt: new Date().toISOString(), ...fields }
  await insertRecords(db, [row])
  return row.id
}

/** A page that was read now, and what it hears. */
async function openPage(
  hub: Hub,
  {
    table = 'records',
    ids = [],
    ...list
  }: { table?: string; ids?: string[]; q?: string; state?: string; watch?: string },
) {
  const watch = readWatch({ table, since: await takeMark(db), ids: ids.join(','), ...list })
  if (!watch) return expect.fail('The address was not understood.')
  const heard: News[] = []
  const leave = () => stop()
  const join = () => hub.join({ actor, watch, timeZone: 'UTC', tell: (news) => heard.push(news) })
  let stop = join()
  onTestFinished(leave)
  return {
    heard,
    leave,
    last: () => heard.at(-1),
    hears: (news: Partial<News>) => expect.poll(() => heard.at(-1)).toMatchObject(news),
    /** As after a cut: the same address again. */
    rejoin: () => {
      heard.length = 0
      stop = join()
    },
  }
}

function quickHub(): Hub {
  return new Hub({ look: 60, apart: 20 })
}

/** Until the hub has looked as often again as makes sure that one look began after now. */
async function looked(hub: Hub): Promise<void> {
  const from = hub.looks
  await expect.poll(() => hub.looks).toBeGreaterThan(from + 1)
}

describe.each(['sorted', 'walk'])('what is new, when the list by creation is read as %s', (kind) => {
  beforeAll(async () => {
    await db.$executeRaw`truncate mastra.records cascade`
    const at = Date.parse('2026-02-01T00:00:00Z')
    const many = Array.from({ length: 300 }, (_, place) => ({
      id: `${cuidPrefix(at + place)}${String(place).padStart(16, '0')}`,
      createdAt: new Date(at + place).toISOString(),
    }))
    await insertRecords(db, [...many, { id: 'Imported-1' }])
    if (kind === 'walk') await checkOrder(db)
    forgetOrder(db)
    expect((await creationOrder(db)).kind).toBe(kind)
  })

  it('is announced once to each list that has it, whatever its id, and to no other', async () => {
    const hub = quickHub()
    const shown = await insert({ entityType: 'DEAL' })
    const all = await openPage(hub, { ids: [shown] })
    const deals = await openPage(hub, { q: 'entityType:DEAL', ids: [shown] })
    const deleted = await openPage(hub, { state: 'deleted' })
    const none = await openPage(hub, { q: 'entityType:NOTE' })
    await insert({ entityType: 'DEAL' })
    await insert({ entityType: 'CONTACT' })
    await insert({ entityType: 'CONTACT', deletedAt: '2026-05-05T05:05:05.005Z' })
    // No cuids: one that stands before them all, and one behind.
    await insert({ id: `00-${freshId()}`, entityType: 'CONTACT' })
    await insert({ id: `x-${freshId()}`, entityType: 'CONTACT' })
    await all.hears({ fresh: 4, changed: [] })
    await deals.hears({ fresh: 1 })
    await deleted.hears({ fresh: 1 })
    await looked(hub)
    expect(all.last()).toMatchObject({ fresh: 4, more: false })
    expect(none.last()).toMatchObject({ fresh: 0 })
    expect(none.heard).toHaveLength(1)
  })

  it('is no record that is only written again, and leaves the count when it leaves the list', async () => {
    const hub = quickHub()
    const before = await insert()
    const page = await openPage(hub, { q: '-entityType:GONE' })
    await looked(hub)
    await db.record.update({ where: { id: before }, data: { data: { again: 1 } } })
    const late = await insert()
    await page.hears({ fresh: 1 })
    await db.record.update({ where: { id: late }, data: { deletedAt: new Date() } })
    await page.hears({ fresh: 0 })
    await db.record.update({ where: { id: late }, data: { deletedAt: null } })
    await page.hears({ fresh: 1 })
  })

  it('is caught up with by a page that was away, also when nobody watched meanwhile', async () => {
    const hub = quickHub()
    const page = await openPage(hub, {})
    await looked(hub)
    page.leave()
    await insert()
    await insert()
    page.rejoin()
    await page.hears({ fresh: 2 })
    expect(page.heard).toHaveLength(1)
  })

  it('is what was committed late, however early it was begun', async () => {
    const hub = quickHub()
    const page = await db.$transaction(async (tx) => {
      await tx.record.create({ data: { id: freshId(), entityType: 'SLOW', source: 'MANUAL' } })
      const opened = await openPage(hub, { q: 'entityType:SLOW' })
      await looked(hub)
      expect(opened.last()).toMatchObject({ fresh: 0 })
      return opened
    }, PATIENT)
    await page.hears({ fresh: 1 })
  })

  it('marks what changed or went under the eyes of those who see it, and names a user of ours who did it', async () => {
    const hub = quickHub()
    const [one, two, other] = [await insert(), await insert(), await insert()]
    const list = await openPage(hub, { ids: [one, two] })
    const detail = await openPage(hub, { ids: [one], watch: 'rows' })
    const beside = await openPage(hub, { ids: [other], watch: 'rows' })
    await looked(hub)
    expect(list.last()).toMatchObject({ changed: [] })
    await db.$executeRaw`update mastra.records set data = data || '{"a": 1}' where id = ${one}`
    await list.hears({ changed: [one], fresh: 0 })
    await detail.hears({ changed: [one], byUser: false })
    await db.record.delete({ where: { id: two } })
    await list.hears({ changed: [one, two] })
    expect(beside.last()).toMatchObject({ changed: [] })
    const anew = await openPage(hub, { ids: [one], watch: 'rows' })
    await looked(hub)
    expect(anew.last()).toMatchObject({ changed: [] })
    await db.$executeRaw`
      insert into mastra_admin.audit_entry (id, actor_id, actor_email, actor_role, action, subject_type, subject_id, correlation_id)
      values (gen_random_uuid(), 'a', 'a@b.c', 'ADMIN', 'record.edit', 'record', ${one}, gen_random_uuid())`
    await db.$executeRaw`update mastra.records set data = data || '{"a": 2}' where id = ${one}`
    await anew.hears({ changed: [one], byUser: true })
  })
})

describe('what watching costs', () => {
  it('does not grow with the number of people, and is nothing when nobody watches', async () => {
    const hub = quickHub()
    const id = await insert()
    const first = await openPage(hub, { ids: [id] })
    await looked(hub)
    expect(hub.cost).toBe(3)
    const others = await Promise.all(Array.from({ length: 40 }, () => openPage(hub, { ids: [id] })))
    await looked(hub)
    expect(hub.cost).toBe(3)
    expect(hub.size).toBe(41)
    for (const { leave } of [first, ...others]) leave()
    expect(hub.size).toBe(0)
    await expect.poll(() => hub.running).toBe(false)
  })
})

describe('connections and causes', () => {
  it('announces a connection, and a cause that appears or comes back', async () => {
    const hub = quickHub()
    const connections = await openPage(hub, { table: 'connections', q: 'name:GITHUB' })
    const causes = await openPage(hub, { table: 'issues' })
    await looked(hub)
    const add = (name: string) =>
      db.connection.create({ data: { name, connectionId: freshId(), issues: ['rate limited'] } })
    await add('HUBSPOT')
    await add('GITHUB')
    await connections.hears({ fresh: 1 })
    await rememberIssues()
    await causes.hears({ fresh: 1 })
  })
})
