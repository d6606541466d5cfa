import 'server-only'
import type { Actor } from '../auth/actor'
import { can } from '../auth/permissions'
import { ISSUE_COUNT } from '../connections/fields-sql'
import type { Prisma, PrismaClient } from '../db/generated/client'
import { withinBudget } from '../db/within-budget'
import { maskPolicy } from '../mask/mask-policy'
import { routes } from '../routes'
import { type ConnectionHitRow, connectionHit, customerHits } from './connection-hits'
import { indexedMatches } from './indexed-matches'
import type { Hit } from './line'
import { recordHits } from './record-hits'

/** Milliseconds for one of the statements below, each of which reads a few rows by an index that is always there. */
const BUDGET = 500
/** Things of one kind that may have the text as their id: external ids are not unique. */
const MOST = 6

export interface Looked {
  /** What someone typed, without space around it. */
  text: string
  locale: string
  timeZone: string
  signal: AbortSignal
}

/**
 * What the text names: records by id and external id, connections and entities by id, end users by their reference, causes, batches and
 * views by id, users by e-mail; and records with this value where an index on a value in data leads to it. Null when it took too long.
 */
export async function findExact(actor: Actor, db: PrismaClient, looked: Looked): Promise<Hit[] | null> {
  const { text, signal } = looked
  const policy = await maskPolicy(actor)
  return withinBudget(
    db,
    BUDGET,
    async (tx) => {
      const records = await recordIds(tx, text)
      const valued = records.length < MOST ? await indexedMatches(actor, tx, looked, MOST) : []
      const connections = await connectionRows(tx, text)
      return [
        ...(await recordHits(policy, tx, [...new Set([...records, ...valued])].slice(0, MOST))),
        ...connections.filter(({ id }) => id === text).map(connectionHit),
        ...customerHits(
          connections.filter(({ id }) => id !== text),
          looked.locale,
        ),
        ...(await others(tx, actor, text)),
      ]
    },
    signal,
  )
}

/** By the primary key, and by Mastra's own index on the external id, which is read before anything is put in order. */
async function recordIds(tx: Prisma.TransactionClient, text: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    with named as materialized (select id from mastra.records where "externalId" = ${text} limit 50)
    (select id from mastra.records where id = ${text}) union all
    (select id from named where id <> ${text} order by id desc limit ${MOST})`
  return rows.map(({ id }) => id)
}

/** By the primary key, and by Mastra's unique index that begins with the end user's reference. E-mails are often written in another case. */
async function connectionRows(tx: Prisma.TransactionClient, text: string): Promise<ConnectionHitRow[]> {
  return tx.$queryRaw<ConnectionHitRow[]>`
    select c.id, c.name as integration, c."connectionId" as customer, ${ISSUE_COUNT} > 0 as failing from mastra.connections c
    where c.id = ${text} or c."connectionId" in (${text}, ${text.toLowerCase()}) order by c."connectionId", c.name limit 50`
}

/** By primary keys; users by their unique e-mail. What is ours is named by a uuid or a fingerprint, and asked for nothing else. */
async function others(tx: Prisma.TransactionClient, actor: Actor, text: string): Promise<Hit[]> {
  const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text) ? text.toLowerCase() : null
  const rows = await tx.$queryRaw<
    { kind: 'cause' | 'batch' | 'view' | 'entity' | 'user'; key: string; title: string }[]
  >`
    select 'cause' as kind, c.id as key, c.title from mastra_admin.issue_cause c where c.id = ${text}
    union all select 'batch', b.id::text, 'Batch ' || b.id from mastra_admin.batch b where b.id = ${uuid}::uuid
    union all select 'view', v.id::text, v.name from mastra_admin.saved_view v
      where v.id = ${uuid}::uuid and (v.shared or v.owner_id = ${actor.id})
    union all select 'entity', e.id, e.type from mastra.entity e where e.id = ${text}
    union all select 'user', u.id::text, u.email from mastra_admin."user" u
      where ${can(actor, 'users:manage')} and u.email = ${text.toLowerCase()}`
  const hrefs = {
    cause: routes.issue,
    batch: routes.batch,
    view: routes.view,
    entity: routes.entity,
    user: routes.user,
  }
  const words = { cause: 'Cause', batch: 'Batch', view: 'View', entity: 'Entity', user: 'User' }
  const { message } = await maskPolicy(actor)
  return rows.map(({ kind, key, title }) => ({
    kind,
    key,
    title: kind === 'cause' ? message(title) : title,
    detail: words[kind],
    href: hrefs[kind](key),
  }))
}
