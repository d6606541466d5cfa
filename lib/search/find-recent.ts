import 'server-only'
import type { Actor } from '../auth/actor'
import { ISSUE_COUNT } from '../connections/fields-sql'
import { database } from '../db/client'
import { Prisma, type PrismaClient } from '../db/generated/client'
import { withinBudget } from '../db/within-budget'
import { maskPolicy } from '../mask/mask-policy'
import { routes } from '../routes'
import { type ConnectionHitRow, connectionHit, customerHits } from './connection-hits'
import type { Looked } from './find-exact'
import { type Hit, placeName } from './line'
import type { PlaceKind } from './place'
import { recordHits } from './record-hits'
import type { Use } from './uses'

const BUDGET = 500
/** Places that are offered before anything is typed. */
const OFFERED = 8

/**
 * The things that the person came to lately, the last first, as they are now: what is gone is left out, and what is masked stays so.
 * By primary keys, and end users by Mastra's unique index.
 */
export async function findRecent(actor: Actor, db: PrismaClient, uses: readonly Use[], looked: Looked): Promise<Hit[]> {
  const latest = [...uses]
    .filter(({ kind }) => kind !== 'page' && kind !== 'command')
    .sort((a, b) => b.lastUsedAt.getTime() - a.lastUsedAt.getTime())
    .slice(0, OFFERED * 2)
  if (latest.length === 0) return []
  const keysOf = (kind: PlaceKind) => latest.filter((use) => use.kind === kind).map(({ key }) => key)
  const policy = await maskPolicy(actor)
  const theirs = await withinBudget(
    db,
    BUDGET,
    async (tx) => {
      const connections = await tx.$queryRaw<ConnectionHitRow[]>`
        select c.id, c.name as integration, c."connectionId" as customer, ${ISSUE_COUNT} > 0 as failing from mastra.connections c
        where c.id = any(${keysOf('connection')}::text[]) or c."connectionId" = any(${keysOf('customer')}::text[]) limit 200`
      const customers = new Set(keysOf('customer'))
      return [
        ...(await recordHits(policy, tx, keysOf('record'))),
        ...connections.map(connectionHit),
        ...customerHits(
          connections.filter(({ customer }) => customers.has(customer)),
          looked.locale,
        ),
      ]
    },
    looked.signal,
  )
  const ours = await withinBudget(database(), BUDGET, (tx) => ourHits(tx, actor, keysOf), looked.signal)
  const byName = new Map([...(theirs ?? []), ...(ours ?? [])].map((hit) => [placeName(hit), hit]))
  return latest.flatMap((use) => byName.get(placeName(use)) ?? []).slice(0, OFFERED)
}

async function ourHits(
  tx: Prisma.TransactionClient,
  actor: Actor,
  keysOf: (kind: PlaceKind) => string[],
): Promise<Hit[]> {
  const rows = await tx.$queryRaw<{ kind: 'cause' | 'view' | 'batch'; key: string; title: string }[]>(Prisma.sql`
    select 'cause' as kind, c.id as key, c.title from mastra_admin.issue_cause c where c.id = any(${keysOf('cause')}::text[])
    union all select 'view', v.id::text, v.name from mastra_admin.saved_view v
      where v.id::text = any(${keysOf('view')}::text[]) and (v.shared or v.owner_id = ${actor.id})
    union all select 'batch', b.id::text, 'Batch of ' || b.total || ' records' from mastra_admin.batch b
      where b.id::text = any(${keysOf('batch')}::text[])`)
  const hrefs = { cause: routes.issue, view: routes.view, batch: routes.batch }
  const words = { cause: 'Cause', view: 'View', batch: 'Batch' }
  const { message } = await maskPolicy(actor)
  return rows.map(({ kind, key, title }) => ({
    kind,
    key,
    title: kind === 'cause' ? message(title) : title,
    detail: words[kind],
    href: hrefs[kind](key),
  }))
}
