import 'server-only'
import type { Actor } from '../auth/actor'
import { authorize } from '../auth/permissions'
import { Prisma } from '../db/generated/client'
import { isoText } from '../db/iso-text'
import { readDatabase } from '../db/replica'
import { maskPolicy } from '../mask/mask-policy'
import type { Masker } from '../mask/policy'
import type { Clock } from '../query/dates'
import { impliedSpan } from '../query/implied-span'
import { type Count, countUpTo } from '../table/count'
import { findPage, type ListResult, readRows, whereOf } from '../table/find-page'
import { AUDIT_ACTIONS, isAuditAction, isUndoableBy, type SubjectType } from './actions'
import { describeChanges } from './changes'
import type { AuditRow } from './dto'
import { AUDIT_FIELDS } from './fields'
import { ACTOR_ROLE, AUDIT_FROM, auditRegistry, auditSortColumns } from './fields-sql'
import type { AuditSearch } from './search-params'
import { nameInEntry } from './subject-name'

const COUNT = { cap: 10_000, budget: 2_000 }
/** Bytes as stored above which an entry's change is only said to be large. */
const LARGE = 65_536
/** Entries that a page about one subject shows. */
const TRAIL = 20

interface RawEntry extends Omit<AuditRow, 'label' | 'changes' | 'undoable'> {
  before: string | null
  after: string | null
  large: boolean
}

const COLUMNS = Prisma.sql`a.id::text as id, ${isoText(Prisma.sql`a.at`)} as at, a.actor_email as "actorEmail",
  ${ACTOR_ROLE} as "actorRole", a.token_name as "tokenName", a.action, a.subject_type as "subjectType", a.subject_id as "subjectId",
  case when a.subject_type = 'user' and a.subject_id ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
    then (select s.email from mastra_admin."user" s where s.id = a.subject_id::uuid) end as "subjectName",
  a.correlation_id::text as "correlationId", a.undoes_id::text as "undoesId", u.actor_email as "undoneBy",
  coalesce(pg_column_size(a.before), 0) + coalesce(pg_column_size(a.after), 0) > ${LARGE} as large,
  case when coalesce(pg_column_size(a.before), 0) + coalesce(pg_column_size(a.after), 0) <= ${LARGE} then a.before::text end as before,
  case when coalesce(pg_column_size(a.before), 0) + coalesce(pg_column_size(a.after), 0) <= ${LARGE} then a.after::text end as after`

/** One page of the trail, newest first unless asked otherwise. Throws FORBIDDEN, and what the database throws. */
export async function listAuditEntries(actor: Actor, search: AuditSearch, clock: Clock): Promise<ListResult<AuditRow>> {
  authorize(actor, 'audit:read')
  const result = await findPage<RawEntry>({
    search,
    columns: auditSortColumns,
    registry: auditRegistry,
    clock,
    read: async ({ where, order, limit, keys }) =>
      readRows<RawEntry>(
        await readDatabase(),
        Prisma.sql`/* list of the audit trail */ select ${COLUMNS}, ${keys} as "cursorKeys" from ${AUDIT_FROM} where ${where} order by ${order} limit ${limit}`,
      ),
  })
  if (result.kind !== 'page') return result
  const describe = await describer(actor)
  return { kind: 'page', page: { ...result.page, rows: result.page.rows.map(describe) } }
}

/** How many entries match; exact up to 10,000. Null when the filter was not understood. */
export async function countAuditEntries(actor: Actor, q: string, clock: Clock): Promise<Count | null> {
  authorize(actor, 'audit:read')
  const filter = whereOf(q, auditRegistry, clock)
  return filter.ok ? countUpTo(await readDatabase(), Prisma.sql`from ${AUDIT_FROM} where ${filter.where}`, COUNT) : null
}

/** When the trail begins, if the filter asks only for a time before that; else null. ISO 8601 in UTC. Served by the primary key. */
export async function beginsAfter(actor: Actor, q: string, clock: Clock): Promise<string | null> {
  authorize(actor, 'audit:read')
  const { end } = impliedSpan(q, AUDIT_FIELDS, 'at', clock)
  if (!end) return null
  const first = await (await readDatabase()).auditEntry.findFirst({ orderBy: { id: 'asc' }, select: { at: true } })
  return first && end <= first.at ? first.at.toISOString() : null
}

/** The last 20 entries about one subject, newest first, and whether there are older ones. Throws FORBIDDEN. */
export async function auditTrail(
  actor: Actor,
  subject: { type: SubjectType; id: string },
): Promise<{ entries: AuditRow[]; more: boolean }> {
  authorize(actor, 'audit:read')
  const rows = await (await readDatabase()).$queryRaw<RawEntry[]>`
    select ${COLUMNS} from ${AUDIT_FROM} where a.subject_type = ${subject.type} and a.subject_id = ${subject.id}
    order by a.id desc limit ${TRAIL + 1}`
  return { entries: rows.slice(0, TRAIL).map(await describer(actor)), more: rows.length > TRAIL }
}

/** The newest entries of all, for the overview. Throws FORBIDDEN. */
export async function latestAuditEntries(actor: Actor, limit: number): Promise<AuditRow[]> {
  authorize(actor, 'audit:read')
  const rows = await (await readDatabase()).$queryRaw<RawEntry[]>`
    select ${COLUMNS} from ${AUDIT_FROM} order by a.id desc limit ${limit}`
  return rows.map(await describer(actor))
}

/** An entry does not say of which entity type its record is, so that the rules for all of them apply. */
async function describer(actor: Actor): Promise<(entry: RawEntry) => AuditRow> {
  const mask = (await maskPolicy(actor)).ofState(null)
  return (entry) => describeEntry(actor, mask, entry)
}

function describeEntry(actor: Actor, mask: Masker, { before, after, large, ...entry }: RawEntry): AuditRow {
  return {
    ...entry,
    subjectName:
      entry.subjectName ?? nameInEntry(mask, entry.subjectType, after) ?? nameInEntry(mask, entry.subjectType, before),
    label: isAuditAction(entry.action) ? AUDIT_ACTIONS[entry.action].label : entry.action,
    changes: large ? [{ kind: 'tooLarge', field: 'change' }] : describeChanges(mask, before, after),
    undoable: isUndoableBy(actor, entry.action) && entry.undoneBy === null,
  }
}
