import type { TableColumn } from '@/components/data-table/column'
import { NumberText } from '@/components/number-text'
import type { Seen } from '@/lib/metrics/read-histogram'
import { boundText, inMilliseconds } from './duration'

/** How many, what one took on average, and what most stayed within. */
export function seenColumns<Row extends Seen>(locale: string): TableColumn<Row>[] {
  return [
    { id: 'count', header: 'Number', align: 'right', cell: ({ count }) => <NumberText value={count} /> },
    {
      id: 'mean',
      header: 'On average',
      align: 'right',
      cell: ({ total, count }) => inMilliseconds(locale, total / count),
    },
    { id: 'within', header: '95 of 100 within', align: 'right', cell: ({ within }) => boundText(locale, within) },
  ]
}
