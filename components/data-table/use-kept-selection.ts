import { useEffect, useState } from 'react'
import { isReturn, keep, keptHere } from '../kept-place'

interface Selection<Row> {
  list: string
  chosen: ReadonlyMap<string, Row>
  /** Whether every row of the list is meant, also those on pages that were never looked at. */
  all: boolean
}

interface KeptSelection<Row> {
  /** The ids of the selected rows, those of other pages among them. */
  ids: ReadonlySet<string>
  /** The selected rows, those of the present page as they are now. */
  chosen: Row[]
  all: boolean
  toggle: (id: string) => void
  choose: (ids: readonly string[]) => void
  drop: (ids: readonly string[]) => void
  chooseAll: () => void
  clear: () => void
}

/**
 * The selected rows of a list. They stay selected on its other pages, are there again on Back, and are forgotten with the list: what
 * is selected is never more than the filter in sight.
 */
export function useKeptSelection<Row>({
  list,
  rows,
  idOf,
}: {
  list: string
  rows: readonly Row[]
  idOf: (row: Row) => string
}): KeptSelection<Row> {
  const none = { list, chosen: new Map<string, Row>(), all: false }
  const [held, setHeld] = useState<Selection<Row>>(() =>
    isReturn() ? { ...none, chosen: new Map(keptHere().selected) as Map<string, Row> } : none,
  )
  const here = held.list === list ? held : null
  const selection = here ?? none
  useEffect(() => keep({ selected: [...(here?.chosen ?? [])] }), [here])
  const onPage = new Map(rows.map((row) => [idOf(row), row]))
  const change = (edit: (chosen: Map<string, Row>) => void) => {
    const chosen = new Map(selection.chosen)
    edit(chosen)
    setHeld({ list, chosen, all: false })
  }
  const add = (chosen: Map<string, Row>, id: string) => {
    const row = onPage.get(id)
    if (row) chosen.set(id, row)
  }
  return {
    ids: new Set(selection.all ? onPage.keys() : selection.chosen.keys()),
    chosen: [...selection.chosen].map(([id, row]) => onPage.get(id) ?? row),
    all: selection.all,
    toggle: (id) => change((chosen) => (chosen.delete(id) ? undefined : add(chosen, id))),
    choose: (ids) =>
      change((chosen) => {
        for (const id of ids) add(chosen, id)
      }),
    drop: (ids) =>
      change((chosen) => {
        for (const id of ids) chosen.delete(id)
      }),
    chooseAll: () => setHeld({ ...selection, all: true }),
    clear: () => setHeld(none),
  }
}
