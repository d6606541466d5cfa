import 'server-only'
import { z } from 'zod'
import type { AuditDraft } from '../../audit/write-entries'
import type { Actor } from '../../auth/actor'
import {
  type Issue,
  issueKey,
  keysGone,
  lockIssuesOf,
  storeIssuesOf,
  withoutKeys,
} from '../../connections/stored-issues'
import { inFront } from '../../connections/undo'
import type { Prisma } from '../../db/generated/client'
import type { Scope } from '../../db/transact'
import { rememberIssues } from '../../issues/remember'
import { noteClearedOf, notePutBackOf } from '../../issues/sightings'
import { commonMaskPolicy } from '../../mask/mask-policy'
import type { SkipReason } from '../batch-dto'
import type { ConnectionTask } from '../schema'
import { BATCH_VERBS } from '../verbs-schema'
import type { BatchWork, Chunk } from '../work'
import { candidates } from './candidates'
import { fix } from './fixing'

/** The work of a batch over connections: each is locked, compared with what was seen of it, and set. */
export function connectionWork(actor: Actor, task: ConnectionTask): BatchWork {
  return {
    fixing: async (batchId) => {
      const [found, { message }] = await Promise.all([candidates(actor, task), commonMaskPolicy()])
      // So that what is cleared is remembered with its cause, and by whom it was. Nobody waits for it as for a page.
      await rememberIssues()
      return (tx) => fix(tx, { batchId, task, found, mask: message })
    },
    changing: async () => async (scope, chunk) => {
      const seen = await seenIn(scope.tx, chunk)
      const now = await lockIssuesOf(
        scope.tx,
        seen.map(({ id }) => id),
      )
      const undone = await undoneOf(scope.tx, seen)
      const moves =
        task.verb === 'clear-issues' ? cleared(seen, now, undone) : await withPutBack(scope.tx, seen, now, undone)
      const changes = moves.filter((move) => move.next.length !== move.now.length)
      await storeIssuesOf(
        scope.tx,
        changes.map(({ seen: { id }, next }) => ({ connectionId: id, issues: next })),
      )
      await remember(scope, task, changes)
      await scope.audit(changes.map((move) => entryOf(task, move)))
      const drifted = await listDrifted(scope.tx, chunk, moves, seen, now)
      return { changed: changes.length, drifted }
    },
  }
}

interface Seen {
  id: string
  /** What must still be there: the keys to clear, or of a connection that gets messages back all that it has. */
  keys: string[]
  entry: string | null
}

/** What becomes of a connection; `asSeen` is false where not all that was seen is there. */
interface Move {
  seen: Seen
  now: Issue[]
  next: Issue[]
  asSeen: boolean
}

const keyList = z.array(z.string())
const state = z.object({ issues: z.array(z.string().nullable()) })

async function seenIn(tx: Prisma.TransactionClient, { batchId, number }: Chunk): Promise<Seen[]> {
  const rows = await tx.$queryRaw<{ id: string; was: string; entry: string | null }[]>`
    select s.id, s.was, s.entry::text as entry
    from mastra_admin.batch_chunk c, unnest(c.record_ids, c.was, c.entry_ids) as s(id, was, entry)
    where c.batch_id = ${batchId}::uuid and c.number = ${number}`
  return rows.map(({ was, ...row }) => ({ ...row, keys: keyList.parse(JSON.parse(was)) }))
}

/** Entries that someone took back one by one meanwhile. Whoever does so locks the connection before, as this does. */
async function undoneOf(tx: Prisma.TransactionClient, seen: readonly Seen[]): Promise<Set<string | null>> {
  const ids = seen.flatMap(({ entry }) => entry ?? [])
  if (ids.length === 0) return new Set()
  const entries = await tx.auditEntry.findMany({ where: { undoesId: { in: ids } }, select: { undoesId: true } })
  return new Set(entries.map(({ undoesId }) => undoesId))
}

/** Without the messages that were seen, as far as they are there; what arrived since stays. */
function cleared(
  seen: readonly Seen[],
  present: ReadonlyMap<string, Issue[]>,
  undone: ReadonlySet<string | null>,
): Move[] {
  return seen.flatMap((one) => {
    const now = present.get(one.id)
    if (!now) return []
    if (one.entry !== null && undone.has(one.entry)) return [{ seen: one, now, next: now, asSeen: false }]
    const { left, taken } = withoutKeys(now, one.keys)
    return [{ seen: one, now, next: left, asSeen: taken.length === one.keys.length }]
  })
}

/** With the messages that the entry took in front again, where the connection has exactly what was seen. */
async function withPutBack(
  tx: Prisma.TransactionClient,
  seen: readonly Seen[],
  present: ReadonlyMap<string, Issue[]>,
  undone: ReadonlySet<string | null>,
): Promise<Move[]> {
  const ids = seen.flatMap(({ entry }) => (undone.has(entry) ? [] : (entry ?? [])))
  const entries = new Map(
    (await tx.auditEntry.findMany({ where: { id: { in: ids } } })).map((entry) => [entry.id, entry]),
  )
  return seen.flatMap((one) => {
    const now = present.get(one.id)
    if (!now) return []
    const entry = entries.get(one.entry ?? '')
    const asSeen = entry !== undefined && JSON.stringify(now.map(issueKey)) === JSON.stringify(one.keys)
    const back = asSeen ? inFront(state.parse(entry.before).issues, state.parse(entry.after).issues) : []
    return [{ seen: one, now, next: [...back, ...now], asSeen }]
  })
}

async function remember(scope: Scope, { verb }: ConnectionTask, changes: readonly Move[]): Promise<void> {
  const beyond = (longer: readonly Issue[], shorter: readonly Issue[]) =>
    withoutKeys(longer, shorter.map(issueKey)).left.map((issue) => ({ key: issueKey(issue) }))
  if (verb === 'clear-issues')
    await noteClearedOf(
      scope,
      changes.map(({ seen: { id }, now, next }) => ({ connectionId: id, keys: keysGone(beyond(now, next), next) })),
    )
  else
    await notePutBackOf(
      scope,
      changes.map(({ seen: { id }, now, next }) => ({
        connectionId: id,
        keys: beyond(next, now).map(({ key }) => key),
      })),
    )
}

function entryOf({ verb }: ConnectionTask, { seen, now, next }: Move): AuditDraft {
  return {
    action: BATCH_VERBS[verb].action,
    subjectId: seen.id,
    before: { issues: now },
    after: { issues: next },
    undoesId: seen.entry ?? undefined,
  }
}

/** Writes down which connections were not, or not wholly, as they had been seen, with what each had instead; gives how many. */
async function listDrifted(
  tx: Prisma.TransactionClient,
  { batchId }: Chunk,
  moves: readonly Move[],
  seen: readonly Seen[],
  present: ReadonlyMap<string, Issue[]>,
): Promise<number> {
  const changed = moves
    .filter(({ asSeen }) => !asSeen)
    .map(({ seen: one, now, next }) => ({ one, now, reason: reasonFor(now, next) }))
  const gone = seen
    .filter(({ id }) => !present.has(id))
    .map((one) => ({ one, now: [], reason: 'gone' satisfies SkipReason }))
  const drifted = [...changed, ...gone]
  await tx.batchException.createMany({
    data: drifted.map(({ one, now, reason }) => ({
      batchId,
      recordId: one.id,
      kind: 'drifted',
      reason,
      expected: JSON.stringify(one.keys),
      found: JSON.stringify(now.map(issueKey)),
      becomes: '',
      entryId: one.entry,
    })),
  })
  return drifted.length
}

function reasonFor(now: readonly Issue[], next: readonly Issue[]): SkipReason {
  return next.length === now.length ? 'changed' : 'partly'
}
