import type { PropertyType } from '@/lib/property/property-type'
import { isSystemColumn, keysOf, RECORD_COLUMNS, type RecordColumn } from '@/lib/records/columns'
import type { ColumnChoice } from '@/lib/records/columns-dto'
import type { PropertyColumn } from '@/lib/records/property-dto'

/** What a column is called: as Mastra's table has it, as its property is displayed, or by its path where no property names it. */
export function headingOf(name: RecordColumn, properties: readonly PropertyColumn[]): string {
  if (isSystemColumn(name)) return RECORD_COLUMNS.find((column) => column.name === name)?.label ?? name
  const property = properties.find((known) => known.name === name)
  return property ? property.label : name.slice('data'.length).replace(/^\./, '')
}

/** The same for columns beside each other, with the key wherever two would be called the same. */
export function headingsOf(columns: readonly ColumnChoice[], properties: readonly PropertyColumn[]): string[] {
  const headings = columns.map(({ name }) => headingOf(name, properties))
  return columns.map(({ name }, place) => {
    const heading = headings[place] ?? name
    const isAlone = headings.indexOf(heading) === headings.lastIndexOf(heading)
    return isAlone || isSystemColumn(name) ? heading : `${heading} (${keysOf(name).join('.')})`
  })
}

const SYSTEM_WIDTHS: Record<(typeof RECORD_COLUMNS)[number]['name'], number> = {
  id: 136,
  entityType: 136,
  externalId: 160,
  source: 136,
  status: 112,
  enrichmentStatus: 128,
  'connection.name': 136,
  'connection.connectionId': 176,
  createdAt: 136,
  updatedAt: 136,
  deletedAt: 136,
  data: 448,
}

const TYPED_WIDTHS: Partial<Record<PropertyType, number>> = {
  LONG_TEXT: 288,
  MULTI_SELECT: 240,
  BADGE_LIST: 240,
  COMPOSITE: 256,
  ENRICHMENT: 256,
  JSON_OBJECT: 256,
  JSON_ARRAY: 256,
  URL: 224,
  DATE: 168,
  NUMBER: 112,
  FLOAT: 112,
  CURRENCY: 128,
  CHECKBOX: 96,
  BOOLEAN: 96,
}
const USUAL = 184
/** Sixteenths of the text size that a heading needs for each character, and for what stands beside it. */
const HEADING = { character: 7.5, beside: 64, most: 256 }

/** How wide a column is unless someone made it wider: as its type needs, and its heading. */
export function usualWidth(name: RecordColumn, heading: string, type: PropertyType | null): number {
  if (isSystemColumn(name)) return SYSTEM_WIDTHS[name]
  const needed = Math.min(HEADING.most, Math.ceil(heading.length * HEADING.character) + HEADING.beside)
  return Math.max(type ? (TYPED_WIDTHS[type] ?? USUAL) : USUAL, needed)
}
