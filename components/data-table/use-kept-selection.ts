import type { RowSelectionState } from '@tanstack/react-table'
import { useEffect, useState } from 'react'
import { isReturn, keep, keptHere } from '../kept-place'

/** The selected rows by id; on Back those that were selected when the person left. Ids that are not on the page are of no effect. */
export function useKeptSelection() {
  const [selection, setSelection] = useState<RowSelectionState>(() =>
    isReturn() ? Object.fromEntries((keptHere().selected ?? []).map((id) => [id, true])) : {},
  )
  useEffect(() => keep({ selected: Object.keys(selection).filter((id) => selection[id]) }), [selection])
  return [selection, setSelection] as const
}
