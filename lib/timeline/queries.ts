import 'server-only'
import { z } from 'zod'
import { AUDIT_ACTIONS, isAuditAction } from '../audit/actions'
import type { Actor } from '../auth/actor'
import { authorize } from '../auth/permissions'
import { batchVerb } from '../batches/schema'
import { verbText } from '../batches/verbs-schema'
import { database } from '../db/client'
import { Prisma } from '../db/generated/client'
import { isoText } from '../db/iso-text'
import { readDatabase } from '../db/replica'
import { withinBudget } from '../db/within-budget'
import { maskPolicy } from '../mask/mask-policy'
import type { MaskPolicy } from '../mask/policy'
import { decodeCursor, encodeCursor } from '../table/cursor'
import type { ParamProblem } from '../table/table-params'
import { creationsBefore } from './creations'
import type { TimelineEntry, TimelinePage, TimelineScope } from './dto'
import type { TimelineSearch } from './search-params'
import { entriesOf, sourcesOf, timelineTerms } from './sources'

/** Milliseconds for what is kept, most of which an index gives. */
const BUDGET = 3_000
/** Characters of a note or a title that a line shows. */
const SHOWN = 400
const TERMS = timelineTerms(Prisma.sql`at`, Prisma.sql`key`)

const facts = z.object({
  what: z.enum([
    'connected',
    'changed',
    'synced',
    'entity',
    'entity-changed',
    'got',
    'went',
    'action',
    'batch',
    'note',
    'health',
  ]),
  entityId: z.string().default(''),
  entityType: z.string().default(''),
  lastSyncId: z.string().nullable().default(null),
  causeId: z.string().nullable().default(null),
  title: z.string().default(''),
  by: z.string().nullable().default(null),
  action: z.string().default(''),
  entryId: z.string().default(''),
  count: z.number().default(1),
  recordId: z.string().nullable().default(null),
  batchId: z.string().default(''),
  verb: z.string().default(''),
  value: z.string().nullable().default(null),
  undoes: z.boolean().default(false),
  text: z.string().default(''),
  about: z.enum(['connection', 'customer']).default('connection'),
  from: z.string().nullable().default(null),
  to: z.string().default(''),
})

interface Raw {
  at: string
  key: string
  connectionId: string | null
  integration: string | null
  facts: unknown
}

/**
 * One page of everything that is known of connections, newest first: what each source has behind the place, merged; at most `size` rows. Gives
 * a problem for a place that cannot be read, and null when reading took too long. Throws FORBIDDEN.
 */
export async function timelinePage(
  actor: Actor,
  scope: TimelineScope,
  { kind, after }: TimelineSearch,
  size: number,
): Promise<TimelinePage | { problem: ParamProblem } | null> {
  authorize(actor, 'connections:read')
  authorize(actor, 'audit:read')
  const cursor = after === undefined ? null : decodeCursor(after, TERMS)
  if (cursor && !cursor.ok) return { problem: { parameter: 'after', message: cursor.problem } }
  const beyond = cursor?.keys ?? null
  const sources = sourcesOf(scope).filter((source) => kind === 'all' || source.kind === kind)
  const tellsCreations = kind === 'all' || kind === 'sync'
  const [policy, kept, created] = await Promise.all([
    maskPolicy(actor),
    withinBudget(
      database(),
      BUDGET,
      (tx) => tx.$queryRaw<Raw[]>`
        select ${isoText(Prisma.sql`found.at`)} as at, found.key, found."connectionId", c.name as integration, found.facts
        from (${Prisma.join(
          sources.map((source) => entriesOf(source, beyond, size + 1)),
          ' union all ',
        )}) as found left join mastra.connections c on c.id = found."connectionId"
        order by found.at desc, found.key desc limit ${size + 1}`,
    ),
    tellsCreations
      ? creationsBefore(
          await readDatabase(),
          scope.connectionIds,
          beyond?.[0] ?? null,
          size + scope.connectionIds.length + 1,
        )
      : { rows: [], uncounted: false },
  ])
  if (!kept) return null
  const rows = [
    ...kept.map((row) => described(policy, row)),
    ...created.rows.filter((row) => !beyond || isBehind(row, beyond)),
  ].toSorted((a, b) => compare(b.at, a.at) || compare(b.key, a.key))
  const shown = rows.slice(0, size)
  const last = shown.at(-1)
  const next = rows.length > size && last ? encodeCursor([last.at.replace('Z', ''), last.key], TERMS) : null
  return { rows: shown, next, uncounted: created.uncounted }
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

function isBehind({ at, key }: TimelineEntry, [moment, last]: readonly (string | null)[]): boolean {
  const place = Date.parse(`${moment}Z`)
  const own = Date.parse(at)
  return own < place || (own === place && key < (last ?? ''))
}

function described({ message }: MaskPolicy, { facts: stored, ...row }: Raw): TimelineEntry {
  const { what, ...said } = facts.parse(stored)
  const by = said.by ?? ''
  const causeId = said.causeId ?? ''
  const title = message(said.title).slice(0, SHOWN)
  switch (what) {
    case 'connected':
    case 'changed':
    case 'synced':
      return { ...row, what }
    case 'entity':
      return { ...row, what, entityId: said.entityId, entityType: said.entityType }
    case 'entity-changed': {
      const { entityId, entityType, lastSyncId } = said
      return { ...row, what, entityId, entityType, lastSyncId: lastSyncId && message(lastSyncId) }
    }
    case 'got':
      return { ...row, what, causeId, title }
    case 'went':
      return { ...row, what, causeId, title, by: said.by }
    case 'action': {
      const label = isAuditAction(said.action) ? AUDIT_ACTIONS[said.action].label : said.action
      const { entryId, count, recordId } = said
      return { ...row, what, label, by, entryId, count, recordId, causeId: said.causeId }
    }
    case 'batch': {
      const { batchId, verb, value, undoes, count } = said
      const known = batchVerb.safeParse(verb)
      const label = known.success ? verbText(known.data, value) : verb
      return { ...row, what, batchId, label: undoes ? `Undo: ${label.toLowerCase()}` : label, by, count }
    }
    case 'note':
      return { ...row, what, text: message(said.text).slice(0, SHOWN), by, about: said.about }
    case 'health':
      return { ...row, what, from: said.from, to: said.to }
  }
}
