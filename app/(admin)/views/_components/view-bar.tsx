import type { Actor } from '@/lib/auth/actor'
import { can } from '@/lib/auth/permissions'
import type { Clock } from '@/lib/query/dates'
import type { RawParams } from '@/lib/table/table-params'
import type { ViewRow } from '@/lib/views/dto'
import { BUILT_IN_VIEWS, knownQuery, type ViewTable, viewHref, viewQuery } from '@/lib/views/search-params'
import { ViewControls } from './view-controls'

interface ViewBarProps {
  actor: Actor
  table: ViewTable
  raw: RawParams
  views: readonly ViewRow[]
  clock: Clock
  /** Whether the address was understood: only then can it be kept as a view. */
  understood: boolean
}

/** Which view of the table is in use, whether it shows something else by now, and the way to the others. */
export function ViewBar({ actor, table, raw, views, clock, understood }: ViewBarProps) {
  const state = viewQuery(table, raw)
  const choices = views.map((view) => {
    const { query } = knownQuery(table, view.query, clock)
    return { ...view, known: query, href: viewHref(table, { id: view.id, query }) }
  })
  const current = choices.find(({ id }) => id === raw.view) ?? null
  const builtIn = BUILT_IN_VIEWS[table].map((view) => ({
    name: view.name,
    href: viewHref(table, view),
    current: current === null && view.query === state,
  }))
  return (
    <ViewControls
      table={table}
      state={state}
      canSave={understood}
      mayShare={can(actor, 'views:share')}
      choices={choices}
      builtIn={builtIn}
      current={current && { ...current, isChanged: !understood || state !== current.known }}
    />
  )
}
