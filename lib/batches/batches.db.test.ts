import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { undo } from '@/lib/audit/undo'
import { provenActor } from '@/lib/auth/actor'
import { actorOf } from '@/lib/db/test-actors'
import { cancelBatch, pauseBatch, resumeBatch, startBatch } from './control'
import { prepareBatch } from './prepare'
import { listBatches } from './queries'
import { prepareBatchInput } from './schema'
import { sweepBatches } from './sweep'
import { BatchWorld } from './test/batch-world'
import { workOnce } from './worker'

let world: BatchWorld
let made = 0

beforeAll(async () => {
  world = await BatchWorld.make()
  return world.drop
})

beforeEach(() => {
  made += 1
  world.kind = `KIND_${made}`
})

describe('a preview', () => {
  it('says what would be done and what not, and changes nothing', async () => {
    const fresh = await world.insert(3)
    const deleted = await world.insert(2, { deletedAt: new Date('2026-01-01') })
    const batch = await world.prepared({ verb: 'soft-delete', over: world.matching('all') })
    expect(batch).toMatchObject({ state: 'ready', total: 3, worked: 0 })
    expect(batch.preview).toMatchObject({
      groups: [{ entityType: world.kind, state: 'live', count: 3, connection: null }],
      moreGroups: 0,
      skipped: [{ reason: 'already', count: 2 }],
    })
    expect(batch.preview?.sample.map(({ id }) => id)).toEqual(fresh)
    expect(batch.exceptions.skipped.map(({ recordId }) => recordId)).toEqual(deleted)
    expect(await world.live()).toEqual(fresh)
  })

  it('of a selection names those that are gone or were deleted anew since they were seen', async () => {
    const [seen = '', anew = ''] = await world.insert(2, { deletedAt: new Date('2026-01-02T00:00:00.000Z') })
    const records = [
      { id: seen, deletedAt: '2026-01-02T00:00:00.000Z' },
      { id: anew, deletedAt: '2026-01-01T00:00:00.000Z' },
      { id: 'nowhere', deletedAt: null },
    ]
    const batch = await world.prepared({ verb: 'restore', over: { kind: 'selection', records } })
    expect(batch).toMatchObject({ total: 1 })
    expect(batch.exceptions.skipped.map(({ recordId, reason }) => [recordId, reason]).sort()).toEqual(
      [
        [anew, 'changed'],
        ['nowhere', 'gone'],
      ].sort(),
    )
  })

  it('of a restoration leaves out records with a live twin, and all but one of twins among themselves', async () => {
    const connection = await world.db.connection.create({ data: { name: 'GITHUB', connectionId: world.kind } })
    const entity = await world.db.entity.create({ data: { type: world.kind, createdBy: 'x', k_id: connection.id } })
    const own = { entityType: world.kind, entityId: entity.id }
    await world.db.record.create({ data: { ...own, externalId: 'a' } })
    const deletedAt = new Date('2026-01-01')
    const [held, , second] = await world.db.record.createManyAndReturn({
      data: [
        { ...own, externalId: 'a', deletedAt },
        { ...own, externalId: 'b', deletedAt },
        { ...own, externalId: 'b', deletedAt: new Date('2026-01-02') },
      ],
    })
    const batch = await world.ran(world.prepared({ verb: 'restore', over: world.matching('deleted') }))
    expect(batch).toMatchObject({ changed: 1, drifted: 0 })
    expect(batch.preview?.skipped).toEqual([{ reason: 'twin', count: 2 }])
    expect(await world.live()).toContain(second?.id)
    expect(await world.live()).not.toContain(held?.id)
  })

  it('is refused to whoever may not do it, and for a filter that says nothing', async () => {
    const over = world.matching()
    await expect(prepareBatch(actorOf('SUPPORT'), { verb: 'archive', over })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
    await expect(prepareBatch(world.ada, { verb: 'archive', over: { ...over, q: 'nofield:1' } })).rejects.toMatchObject(
      {
        code: 'INVALID',
      },
    )
    expect(prepareBatchInput.safeParse({ verb: 'set-enrichment', over }).success).toBe(false)
    expect(prepareBatchInput.safeParse({ verb: 'archive', value: 'PENDING', over }).success).toBe(false)
  })
})

describe('a batch', () => {
  it('changes the previewed records and no others, each with its entry under the id of the batch', async () => {
    const ids = await world.insert(2_345)
    const { id } = await world.prepared({ verb: 'soft-delete', over: world.matching() })
    const late = await world.insert(1)
    await startBatch(world.ada, { batchId: id })
    await world.drain()
    const batch = await world.detail(id)
    expect(batch).toMatchObject({ state: 'done', total: 2_345, worked: 2_345, changed: 2_345, drifted: 0 })
    expect(await world.live()).toEqual(late)
    const left = await world.entries(id)
    const changes = left.filter(({ action }) => action === 'record.soft-delete')
    expect(changes.map(({ subjectId }) => subjectId).sort()).toEqual(ids)
    expect(changes[0]).toMatchObject({ actorEmail: world.ada.email, before: { deletedAt: null } })
    const stored = new Map((await world.rows()).map((row) => [row.id, row.deletedAt?.toISOString()]))
    for (const { subjectId, after } of changes) expect(after).toEqual({ deletedAt: stored.get(subjectId) })
    expect((await world.db.auditEntry.findMany({ where: { subjectId: id } })).map(({ action }) => action)).toEqual([
      'batch.start',
    ])
  })

  it.each([
    ['archive', undefined, 'record.archive', { status: 'ACTIVE' }, { status: 'ARCHIVED' }],
    [
      'set-enrichment',
      'PENDING',
      'record.set-enrichment',
      { enrichmentStatus: 'UNAPPLIED' },
      { enrichmentStatus: 'PENDING' },
    ],
  ] as const)(
    '%s touches its own field only, and is taken back by a single entry as well',
    async (verb, value, action, before, after) => {
      const [first = ''] = await world.insert(2)
      const was = await world.rows()
      const { id } = await world.ran(world.prepared({ verb, value, over: world.matching() }))
      const now = await world.rows()
      expect(now).toEqual(was.map((row) => ({ ...row, ...after })))
      const entry = await world.db.auditEntry.findFirstOrThrow({ where: { correlationId: id, subjectId: first } })
      expect(entry).toMatchObject({ action, before, after })
      await undo(world.ada, { entryId: entry.id })
      expect(await world.rows()).toEqual(was.map((row) => ({ ...row, ...(row.id === first ? before : after) })))
    },
  )

  it('leaves alone and lists what drifted: changed, gone, or no longer in the list', async () => {
    const [changed = '', gone = '', moved = '', kept = ''] = await world.insert(4)
    const { id } = await world.prepared({ verb: 'soft-delete', over: world.matching() })
    const other = new Date('2026-02-02T00:00:00.000Z')
    await world.db.record.update({ where: { id: changed }, data: { deletedAt: other } })
    await world.db.record.delete({ where: { id: gone } })
    await world.db.record.update({ where: { id: moved }, data: { entityType: 'ELSEWHERE' } })
    await startBatch(world.ada, { batchId: id })
    await world.drain()
    const batch = await world.detail(id)
    expect(batch).toMatchObject({ state: 'done', changed: 1, drifted: 3 })
    expect(new Map(batch.exceptions.drifted.map((row) => [row.recordId, [row.reason, row.found]]))).toEqual(
      new Map([
        [changed, ['changed', other.toISOString()]],
        [gone, ['gone', null]],
        [moved, ['unmatched', null]],
      ]),
    )
    expect((await world.rows()).find((row) => row.id === kept)?.deletedAt).not.toBeNull()
    expect((await world.db.record.findUniqueOrThrow({ where: { id: moved } })).deletedAt).toBeNull()
  })

  it('is paused, resumed and cancelled between chunks', async () => {
    await world.insert(3_000)
    const { id } = await world.prepared({ verb: 'archive', over: world.matching() })
    await startBatch(world.ada, { batchId: id })
    await workOnce()
    await pauseBatch(world.ada, { batchId: id })
    await world.drain()
    expect(await world.detail(id)).toMatchObject({ state: 'paused', worked: 1_000 })
    await resumeBatch(world.ada, { batchId: id })
    await workOnce()
    await cancelBatch(world.ada, { batchId: id })
    await world.drain()
    expect(await world.detail(id)).toMatchObject({ state: 'cancelled', changed: 2_000 })
    await expect(resumeBatch(world.ada, { batchId: id })).rejects.toMatchObject({ code: 'CONFLICT' })
    const steps = await world.db.auditEntry.findMany({ where: { subjectId: id }, orderBy: { id: 'asc' } })
    expect(steps.map(({ action }) => action)).toEqual(['batch.start', 'batch.pause', 'batch.resume', 'batch.cancel'])
  })

  it('is shared by several workers, and no record is touched twice', async () => {
    const ids = await world.insert(6_000)
    const { id } = await world.prepared({ verb: 'soft-delete', over: world.matching() })
    await startBatch(world.ada, { batchId: id })
    await Promise.all([world.drain(), world.drain(), world.drain(), world.drain()])
    expect(await world.detail(id)).toMatchObject({ state: 'done', changed: 6_000, drifted: 0 })
    const changes = (await world.entries(id)).filter(({ subjectType }) => subjectType === 'record')
    expect(changes.map(({ subjectId }) => subjectId).sort()).toEqual(ids)
  })

  it('stops when whoever started it may not do it any more', async () => {
    const user = await world.db.user.create({
      data: { email: `${world.kind}@test.local`, role: 'OPERATOR', passwordHash: 'x' },
    })
    const bob = provenActor({ id: user.id, email: user.email, role: 'OPERATOR' })
    const ids = await world.insert(2)
    const { id } = await world.prepared({ verb: 'archive', over: world.matching() }, bob)
    await startBatch(bob, { batchId: id })
    await world.db.user.update({ where: { id: user.id }, data: { role: 'SUPPORT' } })
    await world.drain()
    expect(await world.detail(id)).toMatchObject({
      state: 'paused',
      changed: 0,
      reason: `${bob.email} may no longer do this.`,
    })
    expect((await world.rows()).filter(({ status }) => status === 'ACTIVE')).toHaveLength(ids.length)
    await cancelBatch(world.ada, { batchId: id })
  })

  it('is started by whoever prepared it, and steered by those who may do the same', async () => {
    await world.insert(1)
    const { id } = await world.prepared({ verb: 'archive', over: world.matching() })
    await expect(startBatch(actorOf('OPERATOR'), { batchId: id })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(cancelBatch(actorOf('SUPPORT'), { batchId: id })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await cancelBatch(actorOf('OPERATOR'), { batchId: id })
    await expect(startBatch(world.ada, { batchId: id })).rejects.toMatchObject({ code: 'CONFLICT' })
    await expect(startBatch(world.ada, { batchId: crypto.randomUUID() })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})

describe('what is kept', () => {
  it('lists batches newest first, and previews to their owner only', async () => {
    await world.insert(1)
    const { id } = await world.prepared({ verb: 'archive', over: world.matching() })
    expect((await listBatches(world.ada)).rows[0]).toMatchObject({ id, state: 'ready', total: 1 })
    expect((await listBatches(actorOf('SUPPORT'))).rows.some((row) => row.id === id)).toBe(false)
    await cancelBatch(world.ada, { batchId: id })
    expect((await listBatches(world.ada)).rows.some((row) => row.id === id)).toBe(false)
  })

  it('lets previews go after a day, and the records of ended batches after ninety', async () => {
    await world.insert(2)
    const { id: preview } = await world.prepared({ verb: 'archive', over: world.matching() })
    const { id: ended } = await world.ran(world.prepared({ verb: 'soft-delete', over: world.matching() }))
    await sweepBatches(new Date(Date.now() + 25 * 3_600_000))
    expect(await world.detail(preview)).toMatchObject({ state: 'cancelled' })
    await sweepBatches(new Date(Date.now() + 91 * 24 * 3_600_000))
    expect(await world.detail(ended)).toMatchObject({ state: 'done', changed: 2 })
    expect(await world.db.batchChunk.findFirstOrThrow({ where: { batchId: ended } })).toMatchObject({ recordIds: [] })
    expect(await world.undone(ended)).toMatchObject({ total: 2 })
  })
})
