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
  // One statement: every page of a table waits for it.
  const views = await database().$queryRaw<(ViewRow & { defaultFor: string[] })[]>`
    select v.id::text as id, v.name, v.query, v.shared, v.owner_id = ${actor.id} as "isOwn", v.owner_email as "ownerEmail",
      array(select d.role from mastra_admin.default_view d where d.view_id = v.id order by d.role) as "defaultFor"
    from mastra_admin.saved_view v where v.table_name = ${table} and (v.shared or v.owner_id = ${actor.id})
    order by v.shared, lower(v.name), v.id limit ${VIEWS_SHOWN}`
  return views.map((view) => ({ ...view, defaultFor: view.defaultFor.filter(isRole) }))
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
