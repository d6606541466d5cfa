import type { TableColumn } from '@/components/data-table/column'
import { PeekCell } from '@/components/peek/peek-cell'
import type { RecordRow } from '@/lib/records/dto'

/** The columns with a button in the first one to peek at the record. */
export function withPeek(columns: readonly TableColumn<RecordRow>[]): TableColumn<RecordRow>[] {
  return columns.map((column, place) =>
    place > 0
      ? column
      : {
          ...column,
          cell: (row) => (
            <PeekCell id={row.id} label={`${row.entityType} ${row.externalId ?? row.id}`}>
              {column.cell(row)}
            </PeekCell>
          ),
        },
  )
}
