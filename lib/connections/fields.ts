import { HEALTH_STATES } from '../health/dto'
import type { FieldDefinition } from '../query/fields'
import type { SortableField } from '../table/sort'

/** What a filter can ask of a connection. The keys of `fields-sql.ts` are these names. */
export const CONNECTION_FIELDS: readonly FieldDefinition[] = [
  { name: 'id', label: 'Id', kind: 'text', match: 'exact' },
  { name: 'name', label: 'Integration', kind: 'text', description: 'The external system, such as GITHUB' },
  { name: 'connectionId', label: 'End user', kind: 'text', description: 'Your reference for the end user' },
  { name: 'issues', label: 'Issues', kind: 'textArray', match: 'contains', description: 'Text in any of its issues' },
  { name: 'issueCount', label: 'Number of issues', kind: 'count' },
  {
    name: 'health',
    label: 'Health',
    kind: 'enum',
    values: HEALTH_STATES,
    description: 'Whether it goes on by its own habit',
  },
  {
    name: 'quietSince',
    label: 'Quiet since',
    kind: 'date',
    description: 'Since when it has been silent for longer than usual',
  },
  {
    name: 'lastSeenAt',
    label: 'Last seen',
    kind: 'date',
    description: 'A record created or a sync, as far as is known',
  },
  {
    name: 'syncConfig',
    label: 'Sync configuration',
    kind: 'json',
    description: 'A value in it: syncConfig.interval:60',
  },
  { name: 'subscriptionId', label: 'Subscription', kind: 'text', match: 'exact' },
  { name: 'createdAt', label: 'Created', kind: 'date' },
  { name: 'updatedAt', label: 'Updated', kind: 'date' },
  { name: 'lastSyncAt', label: 'Last sync', kind: 'date', description: 'Unknown where Mastra did not record it' },
  { name: 'credential.type', label: 'Credential type', kind: 'text' },
  { name: 'credential.scope', label: 'Credential scope', kind: 'textArray' },
  { name: 'entity.type', label: 'Entity type', kind: 'text' },
  { name: 'entity.id', label: 'Entity id', kind: 'text', match: 'exact' },
]

export const CONNECTION_SORTS = [
  { name: 'name', label: 'Integration', nullable: false },
  { name: 'connectionId', label: 'End user', nullable: false },
  { name: 'issueCount', label: 'Issues', nullable: false },
  { name: 'quietSince', label: 'Quiet since', nullable: true },
  { name: 'lastSeenAt', label: 'Last seen', nullable: true },
  { name: 'createdAt', label: 'Created', nullable: false },
  { name: 'updatedAt', label: 'Updated', nullable: true },
  { name: 'lastSyncAt', label: 'Last sync', nullable: true },
  { name: 'id', label: 'Id', nullable: false },
] as const satisfies readonly SortableField[]
