import 'server-only'
import { z } from 'zod'
import { database } from '../db/client'
import { Prisma } from '../db/generated/client'
import { changeable } from '../records/changeable-fields'
import type { ExceptionRow } from './batch-dto'
import { type BatchVerb, isRecordVerb, RECORD_FIELDS, type RecordVerb } from './verbs-schema'

/** Exceptions of one kind that a page lists; all are counted. */
export const EXCEPTIONS_SHOWN = 200

type Kind = 'skipped' | 'drifted'

/** What a batch left alone, in the order of its ids, and in which state. */
export function exceptionsOf({ id, verb }: { id: string; verb: BatchVerb }, kind: Kind): Promise<ExceptionRow[]> {
  return isRecordVerb(verb) ? ofRecords(id, verb, kind) : ofConnections(id, kind)
}

async function ofRecords(id: string, verb: RecordVerb, kind: Kind): Promise<ExceptionRow[]> {
  const { type, forTrail } = changeable(RECORD_FIELDS[verb])
  const value = (column: Prisma.Sql) => forTrail(Prisma.sql`nullif(${column}, '')::${type}`)
  const rows = await database().$queryRaw<Omit<ExceptionRow, 'connection'>[]>`
    select record_id as "recordId", reason, ${value(Prisma.sql`expected`)} as expected, ${value(Prisma.sql`found`)} as found
    from mastra_admin.batch_exception where batch_id = ${id}::uuid and kind = ${kind}
    order by record_id limit ${EXCEPTIONS_SHOWN}`
  return rows.map((row) => ({ ...row, connection: null }))
}

interface RawConnection {
  recordId: string
  reason: ExceptionRow['reason']
  integration: string | null
  endUser: string | null
  expected: string | null
  found: string | null
}

async function ofConnections(id: string, kind: Kind): Promise<ExceptionRow[]> {
  const rows = await database().$queryRaw<RawConnection[]>`
    select x.record_id as "recordId", x.reason, x.expected, x.found, c.name as integration, c."connectionId" as "endUser"
    from mastra_admin.batch_exception x left join mastra.connections c on c.id = x.record_id
    where x.batch_id = ${id}::uuid and x.kind = ${kind} order by x.record_id limit ${EXCEPTIONS_SHOWN}`
  return rows.map(({ recordId, reason, integration, endUser, expected, found }) => {
    const wanted = keys(expected)
    const present = keys(found) ?? []
    const others = leftOf(present, wanted ?? [])
    const counts = { expected: wanted?.length ?? null, there: present.length - others, others }
    return { recordId, reason, expected: null, found: null, connection: { integration, endUser, ...counts } }
  })
}

function keys(stored: string | null): string[] | null {
  return stored ? z.array(z.string()).parse(JSON.parse(stored)) : null
}

/** How many of `all` are beyond `some`, copies counted. */
function leftOf(all: readonly string[], some: readonly string[]): number {
  const copies = new Map<string, number>()
  for (const key of some) copies.set(key, (copies.get(key) ?? 0) + 1)
  return all.filter((key) => {
    const left = copies.get(key) ?? 0
    copies.set(key, left - 1)
    return left <= 0
  }).length
}
