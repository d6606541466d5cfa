import { randomUUID } from 'node:crypto'
import { beforeAll, expect, it } from 'vitest'
import type { PrismaClient } from '@/lib/db/generated/client'
import { actorOf } from '@/lib/db/test-actors'
import { withTestDatabase } from '@/lib/db/test-database'
import { pruneAudit } from './prune'

const root = actorOf('ADMIN', 'root')
const DAY = 86_400_000
let db: PrismaClient

beforeAll(async () => {
  const test = await withTestDatabase()
  db = test.client
  return test.drop
})

/** An id as it was made that long ago. */
function idFrom(at: Date): string {
  const time = at.getTime().toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`
}

async function enter(daysAgo: number): Promise<string> {
  const at = new Date(Date.now() - daysAgo * DAY)
  const { id } = await db.auditEntry.create({
    data: {
      id: idFrom(at),
      at,
      actorId: 'a',
      actorEmail: 'a@test.local',
      actorRole: 'ADMIN',
      action: 'view.save',
      subjectType: 'view',
      subjectId: 'v',
      correlationId: randomUUID(),
    },
  })
  return id
}
const kept = async () => (await db.auditEntry.findMany({ where: { action: 'view.save' } })).map(({ id }) => id).sort()

it('lets go of what is older, keeps the rest, and says so in the trail', async () => {
  const [, , young, fresh] = [await enter(400), await enter(201), await enter(199), await enter(0)]
  expect(await pruneAudit(root, { days: 200 })).toBe(2)
  expect(await kept()).toEqual([young, fresh].sort())
  const [entry] = await db.auditEntry.findMany({ where: { action: 'audit.prune' } })
  expect(entry).toMatchObject({ actorEmail: root.email, after: { entries: 2 } })
  expect(await pruneAudit(root, { days: 200 })).toBe(0)
  expect(await db.auditEntry.count({ where: { action: 'audit.prune' } })).toBe(1)
})

it('never goes below ninety days, in the app or in the database', async () => {
  const recent = await enter(89)
  await expect(pruneAudit(root, { days: 89 })).rejects.toMatchObject({ code: 'INVALID' })
  await expect(pruneAudit(root, { days: Number.NaN })).rejects.toMatchObject({ code: 'INVALID' })
  await expect(db.$executeRaw`select mastra_admin.prune_audit(now() - interval '89 days', 10)`).rejects.toThrow(
    /at least 90 days/,
  )
  await expect(
    db.$transaction([
      db.$executeRaw`select set_config('mastra_admin.pruning', txid_current()::text, true)`,
      db.$executeRaw`delete from mastra_admin.audit_entry where id = ${recent}::uuid`,
    ]),
  ).rejects.toThrow(/cannot be changed or deleted/)
  expect(await kept()).toContain(recent)
})

it('deletes nothing old by another way either, and is for administrators', async () => {
  const old = await enter(500)
  await expect(db.$executeRaw`delete from mastra_admin.audit_entry where id = ${old}::uuid`).rejects.toThrow(
    /cannot be changed or deleted/,
  )
  await expect(db.$executeRaw`update mastra_admin.audit_entry set at = now() where id = ${old}::uuid`).rejects.toThrow(
    /cannot be changed or deleted/,
  )
  await expect(pruneAudit(actorOf('OPERATOR'), { days: 100 })).rejects.toMatchObject({ code: 'FORBIDDEN' })
  expect(await kept()).toContain(old)
})

it('needs no right to delete of the app’s own', async () => {
  const name = `app_${randomUUID().slice(0, 8)}`
  await db.$executeRawUnsafe(`create role ${name}`)
  await db.$executeRawUnsafe(`grant usage on schema mastra_admin to ${name}`)
  await db.$executeRawUnsafe(`grant select, insert on mastra_admin.audit_entry to ${name}`)
  const as = <T>(statement: (tx: Pick<PrismaClient, '$executeRawUnsafe' | '$queryRawUnsafe'>) => Promise<T>) =>
    db.$transaction(async (tx) => {
      await tx.$executeRawUnsafe(`set local role ${name}`)
      return statement(tx)
    })
  for (const statement of [
    'delete from mastra_admin.audit_entry',
    `update mastra_admin.audit_entry set action = 'x'`,
    'truncate mastra_admin.audit_entry',
  ])
    await expect(as((tx) => tx.$executeRawUnsafe(statement))).rejects.toThrow(/permission denied/)
  const old = await enter(600)
  await as((tx) => tx.$queryRawUnsafe(`select mastra_admin.prune_audit(now() - interval '550 days', 10)`))
  expect(await kept()).not.toContain(old)
  await db.$executeRawUnsafe(`drop owned by ${name}`)
  await db.$executeRawUnsafe(`drop role ${name}`)
})
