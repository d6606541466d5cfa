import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { undo } from '@/lib/audit/undo'
import type { PrismaClient } from '@/lib/db/generated/client'
import { actorOf } from '@/lib/db/test-actors'
import { withTestDatabase } from '@/lib/db/test-database'
import { compareTwins, countTwins } from './compare-twins'
import { findTwins, GROUPS_SHOWN } from './find-twins'
import { keepTwin } from './keep-twin'
import { insertEntity, insertRecords } from './test/insert-records'
import { MOST_COMPARED, type TwinGroup, type TwinPlace } from './twins-dto'

const operator = actorOf('OPERATOR')
const support = actorOf('SUPPORT')
let db: PrismaClient

beforeAll(async () => {
  const test = await withTestDatabase()
  db = test.client
  return test.drop
})

beforeEach(async () => {
  await db.$executeRaw`truncate mastra.records, mastra.entity, mastra.connections cascade`
  for (const id of ['one', 'two']) await insertEntity(db, { id, type: 'CONTACT', name: id, connectionId: `user-${id}` })
})

async function pair(externalId: string, entityId = 'one', more: { data?: string; count?: number } = {}) {
  const ids = Array.from({ length: more.count ?? 2 }, (_, place) => `${externalId}-${entityId}-${place}`)
  await insertRecords(
    db,
    ids.map((id, place) => ({
      id,
      externalId,
      entityId,
      data: more.data ?? `{"stage":${place},"token":"canary-${place}"}`,
    })),
  )
  return ids
}

async function allGroups(): Promise<TwinGroup[]> {
  const rows: TwinGroup[] = []
  let place: TwinPlace | null = null
  do {
    const found = await findTwins(support, place)
    rows.push(...found.rows)
    place = found.next
  } while (place)
  return rows
}
const seenOf = async (externalId: string, entityId = 'one') =>
  (await compareTwins(support, { externalId, entityId }))?.records.map(({ id, version }) => ({ id, version })) ?? []
const live = async () =>
  (await db.record.findMany({ where: { deletedAt: null }, orderBy: { id: 'asc' } })).map(({ id }) => id)

describe('the list of twins', () => {
  it('has the live records that share entity and external id, and what differs', async () => {
    await pair('a')
    await pair('b', 'one', { count: 1 })
    await pair('b', 'two', { count: 1 })
    const [gone = ''] = await pair('c')
    await db.record.update({ where: { id: gone }, data: { deletedAt: new Date() } })
    await insertRecords(db, [
      { id: 'stray-1', externalId: 's', entityId: null },
      { id: 'stray-2', externalId: 's', entityId: null },
      { id: 'none-1', externalId: null, entityId: 'one' },
      { id: 'none-2', externalId: null, entityId: 'one' },
    ])
    await pair('', 'two', { data: '{}', count: 3 })
    expect(await findTwins(support, null)).toMatchObject({
      rows: [
        { externalId: '', entityId: 'two', records: 3, differs: [] },
        { externalId: 'a', entityId: 'one', records: 2, differs: ['data.stage'], connection: { name: 'one' } },
      ],
      looked: 11,
      next: null,
    })
  })

  it('goes through more groups than a page has, each once, also where many share an external id', async () => {
    const count = 2 * GROUPS_SHOWN + 7
    for (let place = 0; place < count; place += 1) await pair(`g${String(place).padStart(3, '0')}`)
    await pair('g000', 'two')
    const groups = await allGroups()
    expect(groups).toHaveLength(count + 1)
    expect(new Set(groups.map(({ externalId, entityId }) => `${externalId} ${entityId}`)).size).toBe(count + 1)
  })

  it('comes past an external id that is on more records than it looks at in a step, and finds what lies across two steps', async () => {
    await db.$executeRaw`
      insert into mastra.records (id, "externalId", "entityType", "entityId")
      select 'm' || n, case when n <= 45000 then 'm' else 'n' || lpad(n::text, 6, '0') end, 'CONTACT', 'one' from generate_series(1, 64999) n`
    await pair('z')
    const last = await pair('n064999', 'one', { count: 1 })
    const groups = await allGroups()
    expect(groups.map(({ externalId, records }) => [externalId, records])).toEqual([
      ['m', 45_000],
      ['n064999', 2],
      ['z', 2],
    ])
    expect(last).toHaveLength(1)
  })
})

describe('a group of twins', () => {
  it('is shown side by side, with the secrets masked', async () => {
    await pair('a')
    const group = await compareTwins(support, { externalId: 'a', entityId: 'one' })
    expect(group).toMatchObject({
      entityType: 'CONTACT',
      total: 2,
      hasMasked: true,
      differences: [{ name: 'data.stage', values: ['0', '1'] }],
    })
    expect(JSON.stringify(group)).not.toContain('canary')
    expect(await countTwins(support, { externalId: 'a', entityId: 'one' })).toBe(1)
    expect(await compareTwins(support, { externalId: 'a', entityId: 'two' })).toBeNull()
    expect(await countTwins(support, { externalId: 'a', entityId: 'two' })).toBe(0)
  })

  it('is not compared where a document is too large, and shown in part where it is large itself', async () => {
    await pair('large', 'one', { data: JSON.stringify({ note: 'x'.repeat(70_000) }) })
    expect(await compareTwins(support, { externalId: 'large', entityId: 'one' })).toMatchObject({ differences: null })
    await pair('many', 'one', { count: MOST_COMPARED + 3 })
    const many = await compareTwins(support, { externalId: 'many', entityId: 'one' })
    expect(many).toMatchObject({ total: MOST_COMPARED + 3 })
    expect(many?.records).toHaveLength(MOST_COMPARED)
  })

  it('is resolved by keeping one, which can be taken back as a whole', async () => {
    const [first = '', second = '', third = ''] = await pair('a', 'one', { count: 3 })
    const seen = await seenOf('a')
    const { changed, correlationId } = await keepTwin(operator, {
      externalId: 'a',
      entityId: 'one',
      keep: second,
      seen,
    })
    expect(changed).toEqual([first, third])
    expect(await live()).toEqual([second])
    const entries = await db.auditEntry.findMany({ where: { correlationId }, orderBy: { id: 'asc' } })
    expect(entries.map(({ action, subjectId }) => [action, subjectId]).sort()).toEqual([
      ['record.soft-delete', first],
      ['record.soft-delete', third],
    ])
    await undo(operator, { correlationId })
    expect(await live()).toEqual([first, second, third])
  })

  it('is left alone when a record was written to, came or went since, or was never all seen', async () => {
    const [first = '', second = ''] = await pair('a')
    const seen = await seenOf('a')
    const keep = (given: Partial<Parameters<typeof keepTwin>[1]> = {}) =>
      keepTwin(operator, { externalId: 'a', entityId: 'one', keep: first, seen, ...given })
    await db.record.update({ where: { id: second }, data: { data: { stage: 9 } } })
    await expect(keep()).rejects.toMatchObject({ code: 'CONFLICT' })
    const anew = await seenOf('a')
    await insertRecords(db, [{ id: 'third', externalId: 'a', entityId: 'one' }])
    await expect(keep({ seen: anew })).rejects.toMatchObject({ code: 'CONFLICT' })
    await db.record.update({ where: { id: 'third' }, data: { deletedAt: new Date() } })
    await expect(keep({ seen: anew, externalId: 'other' })).rejects.toMatchObject({ code: 'CONFLICT' })
    await expect(keep({ seen: anew, keep: 'third' })).rejects.toMatchObject({ code: 'INVALID' })
    await expect(
      keepTwin(support, { externalId: 'a', entityId: 'one', keep: first, seen: anew }),
    ).rejects.toMatchObject({ code: 'FORBIDDEN' })
    expect(await live()).toEqual([first, second])
    expect(await keep({ seen: anew })).toMatchObject({ changed: [second] })
  })
})
