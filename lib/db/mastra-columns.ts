import 'server-only'

/** Every column of Mastra's tables that the app reads or writes. A test holds this list against Mastra's own migrations. */
export const MASTRA_COLUMNS: Readonly<Record<string, readonly string[]>> = {
  connections: [
    'id',
    'name',
    'issues',
    'syncConfig',
    'createdAt',
    'updatedAt',
    'lastSyncAt',
    'subscriptionId',
    'connectionId',
  ],
  credentials: ['id', 'type', 'value', 'scope', 'k_id'],
  entity: ['id', 'type', 'createdAt', 'updatedAt', 'createdBy', 'lastSyncId', 'k_id'],
  properties: [
    'id',
    'name',
    'displayName',
    'visible',
    'config',
    'description',
    'type',
    'order',
    'modifiable',
    'parentId',
    'entityId',
  ],
  records: [
    'id',
    'externalId',
    'data',
    'source',
    'entityType',
    'entityId',
    'status',
    'enrichmentStatus',
    'deletedAt',
    'createdAt',
    'updatedAt',
  ],
}
