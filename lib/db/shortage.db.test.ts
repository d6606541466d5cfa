import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { notesOn } from '../notes/queries'
import { softDeleteRecords } from '../records/soft-delete'
import { isAlive } from '../server/is-alive'
import { adoptDatabase, connectTo, database, databaseAddress } from './client'
import type { PrismaClient } from './generated/client'
import { once } from './once'
import { readiness } from './readiness'
import { shortageOf } from './shortage'
import { actorOf } from './test-actors'
import { type TestDatabase, withTestDatabase } from './test-database'
import { startTestStandby, type TestStandby } from './test-standby'

/** Bytes. */
const LOG_FILE = 16 * 1024 * 1024

/** A server of this file alone, which nobody else misses: a standby that was made a primary. */
let server: TestStandby
let test: TestDatabase
let owner: pg.Client
let db: PrismaClient
let repair: () => Promise<void> | void = () => undefined
const actor = actorOf('OPERATOR')
const ids = Array.from({ length: 300 }, (_, n) => `record-${n}`)

beforeAll(async () => {
  test = await withTestDatabase()
  server = await startTestStandby()
  await server.caughtUp()
  await server.promote()
  owner = new pg.Client({ connectionString: server.urlOf(test.url) })
  await owner.connect()
  await owner.query(
    `insert into mastra.records (id, "entityType", data) select 'record-' || n, 'CONTACT', '{}' from generate_series(0, 299) as n`,
  )
  const former = database()
  db = connectTo(server.urlOf(databaseAddress()), 3)
  adoptDatabase(db)
  return async () => {
    adoptDatabase(former)
    await db.$disconnect()
    await owner.end()
    await server.stop()
    await test.drop()
  }
})

afterEach(async () => {
  await repair()
  repair = () => undefined
  await owner.query('update mastra.records set "deletedAt" = null')
})

/** A change of many rows with as many entries of the trail, once for the key. */
const press = (key: string) =>
  once({ actorId: actor.id, verb: 'softDelete', key: key.padEnd(24, '-'), input: ids }, () =>
    softDeleteRecords(actor, { ids }),
  )

async function deleted(): Promise<{ records: number; entries: number }> {
  const { rows } = await owner.query<{ records: number; entries: number }>(
    `select (select count(*)::int from mastra.records where "deletedAt" is not null) as records,
      (select count(*)::int from mastra_admin.audit_entry where action = 'record.soft-delete') as entries`,
  )
  return rows[0] ?? { records: -1, entries: -1 }
}

/** Fails within 5 s, whole, and says what is lacking; what is read is read on; the same press is done once when there is room again. */
async function failsWholeAndRecovers(key: string, sentence: RegExp | undefined): Promise<void> {
  const before = await deleted()
  const began = performance.now()
  const error = await press(key).then(
    () => expect.fail('It went through.'),
    (thrown: unknown) => thrown,
  )
  expect(performance.now() - began).toBeLessThan(5_000)
  if (sentence) expect(shortageOf(error)).toMatch(sentence)
  expect(await deleted()).toEqual(before)
  expect(await notesOn(actor, 'connection', 'a-connection')).toEqual([])
  expect(await readiness()).toBe('ready')
  await repair()
  await press(key)
  await press(key)
  expect(await deleted()).toEqual({ records: 300, entries: before.entries + 300 })
}

const mayMount = (() => {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false
  try {
    execFileSync('unshare', ['--mount', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
})()

/** The trail on a disk of a megabyte that is full; resolves to what takes the disk away again. */
async function fillDisk(): Promise<() => Promise<void>> {
  const disk = path.join(server.directory, 'small')
  const { uid, gid } = statSync(server.directory)
  mkdirSync(disk)
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=1m,uid=${uid},gid=${gid},mode=700`, 'tmpfs', disk])
  repair = () => {
    execFileSync('umount', ['--lazy', disk])
  }
  await owner.query(`create tablespace small location '${disk}'`)
  await owner.query('alter table mastra_admin.audit_entry set tablespace small')
  const ballast = path.join(disk, 'ballast')
  expect(() => writeFileSync(ballast, Buffer.alloc(2_000_000))).toThrow(/ENOSPC/)
  repair = () => rmSync(ballast, { force: true })
  return async () => {
    await owner.query('alter table mastra_admin.audit_entry set tablespace pg_default')
    await owner.query('drop tablespace small')
    execFileSync('umount', [disk])
  }
}

/** Where nothing may be mounted, or limited: the trail refuses entries with the code and the words that Postgres has for it. */
async function refuseEntries(code: string, words: string): Promise<() => Promise<void>> {
  await owner.query(`create function public.refuse() returns trigger language plpgsql as
    $$ begin raise exception using errcode = '${code}', message = '${words}'; end $$`)
  await owner.query('create trigger refuse before insert on mastra_admin.audit_entry execute function public.refuse()')
  const end = async () => {
    await owner.query('drop function if exists public.refuse() cascade')
  }
  repair = end
  return end
}

/** Rows of the trail, of some size each. */
const fill = (rows: number, long = 0) =>
  owner.query(
    `insert into mastra_admin.audit_entry (id, actor_id, actor_email, actor_role, action, subject_type, subject_id, correlation_id, before)
     select gen_random_uuid(), 'x', 'x', 'ADMIN', 'filler', 'record', 'x', gen_random_uuid(), to_jsonb(repeat(md5(n::text), $2::int))
     from generate_series(1, $1::int) as n`,
    [rows, long],
  )

/** No file of the server may become larger than one of its log. */
async function limitFiles(): Promise<void> {
  // The trail is made that large: a log that cannot be written ends the server.
  await fill(16_500, 30)
  const { rows: sizes } = await owner.query("select pg_relation_size('mastra_admin.audit_entry')::int as bytes")
  expect(sizes[0].bytes).toBeGreaterThan(LOG_FILE)
  // As whoever they run as: a superuser in a container may not.
  const { uid, gid } = statSync(server.directory)
  const limit = async (bytes: string) => {
    const one = (pid: number) =>
      spawnSync('prlimit', ['--pid', String(pid), `--fsize=${bytes}:`], { uid, gid, cwd: '/' }).status === 0
    // What it begins has the limit that it has; so it comes first, and those who are there are looked for after it, of whom one may have gone.
    expect(one(server.pid())).toBe(true)
    const { rows } = await owner.query<{ pid: number }>('select pid from pg_stat_activity')
    expect(rows.filter(({ pid }) => !one(pid) && isAlive(pid))).toEqual([])
  }
  await limit(String(LOG_FILE))
  repair = () => limit('unlimited')
}

describe('a change that the database has no room for', () => {
  it('because its disk is full fails whole, says so, and is done when there is room', async () => {
    const end = await (mayMount ? fillDisk() : refuseEntries('53100', 'No space left on device'))
    await failsWholeAndRecovers('disk', /no space left/)
    await end()
  })

  it('because no file may grow fails whole, and is done when they may', async () => {
    await (existsSync('/usr/bin/prlimit') ? limitFiles() : refuseEntries('58030', 'File too large'))
    // What Postgres has made room for ahead, and what is left on each page, is used up first.
    await expect(
      (async () => {
        for (;;) await fill(300)
      })(),
    ).rejects.toThrow(/File too large/)
    await failsWholeAndRecovers('size', undefined)
  })

  it('because it has no lock left fails whole, says so, and is done when there are', async () => {
    const greedy = new pg.Client({ connectionString: server.urlOf(test.url) })
    await greedy.connect()
    repair = () => greedy.end()
    await expect(
      greedy.query('select pg_advisory_lock(n) from generate_series(1, 1000000) as n'),
    ).rejects.toMatchObject({ code: '53200' })
    await failsWholeAndRecovers('locks', /no memory or locks left/)
  })

  it('because it only lets itself be read fails whole, says so, and is done when it may be written again', async () => {
    const app = 'mastra_admin_app'
    const begin = async (change: string) => {
      await owner.query(`alter role ${app} ${change}`)
      await owner.query('select pg_terminate_backend(pid, 5000) from pg_stat_activity where usename = $1', [app])
      await expect.poll(readiness).toBe('ready')
    }
    await begin('set default_transaction_read_only = on')
    repair = () => begin('reset default_transaction_read_only')
    await failsWholeAndRecovers('moving', /is read-only/)
  })
})
