import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { auditExport } from '@/lib/audit/export-source'
import { readAuditSearch } from '@/lib/audit/search-params'
import { connectionExport } from '@/lib/connections/export-source'
import { readConnectionSearch } from '@/lib/connections/search-params'
import type { PrismaClient } from '@/lib/db/generated/client'
import { actorOf } from '@/lib/db/test-actors'
import { withTestDatabase } from '@/lib/db/test-database'
import { recordExport } from '@/lib/records/export-source'
import { readRecordSearch } from '@/lib/records/search-params'
import { insertRecords } from '@/lib/records/test/insert-records'
import { type ExportFormat, manifestLine } from './manifest-dto'
import { listExports, manifestOf } from './queries'
import { runExport } from './run-export'
import { exportSourceOf } from './source-of'
import { verifyExport } from './verify'

const ada = actorOf('SUPPORT', 'ada')
const clock = { now: new Date(), timeZone: 'UTC' }
let db: PrismaClient

beforeAll(async () => {
  const test = await withTestDatabase()
  db = test.client
  await db.$executeRaw`
    insert into mastra.records (id, "entityType", data)
    select 'r' || lpad(n::text, 6, '0'), case when n % 2 = 0 then 'EVEN' else 'ODD' end,
      jsonb_build_object('n', n, 'note', '=1+1', 'password', 'canary-' || n)
    from generate_series(1, 4500) n`
  return test.drop
})

const source = (raw: Record<string, string> = {}) => recordExport(ada, readRecordSearch(raw).search, clock)
async function textOf(pieces: AsyncGenerator<Uint8Array>): Promise<string> {
  const parts: Uint8Array[] = []
  for await (const piece of pieces) parts.push(piece)
  return Buffer.concat(parts).toString('utf8')
}
async function take(
  raw: Record<string, string>,
  format: ExportFormat,
  between?: () => Promise<unknown>,
): Promise<string> {
  const { pieces } = await runExport(ada, await source(raw), format)
  const parts: Uint8Array[] = []
  for await (const piece of pieces) {
    parts.push(piece)
    if (parts.length === 1) await between?.()
  }
  return Buffer.concat(parts).toString('utf8')
}
const newest = async () => {
  const [row] = await listExports(ada)
  if (!row) throw new Error('There is no export.')
  return row
}
const told = async (id: string) =>
  (await db.auditEntry.findMany({ where: { subjectId: id }, orderBy: { id: 'asc' } })).map(({ action }) => action)

describe('an export', () => {
  it('has every row that matches, of one moment, and ends with what proves it', async () => {
    const text = await take({ q: 'entityType:EVEN', columns: 'id,data.n,data' }, 'ndjson', async () => {
      await db.record.create({ data: { id: 'r999999', entityType: 'EVEN' } })
      await db.record.update({ where: { id: 'r000002' }, data: { data: { n: -1 } } })
    })
    await db.record.delete({ where: { id: 'r999999' } })
    const lines = text.trimEnd().split('\n')
    const { manifest } = manifestLine.parse(JSON.parse(lines.pop() ?? ''))
    const rows = lines.map((line) => JSON.parse(line) as Record<string, unknown>)
    expect(rows).toHaveLength(2_250)
    expect(new Set(rows.map(({ id }) => id)).size).toBe(2_250)
    expect(rows.at(0)).toMatchObject({ id: 'r000002', 'data.n': 2, data: { n: 2, note: '=1+1' } })
    expect(manifest).toMatchObject({ rows: 2_250, columns: ['id', 'data.n', 'data'], by: ada.email })
    expect(manifest.filter).toMatchObject({ q: 'entityType:EVEN', state: 'live' })
    const body = `${lines.join('\n')}\n`
    expect(manifest.sha256).toBe(createHash('sha256').update(body).digest('hex'))
    expect(await newest()).toMatchObject({ state: 'whole', manifest: { sha256: manifest.sha256 } })
    expect(await told(manifest.id)).toEqual(['export.begin', 'export.complete'])
  })

  it('masks as the screen does, in each format, and lets no cell be a formula', async () => {
    for (const format of ['csv', 'ndjson', 'json'] as const) {
      const text = await take({ q: 'id:r000007', columns: 'id,data,data.password,data.note' }, format)
      expect(text).not.toContain('canary')
      expect(text).toContain('r000007')
      if (format === 'csv') expect(text.trimEnd().split('\r\n').at(-1)).toMatch(/,'=1\+1$/)
      if (format === 'json') expect(JSON.parse(text)).toMatchObject([{ id: 'r000007', 'data.note': '=1+1' }])
    }
  })

  it('is recognised when it broke off or was changed', async () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'mastra-admin-export-'))
    const write = (name: string, text: string) => {
      const file = path.join(folder, name)
      writeFileSync(file, text)
      return file
    }
    try {
      const lines = await take({ columns: 'id,createdAt' }, 'ndjson')
      expect(await verifyExport(write('a.ndjson', lines))).toMatchObject({ ok: true, manifest: { rows: 4_500 } })
      for (const cut of [1, 100, lines.length - 1, lines.length - 200])
        expect(await verifyExport(write('b.ndjson', lines.slice(0, cut)))).toMatchObject({
          ok: cut === lines.length - 1,
        })
      expect(await verifyExport(write('c.ndjson', lines.replace('r000100', 'r000101')))).toMatchObject({ ok: false })
      const csv = await take({ columns: 'id' }, 'csv')
      const file = write('d.csv', csv)
      expect(await verifyExport(file)).toMatchObject({ ok: false })
      write('d.csv.manifest.json', JSON.stringify((await newest()).manifest))
      expect(await verifyExport(file)).toMatchObject({ ok: true })
      write('d.csv', csv.slice(0, -9))
      expect(await verifyExport(file)).toMatchObject({ ok: false, sentence: expect.stringContaining('is incomplete') })
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

  it('that nobody reads on is cancelled in Postgres, and the trail says so', async () => {
    const { pieces, cancel } = await runExport(ada, await source(), 'csv')
    await pieces.next()
    await pieces.next()
    await cancel()
    await pieces.return(undefined)
    const row = await newest()
    expect(row).toMatchObject({ state: 'broken', manifest: null })
    expect(await told(row.id)).toEqual(['export.begin', 'export.break-off'])
    // The socket is closed on our side before the session has heard of it.
    const sessions = () => db.$queryRaw<unknown[]>`
      select 1 from pg_stat_activity where datname = current_database() and application_name = 'mastra-admin export'`
    await expect.poll(sessions).toEqual([])
    expect(await manifestOf(ada, row.id)).toBeNull()
  })

  it('is one of two that a person may have under way', async () => {
    const running = [await runExport(ada, await source(), 'csv'), await runExport(ada, await source(), 'csv')]
    for (const { pieces } of running) await pieces.next()
    await expect(runExport(ada, await source(), 'csv')).rejects.toMatchObject({ code: 'LIMIT' })
    for (const { pieces } of running) await pieces.return(undefined)
    expect(await take({ q: 'id:r000001', columns: 'id' }, 'csv')).toBe('id\r\nr000001\r\n')
  })

  it('of connections and of the trail is masked like them', async () => {
    await db.connection.create({
      data: { name: 'GITHUB', connectionId: 'u', issues: ['failed: token=canary-issue-1234'] },
    })
    const connections = await runExport(
      ada,
      await connectionExport(ada, readConnectionSearch({}).search, clock),
      'json',
    )
    const trail = await runExport(
      ada,
      await auditExport(ada, readAuditSearch({ q: 'action:export.begin' }).search, clock),
      'json',
    )
    const text = await textOf(connections.pieces)
    expect(text).not.toContain('canary')
    expect(JSON.parse(text)).toMatchObject([{ integration: 'GITHUB', issueCount: 1, entityCount: 0 }])
    expect(JSON.parse(await textOf(trail.pieces))).toContainEqual(
      expect.objectContaining({ action: 'export.begin', 'actor.email': ada.email }),
    )
  })

  it('has only so many of the newest rows where that is wanted, says so, and refuses what is no such number', async () => {
    const of = (raw: Record<string, string>) => exportSourceOf(ada, 'records', { columns: 'id', ...raw }, clock)
    // Made long ago, whatever its id says.
    await insertRecords(db, [{ id: 'zzz', entityType: 'EVEN', createdAt: '2020-01-01' }])
    const some = await of({ q: 'entityType:EVEN', newest: '2' })
    expect(some && (await textOf((await runExport(ada, some, 'csv')).pieces))).toBe('id\r\nr004500\r\nr004498\r\n')
    expect((await newest()).manifest).toMatchObject({ rows: 2, filter: { q: 'entityType:EVEN', newest: '2' } })
    const more = await of({ q: 'id:r000001', newest: '100000' })
    expect(more && (await textOf((await runExport(ada, more, 'csv')).pieces))).toBe('id\r\nr000001\r\n')
    for (const wrong of ['', '0', '-1', '1.5', '1e3', '100001', 'all'])
      await expect(of({ newest: wrong })).rejects.toMatchObject({ code: 'INVALID' })
    for (const table of ['connections', 'audit'] as const) {
      const source = await exportSourceOf(ada, table, { newest: '1' }, clock)
      const lines = source && (await textOf((await runExport(ada, source, 'ndjson')).pieces)).split('\n')
      expect(JSON.parse(lines?.at(-2) ?? '')).toMatchObject({ manifest: { rows: 1 } })
    }
  })

  it('is shown to its maker and to administrators, and proved to them', async () => {
    await take({ q: 'id:r000001', columns: 'id' }, 'csv')
    const { id } = await newest()
    expect(await listExports(actorOf('OPERATOR', 'bob'))).toEqual([])
    expect(await manifestOf(actorOf('OPERATOR', 'bob'), id)).toBeNull()
    expect(await manifestOf(actorOf('ADMIN', 'root'), id)).toMatchObject({ id })
  })
})
