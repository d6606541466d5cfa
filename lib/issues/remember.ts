import 'server-only'
import { MOST_ISSUES } from '../connections/schema'
import { issueKey } from '../connections/stored-issues'
import { database } from '../db/client'
import { Prisma } from '../db/generated/client'
import { inTransaction } from '../db/in-transaction'
import { commonMaskPolicy } from '../mask/mask-policy'
import type { MaskPolicy } from '../mask/policy'
import { FINGERPRINT_VERSION, fingerprintOf } from './fingerprint'
import { settle } from './settle'
import { writeCauses } from './write-causes'

/** Characters of a message that are kept, and those read beyond them so that a secret at the end is seen whole by the mask. */
const KEPT = 4_000
const MARGIN = 2_000
/** Messages that one transaction writes down. */
const STEP = 1_000
/** Milliseconds that a look may take before it is given up; the next one goes on where it was. */
const PATIENCE = 60_000

/** How many messages came and went since the last look. */
export interface Looked {
  appeared: number
  vanished: number
}

interface Appeared {
  connectionId: string
  integration: string
  customer: string
  key: string
  text: string | null
}

const KEY = Prisma.sql`
  coalesce(encode(sha256(convert_to(item.issue, 'UTF8')), 'hex'), ${issueKey(null)})`

/**
 * Compares the issues that Mastra keeps with those that are remembered, of all connections or of one, and writes down which came and
 * which went. Any number of processes may look at once: one does so, and the others have null. The cost is that of finding the
 * connections that have issues, and grows with them and with what changed. Throws what the database throws.
 */
export async function rememberIssues(connectionId?: string): Promise<Looked | null> {
  const looked: Looked = { appeared: 0, vanished: 0 }
  for (;;) {
    const step = await look(connectionId === undefined ? undefined : [connectionId])
    if (!step) return looked.appeared + looked.vanished > 0 ? looked : null
    looked.appeared += step.appeared
    looked.vanished += step.vanished
    if (step.appeared < STEP) return looked
  }
}

async function look(only: readonly string[] | undefined): Promise<Looked | null> {
  return alone((tx, now) => compare(tx, only, now))
}

/**
 * The same for the connections that the opt-in trigger has told of since the last time, at most 1,000 tellings of them: the cost is that
 * of what changed, however many connections there are. Null when there was nothing to do, or another process is at it.
 */
export async function rememberChanged(): Promise<Looked | null> {
  return alone(async (tx, now) => {
    const told = await tx.$queryRaw<{ connectionId: string }[]>`
      delete from mastra_admin.issue_change where id in (
        select id from mastra_admin.issue_change order by id limit ${STEP} for update skip locked)
      returning connection_id as "connectionId"`
    if (told.length === 0) return null
    const looked: Looked = { appeared: 0, vanished: 0 }
    for (const only = [...new Set(told.map(({ connectionId }) => connectionId))]; ; ) {
      const step = await compare(tx, only, now)
      looked.appeared += step.appeared
      looked.vanished += step.vanished
      if (step.appeared < STEP) return looked
    }
  })
}

/** One look of all processes at a time; null for the others. */
function alone<T>(work: (tx: Prisma.TransactionClient, now: Date) => Promise<T>): Promise<T | null> {
  return inTransaction(
    database(),
    async (tx) => {
      const [lock] = await tx.$queryRaw<{ held: boolean; now: Date }[]>`
        select pg_try_advisory_xact_lock(hashtextextended('mastra_admin.issues', 0)) as held, clock_timestamp() as now`
      return lock?.held ? work(tx, lock.now) : null
    },
    { maxWait: 5_000, timeout: PATIENCE },
  )
}

async function compare(tx: Prisma.TransactionClient, only: readonly string[] | undefined, now: Date): Promise<Looked> {
  const vanished = await closeVanished(tx, only, now)
  const appeared = await findAppeared(tx, only)
  const causes = appeared.length > 0 ? await writeAppeared(tx, appeared, now) : []
  await settle(tx, [...causes, ...vanished], now)
  return { appeared: appeared.length, vanished: vanished.length }
}

/** Ends what stands open and is not there any more; the cause of each. */
async function closeVanished(
  tx: Prisma.TransactionClient,
  only: readonly string[] | undefined,
  now: Date,
): Promise<string[]> {
  const rows = await tx.$queryRaw<{ causeId: string }[]>`
    update mastra_admin.issue_sighting s set gone_at = ${now}::timestamptz, open_key = null
    where s.open_key is not null and ${among(Prisma.sql`s.connection_id`, only)}
      and not exists (
        select from mastra.connections c, unnest(c.issues) as item (issue)
        where c.id = s.connection_id and ${KEY} = s.open_key)
    returning s.cause_id as "causeId"`
  return rows.map(({ causeId }) => causeId)
}

function among(column: Prisma.Sql, only: readonly string[] | undefined): Prisma.Sql {
  return only === undefined ? Prisma.sql`true` : Prisma.sql`${column} = any(${[...only]}::text[])`
}

/** Messages that are there and do not stand open, each once for its connection. */
function findAppeared(tx: Prisma.TransactionClient, only: readonly string[] | undefined): Promise<Appeared[]> {
  return tx.$queryRaw<Appeared[]>`
    select c.id as "connectionId", c.name as integration, c."connectionId" as customer, i.key, i.text
    from mastra.connections c cross join lateral (
      select ${KEY} as key, left(min(item.issue), ${KEPT + MARGIN}::int) as text
      from (select issue from unnest(c.issues) as all_of_them (issue) limit ${MOST_ISSUES}) as item group by 1) i
    where cardinality(c.issues) > 0 and ${among(Prisma.sql`c.id`, only)}
      and not exists (
        select from mastra_admin.issue_sighting s where s.connection_id = c.id and s.open_key = i.key)
    order by c.id, i.key limit ${STEP}`
}

/** Writes the messages down with their causes, whose ids it gives. */
async function writeAppeared(
  tx: Prisma.TransactionClient,
  appeared: readonly Appeared[],
  now: Date,
): Promise<string[]> {
  const policy = await commonMaskPolicy()
  const sightings = appeared.map(({ text, ...connection }) => {
    const message = keptOf(policy, text)
    return { ...connection, message, causeId: fingerprintOf(message) }
  })
  await writeCauses(tx, sightings, { now, arrived: true })
  await tx.$executeRaw`
    insert into mastra_admin.issue_sighting
      (cause_id, version, connection_id, integration, customer, message_key, open_key, message, first_seen_at)
    select s."causeId", ${FINGERPRINT_VERSION}::int, s."connectionId", s.integration, s.customer, s.key, s.key, s.message,
      ${now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(sightings)}::jsonb)
      as s("causeId" text, "connectionId" text, integration text, customer text, key text, message text)
    on conflict (connection_id, open_key) do nothing`
  return sightings.map(({ causeId }) => causeId)
}

/** A message without secrets, of bounded length and never ending within a character; an empty one for none. */
function keptOf({ message }: MaskPolicy, text: string | null): string {
  const kept = message(text ?? '').slice(0, KEPT)
  return /[\ud800-\udbff]$/.test(kept) ? kept.slice(0, -1) : kept
}
