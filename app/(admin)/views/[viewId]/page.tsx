import { notFound, redirect } from 'next/navigation'
import { requireActor } from '@/lib/auth/actor'
import { idFromSegment } from '@/lib/id-from-segment'
import { findView } from '@/lib/views/queries'
import { viewInput } from '@/lib/views/schema'
import { knownQuery, viewHref } from '@/lib/views/search-params'

/** Leads on to the table that the view is of, in its state: what the audit trail and messages can name. */
export default async function ViewPage({ params }: { params: Promise<{ viewId: string }> }) {
  const actor = await requireActor()
  const input = viewInput.safeParse({ viewId: idFromSegment((await params).viewId) })
  const view = input.success ? await findView(actor, input.data.viewId) : null
  if (!view) notFound()
  const { query } = knownQuery(view.table, view.query, { now: new Date(), timeZone: 'UTC' })
  redirect(viewHref(view.table, { id: view.id, query }))
}
