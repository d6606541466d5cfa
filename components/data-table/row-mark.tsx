'use client'

import { useMarked } from './row-marks'

/** Says of a row that it changed since it was read; the row itself shows it (data-table.css). */
export function RowMark({ id }: { id: string }) {
  return useMarked(id) ? <span className="row-mark sr-only">Changed since this list was loaded</span> : null
}
