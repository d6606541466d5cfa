import { setImmediate } from 'node:timers/promises'
import pg from 'pg'
import { beforeAll, describe, expect, it } from 'vitest'
import { undo } from '@/lib/audit/undo'
import type { PrismaClient } from '@/lib/db/generated/client'
import { actorOf } from '@/lib/db/test-actors'
import { withTestDatabase } from '@/lib/db/test-database'
import { AppError } from '@/lib/errors'
import { clearIssues } from './clear-issues'
import { issueKey, withoutKeys } from './stored-issues'

const LANES = 6
const ROUNDS = 90
const operators = [actorOf('OPERATOR', 'ada'), actorOf('OPERATOR', 'bob')]
let db: PrismaClient
let sync: pg.Pool

/** What the database itself says about every change of `issues`, in the order in which the changes happened. */
const HISTORY = `
  create table public.history (seq bigserial primary key, id text, before text[], after text[], by_sync boolean);
  create function public.remember() returns trigger language plpgsql security definer as $$ begin
    insert into public.history (id, before, after, by_sync)
    values (new.id, old.issues, new.issues, current_setting('application_name') = 'sync');
    return new; end $$;
  create trigger remember after update of issues on mastra.connections for each row execute function public.remember()`

beforeAll(async () => {
  const test = await withTestDatabase()
  db = test.client
  sync = new pg.Pool({ connectionString: test.url, max: LANES * 2, application_name: 'sync' })
  await sync.query(HISTORY)
  return async () => {
    await sync.end()
    await test.drop()
  }
})

/** Mulberry32: the same schedule on each run. The order in which Postgres serves it is another each time. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** The ways in which something that is not us writes `issues`; each brings one message that never was before. */
const WRITERS: ((id: string, message: string) => Promise<unknown>)[] = [
  (id, message) => sync.query('update mastra.connections set issues = $2 where id = $1', [id, [message]]),
  (id, message) =>
    sync.query('update mastra.connections set issues = array_append(issues, $2), "lastSyncAt" = now() where id = $1', [
      id,
      message,
    ]),
  (id, message) => inTransaction(id, (issues) => [...issues, message], ''),
  (id, message) => inTransaction(id, () => [message], 'for update'),
]

/** Reads, lets others run, writes, lets others run, commits. */
async function inTransaction(id: string, change: (issues: string[]) => string[], lock: '' | 'for update') {
  const client = await sync.connect()
  await client.query('begin')
  const { rows } = await client.query(`select issues from mastra.connections where id = $1 ${lock}`, [id])
  await setImmediate()
  await client.query('update mastra.connections set issues = $2 where id = $1', [id, change(rows[0].issues)])
  await setImmediate()
  await client.query('commit')
  client.release()
}

interface Click {
  seen: string[]
  cleared: string[]
}

async function lane(id: string, random: () => number): Promise<Click[]> {
  const clicks: Click[] = []
  const correlations: string[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    // The page is rendered here; whatever is written from now on has not been on anyone's screen.
    const { issues } = await db.connection.findUniqueOrThrow({ where: { id } })
    const click = async (actor: (typeof operators)[number], share: number) => {
      const seen = issues.filter(() => random() < share)
      if (seen.length === 0) return
      const outcome = await clearIssues(actor, { connectionId: id, seen: seen.map(issueKey) })
      clicks.push({ seen: seen.map(issueKey), cleared: outcome.cleared })
      if (outcome.cleared.length > 0) correlations.push(outcome.correlationId)
    }
    const takeBack = async () => {
      const correlationId = correlations[Math.floor(random() * correlations.length)]
      if (correlationId) await undo(actorOf('ADMIN'), { correlationId }).catch(expectConflict)
    }
    const writers = [0, 1].map((n) => {
      const write = WRITERS[Math.floor(random() * WRITERS.length)]
      return () => write?.(id, `round ${round} of ${id}: ${n}`)
    })
    const clears = operators.map((actor, place) => () => click(actor, place === 0 ? 1 : 0.5))
    const steps = [...writers, ...clears, ...(random() < 0.3 ? [takeBack, takeBack] : [])]
    const order = steps.map((step) => ({ step, at: random() })).sort((a, b) => a.at - b.at)
    await Promise.all(order.map(({ step }) => step()))
  }
  return clicks
}

function expectConflict(error: unknown): void {
  if (!(error instanceof AppError) || error.code !== 'CONFLICT') throw error
}

const beyond = (longer: string[], shorter: string[]) => withoutKeys(longer, shorter.map(issueKey)).left

describe('clearing while syncs write', () => {
  it('clears nothing that arrived after the page was rendered, and the trail holds each change once', async () => {
    const ids = await Promise.all(
      Array.from({ length: LANES }, async (_, n) => {
        const made = await db.connection.create({ data: { name: 'SYNCED', connectionId: `lane-${n}` } })
        return made.id
      }),
    )
    const clicks = (await Promise.all(ids.map((id, n) => lane(id, randomFrom(n + 1))))).flat()

    for (const { seen, cleared } of clicks) expect(beyond(cleared, seen)).toEqual([])

    const { rows: history } = await sync.query<{ id: string; before: string[]; after: string[]; by_sync: boolean }>(
      'select id, before, after, by_sync from public.history order by seq',
    )
    const entries = await db.auditEntry.findMany()
    const ours = history.filter((change) => !change.by_sync)
    const asText = (id: string, before: unknown, after: unknown) => JSON.stringify([id, before, after])
    expect(
      entries.map((entry) => asText(entry.subjectId, readIssues(entry.before), readIssues(entry.after))).sort(),
    ).toEqual(ours.map((change) => asText(change.id, change.before, change.after)).sort())

    // Each message disappears by a sync's own write, or by a clear that its trail entry names.
    const cleared = entries.filter((entry) => entry.action === 'connection.clear-issues')
    const putBack = entries.filter((entry) => entry.action === 'connection.put-back-issues')
    expect(cleared.length + putBack.length).toBe(entries.length)
    for (const { before, after } of cleared) expect(beyond(readIssues(after), readIssues(before))).toEqual([])
    for (const { before, after } of putBack) expect(beyond(readIssues(before), readIssues(after))).toEqual([])
    const byClicks = clicks.filter((click) => click.cleared.length > 0).length
    expect(cleared.filter((entry) => entry.undoesId === null)).toHaveLength(byClicks)

    // The schedule did what it is for: clears that met newer messages, clears that came too late, undos.
    expect(history.length).toBeGreaterThan(1_000)
    expect(cleared.filter((entry) => readIssues(entry.after).length > 0).length).toBeGreaterThan(50)
    expect(clicks.filter((click) => click.cleared.length < click.seen.length).length).toBeGreaterThan(50)
    expect(putBack.length).toBeGreaterThan(20)
  })
})

function readIssues(payload: unknown): string[] {
  return (payload as { issues: string[] }).issues
}
