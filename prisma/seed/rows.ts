import type { PropertyType, RecordEnrichmentStatus, RecordStatus } from '@/lib/db/generated/enums'

/** Rows of Mastra's tables as they are inserted. JSON columns are text, so that a document is stored as it was written. */
export interface ConnectionRow {
  id: string
  name: string
  issues: string[]
  syncConfig: string | null
  createdAt: Date
  updatedAt: Date | null
  lastSyncAt: Date | null
  subscriptionId: string | null
  connectionId: string
}

export interface CredentialRow {
  id: string
  type: string
  value: string
  scope: string[]
  k_id: string
}

export interface EntityRow {
  id: string
  type: string
  createdAt: Date
  updatedAt: Date | null
  createdBy: string
  lastSyncId: string | null
  k_id: string
}

export interface PropertyRow {
  id: string
  name: string
  displayName: string
  visible: boolean
  config: string | null
  description: string | null
  type: PropertyType
  order: number
  modifiable: boolean
  parentId: string | null
  entityId: string
}

export interface RecordRow {
  id: string
  externalId: string | null
  data: string
  source: string
  entityType: string
  entityId: string | null
  status: RecordStatus
  enrichmentStatus: RecordEnrichmentStatus
  deletedAt: Date | null
  createdAt: Date
  updatedAt: Date | null
}
