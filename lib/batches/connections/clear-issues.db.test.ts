import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { undo } from '@/lib/audit/undo'
import { actorOf } from '@/lib/db/test-actors'
import { fingerprintOf } from '@/lib/issues/fingerprint'
import { getCause, issuesOfConnection, lastClearing } from '@/lib/issues/queries'
import { commonMaskPolicy } from '@/lib/mask/mask-policy'
import { cancelBatch, startBatch } from '../control'
import { includeExceptions } from '../include-exceptions'
import { prepareBatch } from '../prepare'
import { listBatches } from '../queries'
import { prepareBatchInput } from '../schema'
import { BatchWorld } from '../test/batch-world'

let world: BatchWorld
let made = 0

beforeAll(async () => {
  world = await BatchWorld.make()
  return world.drop
})
beforeEach(async () => {
  made += 1
  world.kind = `SYSTEM_${made}`
})

let customers = 0
async function connection(...issues: string[]): Promise<string> {
  customers += 1
  const data = { name: world.kind, connectionId: `user-${customers}`, issues }
  return (await world.db.connection.create({ data })).id
}
const set = (id: string, ...issues: string[]) => world.db.connection.update({ where: { id }, data: { issues } })
const stored = async (id: string) => (await world.db.connection.findUniqueOrThrow({ where: { id } })).issues
const all = (ids: readonly string[]) => Promise.all(ids.map(stored))
const matching = (q = `name:${world.kind}`) => ({ kind: 'matching-connections', q, ...world.clock() }) as const
const causes = (...messages: string[]) => ({ kind: 'causes', causeIds: messages.map(fingerprintOf) }) as const
const clearing = (over: Parameters<typeof world.prepared>[0]['over']) =>
  world.prepared(prepareBatchInput.parse({ verb: 'clear-issues', over }))
const causeOf = async (message: string) => getCause(world.ada, fingerprintOf(message))
const words = (what: string) => `${what} of run ${String.fromCharCode(96 + made)}`

describe('a preview of clearing', () => {
  it('of causes tells whose messages it would take, shows them masked, and changes nothing', async () => {
    const [same, other] = [words('Same'), words('Other')]
    const secret = `${same} token=canary9a7b1`
    const { message: maskMessage } = await commonMaskPolicy()
    const first = await connection(secret, other)
    const second = await connection(secret, secret)
    const third = await connection(other)
    const batch = await clearing(causes(maskMessage(secret)))
    expect(batch).toMatchObject({ state: 'ready', total: 2, verb: 'clear-issues' })
    expect(batch.preview).toMatchObject({
      kind: 'connections',
      messages: 3,
      keeping: 1,
      integrations: [{ integration: world.kind, connections: 2, messages: 3 }],
      causes: [{ causeId: fingerprintOf(maskMessage(secret)), connections: 2 }],
      skipped: [],
    })
    expect(JSON.stringify(batch)).not.toContain('canary9a7b1')
    expect(JSON.stringify(await world.db.$queryRaw`select was from mastra_admin.batch_chunk`)).not.toContain(
      'canary9a7b1',
    )
    expect((await all([first, second, third])).map(({ length }) => length)).toEqual([2, 2, 1])
  })

  it('of a list and of a selection takes all their issues, and names those without any or gone', async () => {
    const ids = [await connection('one', 'two'), await connection()]
    const list = await clearing(matching())
    expect(list).toMatchObject({ total: 1 })
    expect(list.preview).toMatchObject({ messages: 2, skipped: [{ reason: 'already', count: 1 }] })
    const ticked = await clearing({ kind: 'connections', connectionIds: [...ids, 'nowhere'] })
    expect(ticked.exceptions.skipped.map(({ recordId, reason }) => [recordId, reason]).sort()).toEqual(
      [
        [ids[1], 'already'],
        ['nowhere', 'gone'],
      ].sort(),
    )
    expect((await listBatches(world.ada)).rows[0]).toMatchObject({ id: ticked.id, verb: 'clear-issues' })
  })

  it('is refused to support, for a filter that says nothing, and for what cannot be asked for', async () => {
    await connection('x')
    const over = matching()
    await expect(prepareBatch(actorOf('SUPPORT'), { verb: 'clear-issues', over })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
    await expect(
      prepareBatch(world.ada, { verb: 'clear-issues', over: { ...over, q: 'nofield:1' } }),
    ).rejects.toMatchObject({ code: 'INVALID' })
    const refused = (input: unknown) => expect(prepareBatchInput.safeParse(input).success).toBe(false)
    refused({ verb: 'put-back-issues', over })
    refused({ verb: 'archive', over })
    refused({ verb: 'clear-issues', over: world.matching() })
    refused({ verb: 'clear-issues', value: 'PENDING', over })
    refused({ verb: 'clear-issues', over: { kind: 'causes', causeIds: ['no id'] } })
  })
})

describe('a batch that clears', () => {
  it('removes the previewed messages and no other, remembers who did, and is told once for each connection', async () => {
    const same = words('Quota')
    const ids = [await connection(same, 'kept'), await connection(same), await connection(same, same)]
    const { id } = await clearing(causes(same))
    const late = await connection(same)
    await set(ids[0] ?? '', same, 'kept', 'arrived since')
    await startBatch(world.ada, { batchId: id })
    await world.drain()
    expect(await world.detail(id)).toMatchObject({ state: 'done', total: 3, changed: 3, drifted: 0 })
    expect(await all([...ids, late])).toEqual([['kept', 'arrived since'], [], [], [same]])
    const entries = await world.entries(id)
    expect(entries.map(({ action, subjectId }) => [action, subjectId]).sort()).toEqual(
      ids.map((one) => ['connection.clear-issues', one]).sort(),
    )
    expect(await issuesOfConnection(world.ada, ids[1] ?? '')).toMatchObject([{ clearedBy: world.ada.email }])
    expect(await lastClearing(world.ada, fingerprintOf(same))).toMatchObject({ by: world.ada.email })
  })

  it('lists what drifted: replaced, cleared in part, gone; and what arrived stays', async () => {
    const [one, two] = [words('One'), words('Two')]
    const replaced = await connection(one)
    const partly = await connection(one, two)
    const gone = await connection(one)
    const whole = await connection(one, two)
    const { id } = await clearing(matching())
    await set(replaced, 'newer')
    await set(partly, two, 'newer')
    await world.db.connection.delete({ where: { id: gone } })
    await startBatch(world.ada, { batchId: id })
    await world.drain()
    const batch = await world.detail(id)
    expect(batch).toMatchObject({ state: 'done', changed: 2, drifted: 3, worked: 4 })
    expect(new Map(batch.exceptions.drifted.map((row) => [row.recordId, [row.reason, row.connection]]))).toEqual(
      new Map<string, unknown>([
        [replaced, ['changed', expect.objectContaining({ expected: 1, there: 0, others: 1 })]],
        [partly, ['partly', expect.objectContaining({ expected: 2, there: 1, others: 1 })]],
        [gone, ['gone', expect.objectContaining({ integration: null })]],
      ]),
    )
    expect(await all([replaced, partly, whole])).toEqual([['newer'], ['newer'], []])
  })

  it('is shared by several workers, is cancelled between chunks, and resolves its cause', async () => {
    const same = words('Many')
    await world.db.connection.createMany({
      data: Array.from({ length: 1_100 }, (_, n) => ({ name: world.kind, connectionId: `many-${n}`, issues: [same] })),
    })
    const { id } = await clearing(causes(same))
    await startBatch(world.ada, { batchId: id })
    await Promise.all([world.drain(), world.drain(), world.drain(), world.drain()])
    expect(await world.detail(id)).toMatchObject({ state: 'done', changed: 1_100, drifted: 0 })
    expect((await world.entries(id)).length).toBe(1_100)
    expect(await causeOf(same)).toMatchObject({ state: 'resolved', connections: 0 })
    const back = await world.ran(world.undone(id))
    expect(back).toMatchObject({ verb: 'put-back-issues', changed: 1_100, drifted: 0 })
    expect(await causeOf(same)).toMatchObject({ state: 'new', connections: 1_100, reopenedAt: null })
    const again = await clearing(causes(same))
    await expect(cancelBatch(actorOf('SUPPORT'), { batchId: again.id })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await cancelBatch(world.ada, { batchId: again.id })
    expect(await causeOf(same)).toMatchObject({ connections: 1_100 })
  })
})

describe('undoing such a batch', () => {
  it('puts the messages back where they were, in full or in part, and can itself be undone', async () => {
    const same = words('Undone')
    const ids = [await connection(same, 'kept'), await connection('kept', same, same)]
    const batch = await world.ran(clearing(causes(same)))
    expect(await all(ids)).toEqual([['kept'], ['kept']])
    const back = await world.ran(world.undone(batch.id))
    expect(back).toMatchObject({ changed: 2, drifted: 0 })
    expect(await all(ids)).toEqual([
      [same, 'kept'],
      [same, same, 'kept'],
    ])
    expect(await world.undone(batch.id)).toMatchObject({ total: 0 })
    const again = await world.ran(world.undone(back.id))
    expect(again).toMatchObject({ verb: 'clear-issues', changed: 2 })
    expect(await all(ids)).toEqual([['kept'], ['kept']])
    const part = await world.undone(again.id, `id:${ids[0]}`)
    expect(part).toMatchObject({ total: 1, verb: 'put-back-issues' })
  })

  it('lists days later what has changed since, and puts back those that someone chooses', async () => {
    const same = words('Later')
    const [kept, newer, back, gone] = [
      await connection(same),
      await connection(same),
      await connection(same),
      await connection(same),
    ] as const
    const batch = await world.ran(clearing(causes(same)))
    await set(newer, 'something newer')
    await set(back, same)
    await world.db.connection.delete({ where: { id: gone } })
    const preview = await world.undone(batch.id)
    expect(preview).toMatchObject({ total: 1 })
    expect(new Map(preview.exceptions.skipped.map(({ recordId, reason }) => [recordId, reason]))).toEqual(
      new Map([
        [newer, 'changed'],
        [back, 'already'],
        [gone, 'gone'],
      ]),
    )
    const chosen = { batchId: preview.id, recordIds: [newer, back] }
    expect(await includeExceptions(world.ada, chosen)).toEqual({ included: 1 })
    await startBatch(world.ada, { batchId: preview.id })
    await world.drain()
    expect(await world.detail(preview.id)).toMatchObject({ changed: 2, drifted: 0 })
    expect(await all([kept, newer, back])).toEqual([[same], [same, 'something newer'], [same]])
  })

  it('leaves alone what changed between its preview and its turn, or was taken back one by one', async () => {
    const same = words('Raced')
    const [one, two] = [await connection(same), await connection(same)] as const
    const batch = await world.ran(clearing(causes(same)))
    const preview = await world.undone(batch.id)
    await set(one, 'arrived')
    const entry = await world.db.auditEntry.findFirstOrThrow({ where: { correlationId: batch.id, subjectId: two } })
    await undo(world.ada, { entryId: entry.id })
    await startBatch(world.ada, { batchId: preview.id })
    await world.drain()
    expect(await world.detail(preview.id)).toMatchObject({ state: 'done', changed: 0, drifted: 2 })
    expect(await all([one, two])).toEqual([['arrived'], [same]])
  })

  it('as one click takes back a small one from its message', async () => {
    const same = words('Clicked')
    const id = await connection(same, 'kept')
    const batch = await world.ran(clearing(causes(same)))
    await undo(world.ada, { correlationId: batch.id })
    expect(await stored(id)).toEqual([same, 'kept'])
    expect(await world.undone(batch.id)).toMatchObject({ total: 0 })
  })
})
