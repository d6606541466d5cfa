import type { TableColumn } from '@/components/data-table/column'
import { PropertyValue } from '@/components/property-value/property-value'
import { onDemand } from '@/components/ui/on-demand'
import { isNotWhole } from '@/lib/mask/mask-sign'
import { termOfJson } from '@/lib/query/term-text'
import type { RecordRow } from '@/lib/records/dto'
import type { ColumnLook, DataOfColumn } from './column-looks'
import type { Arrangement } from './record-arranging'
import { type CellContext, narrowed, recordCell } from './record-cell'

/** What the menus of columns hold, and where the other changes of them lead. */
export const columnMenus = onDemand(() => import('./record-column-menu'))

/** The columns as the server describes them, with their menus and cells, each telling value of which narrows the filter to it. */
export function recordColumns(
  looks: readonly ColumnLook[],
  context: CellContext & Arrangement,
): TableColumn<RecordRow>[] {
  return looks.map((look) => ({
    ...look,
    menu: () => columnMenus.now().columnMenu(look.id, context),
    menuNeeds: columnMenus,
    cell: (row) => (look.data === null ? recordCell(look.id, row, context) : dataCell(look.data, row, context)),
  }))
}

function dataCell({ place, field }: DataOfColumn, row: RecordRow, context: CellContext) {
  return (
    <PropertyValue
      view={row.cells[place] ?? null}
      timeZone={context.timeZone}
      hrefFor={(source) => {
        const term = field === null || isNotWhole(source) ? null : termOfJson(field, source)
        return term === null ? null : narrowed(context, term)
      }}
    />
  )
}
