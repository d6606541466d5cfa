import { isSecretPath } from '../mask/secret-keys'
import type { PathStep } from '../query/ast'
import { printListedPath, readPath } from '../query/path-text'
import type { PropertyColumn } from './property-dto'

/** The columns that the record table can show of every record, in the order in which it shows them unless told otherwise. */
export const RECORD_COLUMNS = [
  { name: 'id', label: 'Id' },
  { name: 'entityType', label: 'Entity type' },
  { name: 'externalId', label: 'External id' },
  { name: 'source', label: 'Source' },
  { name: 'status', label: 'Status' },
  { name: 'enrichmentStatus', label: 'Enrichment' },
  { name: 'connection.name', label: 'Integration' },
  { name: 'connection.connectionId', label: 'End user' },
  { name: 'createdAt', label: 'Created' },
  { name: 'updatedAt', label: 'Updated' },
  { name: 'deletedAt', label: 'Deleted' },
  { name: 'data', label: 'Data' },
] as const

export type SystemColumn = (typeof RECORD_COLUMNS)[number]['name']
/** A path into the document as `printListedPath` writes it, so that one value is one column. */
export type DataColumn = `data.${string}` | `data[${string}`
export type RecordColumn = SystemColumn | DataColumn

/** Columns of data that are shown by default at most; the rest can be chosen. */
const MOST_BY_DEFAULT = 20

/**
 * What is shown while the address has no `columns`: everything, but the deletion where nothing is deleted. Records of one entity type
 * show the properties of that type in place of the document and of what is the same in all of them.
 */
export function defaultColumns(
  state: 'live' | 'deleted' | 'all',
  properties: readonly PropertyColumn[] = [],
): RecordColumn[] {
  const isNews = (name: SystemColumn) => name !== 'deletedAt' || state !== 'live'
  const names = RECORD_COLUMNS.map((column) => column.name).filter(isNews)
  const typed = properties.filter((property) => property.byDefault).slice(0, MOST_BY_DEFAULT)
  if (typed.length === 0) return names
  const others = names.filter((name) => !['id', 'entityType', 'source', 'data'].includes(name))
  return ['id', ...typed.map((property) => property.name), ...others]
}

export function isSystemColumn(name: string): name is SystemColumn {
  return RECORD_COLUMNS.some((column) => column.name === name)
}

export function isDataColumn(name: string): name is DataColumn {
  return name.startsWith('data.') || name.startsWith('data[')
}

/** The column of a path below `data`; null for a path with `[*]`, which leads to many values, and for anything else. */
export function dataColumn(text: string): DataColumn | null {
  const steps = readPath(text)
  if (!steps || steps.length < 2 || steps.some((step) => step.type === 'every')) return null
  const name = printListedPath(steps)
  return isDataColumn(name) ? name : null
}

/** The steps of a column below the document itself. */
export function stepsOf(column: DataColumn): PathStep[] {
  return readPath(column)?.slice(1) ?? []
}

/** The same as Postgres and the mask take it: keys, and subscripts as digits. */
export function keysOf(column: DataColumn): string[] {
  return stepsOf(column).map((step) => (step.type === 'key' ? step.key : step.type === 'index' ? `${step.index}` : '*'))
}

/** Whether the table can be ordered by the column: not by elements of lists, and not by what is masked, whose order would tell of it. */
export function isSortableData(column: DataColumn): boolean {
  return stepsOf(column).every((step) => step.type === 'key') && !isSecretPath(keysOf(column))
}
