import { createHash, randomUUID } from 'node:crypto'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/auth/actor'
import { provenActor } from '@/lib/auth/actor'
import type { Role } from '@/lib/auth/permissions'
import type { PrismaClient } from '@/lib/db/generated/client'
import { withTestDatabase } from '@/lib/db/test-database'
import { cancelExport, keepExport } from './keep-export'
import { keepNext, sweepKeptFiles } from './keeper'
import { keptSize, readKept } from './kept-file'
import { keptFileOf, listExports, noteFetched } from './queries'

const ROWS = 12_000
/** For a transaction of the test that stays open until others wait for it. */
const PATIENT = { timeout: 25_000 }
let db: PrismaClient
let ada: Actor
let eve: Actor
let root: Actor

beforeAll(async () => {
  const test = await withTestDatabase()
  db = test.client
  await db.$executeRaw`
    insert into mastra.records (id, "entityType", data)
    select 'r' || lpad(n::text, 6, '0'), 'KEPT', jsonb_build_object('n', n, 'text', repeat(md5(n::text), 8), 'password', 'canary-' || n)
    from generate_series(1, ${ROWS}::int) n`
  ;[ada, eve, root] = await Promise.all([someone('SUPPORT'), someone('SUPPORT'), someone('ADMIN')])
  return test.drop
})
afterEach(async () => {
  await db.$executeRaw`delete from mastra_admin.export`
})

async function someone(role: Role): Promise<Actor> {
  const email = `${randomUUID()}@test.local`
  const { id } = await db.user.create({ data: { email, role, passwordHash: 'none' } })
  return provenActor({ id, email, role })
}
const keep = (format: 'csv' | 'ndjson' | 'json' = 'csv', actor = ada) =>
  keepExport(actor, { table: 'records', format, timeZone: 'UTC', params: { q: 'entityType:KEPT', columns: 'id,data' } })
async function read(id: string, first = 0, last?: number): Promise<Buffer> {
  const pieces: Uint8Array[] = []
  for await (const piece of readKept(id, { first, last: last ?? (await keptSize(id)) - 1 })) pieces.push(piece)
  return Buffer.concat(pieces)
}
const told = async (id: string) =>
  (await db.auditEntry.findMany({ where: { subjectId: id }, orderBy: { id: 'asc' } })).map(({ action }) => action)
const shown = async (id: string, actor = ada) => (await listExports(actor)).find((row) => row.id === id)

describe('an export in the background', () => {
  it('is made, kept, and fetched in any parts, of which the whole is what the manifest says', async () => {
    const { id } = await keep()
    expect(await shown(id)).toMatchObject({ state: 'running', kept: { until: null } })
    expect(await keptFileOf(ada, id)).toBeNull()
    expect(await keepNext()).toBe(true)
    expect(await keepNext()).toBe(false)
    const row = await shown(id)
    expect(row).toMatchObject({ state: 'whole', manifest: { rows: ROWS } })
    const file = await keptFileOf(ada, id)
    const whole = await read(id)
    expect(whole.length).toBe(file?.size)
    expect(whole.length).toBeGreaterThan(3_000_000)
    expect(createHash('sha256').update(whole).digest('hex')).toBe(file?.sha256)
    expect(whole.toString()).not.toContain('canary')
    for (const [first, last] of [
      [0, 0],
      [1_048_500, 1_049_000],
      [5, 2_500_000],
      [whole.length - 1, whole.length - 1],
    ] as const)
      expect((await read(id, first, last)).equals(whole.subarray(first, last + 1)), `${first}-${last}`).toBe(true)
    await noteFetched(ada, id, 0)
    expect(await told(id)).toEqual(['export.begin', 'export.complete', 'export.fetch'])
  })

  it('carries the manifest in NDJSON, and is for whoever made it and for administrators', async () => {
    const { id } = await keep('ndjson')
    await keepNext()
    expect((await read(id)).toString().trimEnd().split('\n').at(-1)).toContain('{"manifest":')
    expect(await keptFileOf(root, id)).not.toBeNull()
    expect(await keptFileOf(eve, id)).toBeNull()
    expect(await shown(id, eve)).toBeUndefined()
    await expect(cancelExport(eve, { id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(await keptFileOf(ada, id)).not.toBeNull()
  })

  it('is begun anew when its process died, and not made twice at once', async () => {
    const { id } = await keep()
    await db.export.update({ where: { id }, data: { heartbeatAt: new Date(), attempts: 1 } })
    await db.exportPiece.create({
      data: { exportId: id, number: 0, start: 0n, size: 3, body: new Uint8Array([1, 2, 3]) },
    })
    expect(await keepNext()).toBe(false)
    await db.export.update({ where: { id }, data: { heartbeatAt: new Date(Date.now() - 61_000) } })
    const both = await Promise.all([keepNext(), keepNext()])
    expect(both.sort()).toEqual([false, true])
    const file = await keptFileOf(ada, id)
    expect(
      createHash('sha256')
        .update(await read(id))
        .digest('hex'),
    ).toBe(file?.sha256)
  })

  it('is given up when it is cancelled on the way, when its person may not sign in any more, and after five deaths', async () => {
    const cancelled = await keep()
    const { making, cancelling } = await db.$transaction(async (tx) => {
      await tx.$executeRaw`lock table mastra_admin.export_piece in share mode`
      const waiting = () => tx.$queryRaw`
        select count(*)::int from pg_locks where relation = 'mastra_admin.export_piece'::regclass and not granted
          and database = (select oid from pg_database where datname = current_database())`
      const making = keepNext()
      await expect.poll(waiting).toEqual([{ count: 1 }])
      const cancelling = cancelExport(ada, cancelled)
      await expect.poll(waiting).toEqual([{ count: 2 }])
      return { making, cancelling }
    }, PATIENT)
    await Promise.all([making, cancelling])
    expect(await shown(cancelled.id)).toMatchObject({ state: 'broken' })
    expect(await keptFileOf(ada, cancelled.id)).toBeNull()

    const orphan = await keep('csv', eve)
    await db.user.update({ where: { id: eve.id }, data: { disabledAt: new Date() } })
    const tired = await keep()
    await db.export.update({ where: { id: tired.id }, data: { attempts: 5 } })
    while (await keepNext());
    expect(await shown(orphan.id, root)).toMatchObject({ state: 'broken' })
    expect(await shown(tired.id)).toMatchObject({ state: 'broken' })
    await db.user.update({ where: { id: eve.id }, data: { disabledAt: null } })
  })

  it('is gone when its time is over, and its bytes with the next sweep', async () => {
    const { id } = await keep()
    await keepNext()
    await sweepKeptFiles()
    expect(await keptFileOf(ada, id)).not.toBeNull()
    await db.export.update({ where: { id }, data: { keptUntil: new Date(Date.now() - 1) } })
    expect(await keptFileOf(ada, id)).toBeNull()
    await sweepKeptFiles()
    expect(await db.exportPiece.count({ where: { exportId: id } })).toBe(0)
    expect(await shown(id)).toMatchObject({ state: 'whole' })
  })

  it('can be let go before its time, and refuses what is not understood or too much', async () => {
    const { id } = await keep()
    await keepNext()
    await cancelExport(ada, { id })
    expect(await keptFileOf(ada, id)).toBeNull()
    expect(await db.exportPiece.count({ where: { exportId: id } })).toBe(0)
    expect(await told(id)).toContain('export.cancel')

    const almost = await keep()
    await keepNext()
    await db.export.update({ where: { id: almost.id }, data: { keptUntil: null } })
    await cancelExport(ada, almost)
    expect(await keptFileOf(ada, almost.id)).toBeNull()

    await expect(
      keepExport(ada, { table: 'records', format: 'csv', timeZone: 'UTC', params: { q: 'nonsense:1' } }),
    ).rejects.toMatchObject({ code: 'INVALID' })
    for (let made = 0; made < 4; made += 1) await keep()
    await expect(keep()).rejects.toMatchObject({ code: 'LIMIT' })
    expect(await keep('csv', eve)).toBeTruthy()
  })
})
