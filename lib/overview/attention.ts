import 'server-only'
import type { Actor } from '../auth/actor'
import { authorize } from '../auth/permissions'
import { database } from '../db/client'
import { listExports } from '../exports/queries'
import { formatCount, formatNumber } from '../format-number'
import { durationWords } from '../health/cadence-sentence'
import { evidenceOf } from '../health/sentence'
import { listCauses } from '../issues/queries'
import { readCauseSearch } from '../issues/search-params'
import type { Viewer } from '../time/viewer'
import { clusters } from './clusters'
import type { Attention } from './dto'
import { expiredCredentials } from './expired-credentials'

/** How many there are at most, of one kind and in all. */
const OF_ONE = 25
const OF_ALL = 40
/** Quiet connections that are looked at, before those of one integration are put together. */
const QUIET = 500
/** Milliseconds for which a batch or an export that failed is still of interest. */
const LATELY = 7 * 86_400_000

/**
 * What needs attention now, the newest first: open causes, connections that have gone quiet, failing ones whose credential has ended,
 * batches that stand still and files that did not become whole. Every part by an index of our own tables. Throws FORBIDDEN.
 */
export async function needsAttention(actor: Actor, viewer: Viewer): Promise<Attention[]> {
  authorize(actor, 'issues:read')
  const parts = await Promise.all([
    openCauses(actor, viewer),
    goneQuiet(actor, viewer),
    credentialsEnded(actor, viewer),
    batchesStanding(actor, viewer),
    exportsBroken(actor, viewer),
  ])
  return parts
    .flatMap((part) => part.slice(0, OF_ONE))
    .sort((a, b) => b.since.localeCompare(a.since))
    .slice(0, OF_ALL)
}

const connections = (locale: string, count: number) =>
  formatCount(locale, count, { one: 'connection', other: 'connections' })
const CAUSE_TONES = { new: 'danger', reopened: 'danger', ongoing: 'warning' } as const
const CAUSE_SENTENCES = { new: 'New on', reopened: 'Back, after it was gone, on', ongoing: 'Ongoing on' } as const

async function openCauses(actor: Actor, viewer: Viewer): Promise<Attention[]> {
  const { search } = readCauseSearch({ sort: '-appearedAt', size: String(OF_ONE) })
  const result = await listCauses(actor, search, viewer)
  if (result.kind !== 'page') return []
  return result.page.rows.flatMap(({ state, ...cause }) => {
    if (state === 'muted' || state === 'resolved') return []
    const taken = cause.assigneeEmail ? ` ${cause.assigneeEmail} looks after it.` : ''
    return {
      key: `cause ${cause.id}`,
      kind: 'cause' as const,
      tone: CAUSE_TONES[state],
      word: state === 'new' ? 'New cause' : state === 'reopened' ? 'Reopened' : 'Ongoing',
      since: cause.reopenedAt ?? cause.firstSeenAt,
      title: cause.title,
      sentence: `${CAUSE_SENTENCES[state]} ${connections(viewer.locale, cause.connections)} of ${cause.integrations.join(', ')}.${taken}`,
      target: { to: 'cause' as const, id: cause.id },
      step: 'Open cause',
    }
  })
}

async function goneQuiet(actor: Actor, viewer: Viewer): Promise<Attention[]> {
  authorize(actor, 'connections:read')
  const rows = await database().connectionHealth.findMany({
    where: { state: 'quiet' },
    orderBy: { since: 'desc' },
    take: QUIET,
  })
  return clusters(rows.map((row) => ({ ...row, at: row.since }))).flatMap(([newest, ...others]) => {
    if (!newest) return []
    const common = { kind: 'quiet', tone: 'warning', word: 'Quiet', since: newest.at.toISOString() } as const
    if (others.length === 0)
      return {
        ...common,
        key: `quiet ${newest.connectionId}`,
        title: `${newest.integration} of ${newest.customer || '(empty)'}`,
        sentence: evidenceOf(newest.habit, newest.lastSeenAt?.getTime() ?? null, viewer.now.getTime()) ?? '',
        target: { to: 'connection', id: newest.connectionId } as const,
        step: 'Open connection',
      }
    return {
      ...common,
      key: `quiet ${newest.integration} ${newest.connectionId}`,
      title: newest.integration,
      sentence: `${connections(viewer.locale, others.length + 1)} went quiet within ${durationWords(newest.at.getTime() - (others.at(-1)?.at.getTime() ?? 0))}: probably for one reason.`,
      target: { to: 'quiet', integration: newest.integration } as const,
      step: 'Show them',
    }
  })
}

async function credentialsEnded(actor: Actor, { now, locale }: Viewer): Promise<Attention[]> {
  authorize(actor, 'connections:read')
  const rows = await expiredCredentials(now)
  return clusters(rows.map((row) => ({ ...row, at: row.failingSince }))).flatMap(([newest, ...others]) => {
    if (!newest) return []
    const ended = durationWords(now.getTime() - newest.expiredAt.getTime())
    const some = others.length > 0
    return {
      key: `credential ${newest.connectionId}`,
      kind: 'credential' as const,
      tone: 'danger' as const,
      word: 'Expired',
      since: newest.at.toISOString(),
      title: some ? newest.integration : `${newest.integration} of ${newest.customer || '(empty)'}`,
      sentence: some
        ? `${connections(locale, others.length + 1)} fail, and their credentials have expired: their end users have to connect again.`
        : `Its credential expired ${ended} ago and its syncs fail: the end user has to connect again.`,
      target: { to: 'connection' as const, id: newest.connectionId },
      step: 'Open connection',
    }
  })
}

async function batchesStanding(actor: Actor, { now, locale }: Viewer): Promise<Attention[]> {
  authorize(actor, 'batches:read')
  const rows = await database().batch.findMany({
    where: {
      startedAt: { not: null },
      OR: [{ state: 'paused' }, { state: 'failed', endedAt: { gt: new Date(now.getTime() - LATELY) } }],
    },
    orderBy: { id: 'desc' },
    take: OF_ONE,
  })
  return rows.map(({ id, state, reason, total, actorEmail, startedAt, endedAt, createdAt }) => ({
    key: `batch ${id}`,
    kind: 'batch',
    tone: state === 'failed' ? 'danger' : 'warning',
    word: state === 'failed' ? 'Failed' : 'Paused',
    since: (endedAt ?? startedAt ?? createdAt).toISOString(),
    title: `Batch of ${formatNumber(locale, total)} records`,
    sentence:
      `Started by ${actorEmail}. ${reason ?? (state === 'paused' ? 'It waits until someone resumes or cancels it.' : '')}`.trim(),
    target: { to: 'batch', id },
    step: 'Open batch',
  }))
}

async function exportsBroken(actor: Actor, { now }: Viewer): Promise<Attention[]> {
  const rows = await listExports(actor)
  return rows
    .filter(({ state, startedAt }) => state === 'broken' && now.getTime() - Date.parse(startedAt) < LATELY)
    .map(({ id, table, actorEmail, startedAt }) => ({
      key: `export ${id}`,
      kind: 'export',
      tone: 'warning',
      word: 'Interrupted',
      since: startedAt,
      title: `Export of ${table}`,
      sentence: `Started by ${actorEmail}. Its file is incomplete and should not be used.`,
      target: { to: 'exports' },
      step: 'Open exports',
    }))
}
