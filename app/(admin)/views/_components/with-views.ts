import 'server-only'
import { redirect } from 'next/navigation'
import type { Actor } from '@/lib/auth/actor'
import type { RawParams } from '@/lib/table/table-params'
import type { ViewRow } from '@/lib/views/dto'
import { listViews } from '@/lib/views/queries'
import { BUILT_IN_VIEWS, isBare, knownQuery, type ViewTable, viewHref } from '@/lib/views/search-params'

/**
 * The views of a table, and what its address asks for. An address that says nothing leads on to the default view of the person's role,
 * if there is one; then every other address names a view, so that the one without a filter can be told from the one that says nothing.
 */
export async function withViews(
  actor: Actor,
  table: ViewTable,
  raw: RawParams,
): Promise<{ raw: RawParams; views: ViewRow[] }> {
  const views = await listViews(actor, table)
  const chosen = views.find(({ defaultFor }) => defaultFor.includes(actor.role))
  if (!chosen) return { raw, views }
  if (isBare(raw)) {
    const { query } = knownQuery(table, chosen.query, { now: new Date(), timeZone: 'UTC' })
    redirect(viewHref(table, { id: chosen.id, query }))
  }
  return { raw: { ...raw, view: raw.view ?? BUILT_IN_VIEWS[table][0].id }, views }
}
