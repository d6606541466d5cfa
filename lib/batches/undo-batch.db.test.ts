import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { actorOf } from '@/lib/db/test-actors'
import { startBatch } from './control'
import { includeExceptions } from './include-exceptions'
import { prepareUndo } from './prepare'
import { BatchWorld } from './test/batch-world'

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

describe('undoing a batch', () => {
  it('takes it back as a batch of its own, after syncs have written; and itself can be undone', async () => {
    const ids = await world.insert(1_500)
    const batch = await world.ran(world.prepared({ verb: 'soft-delete', over: world.matching() }))
    await world.db.$executeRaw`update mastra.records set data = '{"sync":1}' where "entityType" = ${world.kind}`
    const back = await world.undone(batch.id)
    expect(back).toMatchObject({ state: 'ready', total: 1_500, verb: 'restore', undoesId: batch.id })
    await startBatch(world.ada, { batchId: back.id })
    await world.drain()
    expect(await world.live()).toEqual(ids)
    expect((await world.rows()).every(({ data }) => JSON.stringify(data) === '{"sync":1}')).toBe(true)
    expect((await world.detail(batch.id)).undoneBy).toEqual([{ id: back.id, state: 'done', changed: 1_500 }])
    const undoing = (await world.entries(back.id)).filter(({ undoesId }) => undoesId !== null)
    const undoneEntries = (await world.entries(batch.id)).filter(({ subjectType }) => subjectType === 'record')
    expect(new Set(undoing.map(({ undoesId }) => undoesId))).toEqual(new Set(undoneEntries.map(({ id }) => id)))
    expect(await world.undone(batch.id)).toMatchObject({ total: 0 })
    const again = await world.undone(back.id)
    await startBatch(world.ada, { batchId: again.id })
    await world.drain()
    expect(await world.live()).toEqual([])
    const stamps = new Map(undoneEntries.map(({ subjectId, after }) => [subjectId, after]))
    for (const row of await world.rows())
      expect(stamps.get(row.id)).toEqual({ deletedAt: row.deletedAt?.toISOString() })
  })

  it('takes back a part', async () => {
    const [one = '', two = ''] = await world.insert(2)
    const batch = await world.ran(world.prepared({ verb: 'archive', over: world.matching() }))
    const back = await world.undone(batch.id, `id:${one}`)
    await startBatch(world.ada, { batchId: back.id })
    await world.drain()
    expect((await world.rows()).map(({ id, status }) => [id, status])).toEqual([
      [one, 'ACTIVE'],
      [two, 'ARCHIVED'],
    ])
    expect(await world.undone(batch.id)).toMatchObject({ total: 1 })
  })

  it('lists what changed since with both states, and puts back those that someone chooses', async () => {
    const [one = '', two = '', three = ''] = await world.insert(3)
    const batch = await world.ran(world.prepared({ verb: 'soft-delete', over: world.matching() }))
    const later = new Date('2026-03-03T00:00:00.000Z')
    await world.db.record.updateMany({ where: { id: { in: [one, two] } }, data: { deletedAt: later } })
    const back = await world.undone(batch.id)
    expect(back.total).toBe(1)
    expect(back.exceptions.skipped.map(({ recordId, reason, found }) => [recordId, reason, found])).toEqual([
      [one, 'changed', later.toISOString()],
      [two, 'changed', later.toISOString()],
    ])
    expect(back.exceptions.skipped.every(({ expected }) => expected !== null && expected !== later.toISOString())).toBe(
      true,
    )
    expect(await includeExceptions(world.ada, { batchId: back.id, recordIds: [two, three] })).toEqual({ included: 1 })
    await expect(includeExceptions(actorOf('OPERATOR'), { batchId: back.id, recordIds: [one] })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
    await startBatch(world.ada, { batchId: back.id })
    await expect(includeExceptions(world.ada, { batchId: back.id, recordIds: [one] })).rejects.toMatchObject({
      code: 'CONFLICT',
    })
    await world.drain()
    expect(await world.live()).toEqual([two, three].sort())
    expect(await world.detail(back.id)).toMatchObject({ changed: 2, drifted: 0 })
  })

  it('is refused while it runs, for what never began, and to support', async () => {
    await world.insert(1)
    const { id } = await world.prepared({ verb: 'archive', over: world.matching() })
    const input = { batchId: id, q: '', ...world.clock() }
    await expect(prepareUndo(world.ada, input)).rejects.toMatchObject({ code: 'INVALID' })
    await startBatch(world.ada, { batchId: id })
    await expect(prepareUndo(world.ada, input)).rejects.toMatchObject({ code: 'CONFLICT' })
    await expect(prepareUndo(actorOf('SUPPORT'), input)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await world.drain()
  })
})
