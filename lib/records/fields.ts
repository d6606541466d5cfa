import type { FieldDefinition } from '../query/fields'
import type { SortableField } from '../table/sort'

export const RECORD_STATUSES = ['ACTIVE', 'ARCHIVED'] as const
export const ENRICHMENT_STATUSES = ['PENDING', 'APPLIED', 'UNAPPLIED', 'FAILED'] as const

/** Every field that a filter over records can name. Ids compare exactly, so that an index serves them; words do not mind case. */
export const RECORD_FIELDS: readonly FieldDefinition[] = [
  { name: 'id', label: 'Id', kind: 'text', match: 'exact', description: 'The record’s own id' },
  {
    name: 'externalId',
    label: 'External id',
    kind: 'text',
    match: 'exact',
    description: 'Its id in the system that it came from',
  },
  { name: 'entityType', label: 'Entity type', kind: 'text', description: 'Such as CONTACT or DEAL' },
  { name: 'source', label: 'Source', kind: 'text', description: 'Who made it: an integration, or MANUAL' },
  { name: 'status', label: 'Status', kind: 'enum', values: RECORD_STATUSES },
  { name: 'enrichmentStatus', label: 'Enrichment', kind: 'enum', values: ENRICHMENT_STATUSES },
  { name: 'createdAt', label: 'Created', kind: 'date' },
  { name: 'updatedAt', label: 'Updated', kind: 'date', description: 'Syncs do not move it' },
  { name: 'deletedAt', label: 'Deleted', kind: 'date', description: 'Set while the record is soft-deleted' },
  {
    name: 'data',
    label: 'Data',
    kind: 'json',
    description: 'A value in the document, by its path: data.email, data.items[0].sku',
  },
  { name: 'entityId', label: 'Entity id', kind: 'text', match: 'exact' },
  {
    name: 'entity.id',
    label: 'Entity',
    kind: 'text',
    match: 'exact',
    description: 'The synced object type it belongs to',
  },
  { name: 'entity.type', label: 'Type of the entity', kind: 'text' },
  { name: 'connection.id', label: 'Connection', kind: 'text', match: 'exact' },
  { name: 'connection.name', label: 'Integration', kind: 'text', description: 'Such as GITHUB or HUBSPOT' },
  { name: 'connection.connectionId', label: 'End user', kind: 'text', description: 'The end user’s reference' },
  {
    name: 'in',
    label: 'Imported ids',
    kind: 'text',
    match: 'exact',
    description: 'A selection made from a file of ids',
  },
]

/** What the table can be ordered by: columns of the record itself, which an index can serve. */
export const RECORD_SORTS: readonly SortableField[] = [
  { name: 'id', label: 'Id', nullable: false },
  { name: 'externalId', label: 'External id', nullable: true },
  { name: 'entityType', label: 'Entity type', nullable: false },
  { name: 'source', label: 'Source', nullable: false },
  { name: 'status', label: 'Status', nullable: false },
  { name: 'enrichmentStatus', label: 'Enrichment', nullable: false },
  { name: 'createdAt', label: 'Created', nullable: false },
  { name: 'updatedAt', label: 'Updated', nullable: true },
  { name: 'deletedAt', label: 'Deleted', nullable: true },
]
