import 'server-only'
import type { Actor } from '../auth/actor'
import { authorize, isRole } from '../auth/permissions'
import { database } from '../db/client'
import type { ViewRow } from './dto'
import { asViewTable, type ViewTable } from './search-params'

/** More than a menu is good for; a hundred are the person's own at most, and shared ones are an administrator's work. */
const VIEWS_SHOWN = 500

/** The views of a table that this person sees, their own before shared ones, each group by name. Throws FORBIDDEN. */
export async function listViews(actor: Actor, table: ViewTable): Promise<ViewRow[]> {
  authorize(actor, `${table}:read`)
  const views = await database().savedView.findMany({
    where: { table, OR: [{ ownerId: actor.id }, { shared: true }] },
    include: { defaults: { select: { role: true } } },
    orderBy: [{ shared: 'asc' }, { name: 'asc' }, { id: 'asc' }],
    take: VIEWS_SHOWN,
  })
  return views.map(({ id, name, query, shared, ownerId, ownerEmail, defaults }) => ({
    id,
    name,
    query,
    shared,
    isOwn: ownerId === actor.id,
    ownerEmail,
    defaultFor: defaults.map(({ role }) => role).filter(isRole),
  }))
}

/** What this person gets of a table without saying how; null when nothing was chosen for their role. Throws FORBIDDEN. */
export async function defaultViewOf(actor: Actor, table: ViewTable): Promise<{ id: string; query: string } | null> {
  authorize(actor, `${table}:read`)
  const chosen = await database().defaultView.findUnique({
    where: { table_role: { table, role: actor.role } },
    select: { view: { select: { id: true, query: true } } },
  })
  return chosen?.view ?? null
}

/** Where a view is to be found; null for one that does not exist or that someone else keeps to themselves. */
export async function findView(
  actor: Actor,
  viewId: string,
): Promise<{ id: string; table: ViewTable; query: string } | null> {
  const view = await database().savedView.findFirst({
    where: { id: viewId, OR: [{ ownerId: actor.id }, { shared: true }] },
  })
  if (!view) return null
  const table = asViewTable(view.table)
  authorize(actor, `${table}:read`)
  return { id: view.id, table, query: view.query }
}
