/** The columns that the record table can show, in the order in which it shows them unless told otherwise. */
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

export type RecordColumn = (typeof RECORD_COLUMNS)[number]['name']

/** What is shown while the address has no `columns`: everything, but the deletion where nothing is deleted. */
export function defaultColumns(state: 'live' | 'deleted' | 'all'): RecordColumn[] {
  const names = RECORD_COLUMNS.map((column) => column.name)
  return state === 'live' ? names.filter((name) => name !== 'deletedAt') : names
}

export function isRecordColumn(name: string): name is RecordColumn {
  return RECORD_COLUMNS.some((column) => column.name === name)
}
