import type { AuditAction } from '../audit/actions'
import type { Permission } from '../auth/permissions'
import type { ChangeableField } from '../records/changeable-fields'

/** What a batch is made of: each kind has a module of its own, see `work.ts`. */
export const BATCH_SUBJECTS = ['record', 'connection'] as const
export type BatchSubject = (typeof BATCH_SUBJECTS)[number]

interface Verb {
  /** What it does, as its button says. */
  label: string
  /** Begins the sentence that tells how many it has changed. */
  done: string
  subject: BatchSubject
  permission: Permission
  /** What its entries in the trail are called. */
  action: AuditAction
  /** What takes it back. */
  inverse: BatchVerb
}

export const RECORD_VERBS = ['soft-delete', 'restore', 'archive', 'unarchive', 'set-enrichment'] as const
export type RecordVerb = (typeof RECORD_VERBS)[number]
/** The second is only what takes back the first. */
export const CONNECTION_VERBS = ['clear-issues', 'put-back-issues'] as const
export type ConnectionVerb = (typeof CONNECTION_VERBS)[number]
export type BatchVerb = RecordVerb | ConnectionVerb

export function isRecordVerb(verb: BatchVerb): verb is RecordVerb {
  return RECORD_VERBS.some((name) => name === verb)
}

/** The column that each verb over records sets. */
export const RECORD_FIELDS: Readonly<Record<RecordVerb, ChangeableField>> = {
  'soft-delete': 'deletedAt',
  restore: 'deletedAt',
  archive: 'status',
  unarchive: 'status',
  'set-enrichment': 'enrichmentStatus',
}

/** What can be done to many records or connections at once. */
export const BATCH_VERBS: Readonly<Record<BatchVerb, Verb>> = {
  'soft-delete': {
    label: 'Soft-delete',
    done: 'Soft-deleted',
    subject: 'record',
    permission: 'records:delete',
    action: 'record.soft-delete',
    inverse: 'restore',
  },
  restore: {
    label: 'Restore',
    done: 'Restored',
    subject: 'record',
    permission: 'records:restore',
    action: 'record.restore',
    inverse: 'soft-delete',
  },
  archive: {
    label: 'Archive',
    done: 'Archived',
    subject: 'record',
    permission: 'records:archive',
    action: 'record.archive',
    inverse: 'unarchive',
  },
  unarchive: {
    label: 'Unarchive',
    done: 'Unarchived',
    subject: 'record',
    permission: 'records:archive',
    action: 'record.unarchive',
    inverse: 'archive',
  },
  'set-enrichment': {
    label: 'Set enrichment',
    done: 'Set the enrichment of',
    subject: 'record',
    permission: 'records:set-enrichment',
    action: 'record.set-enrichment',
    inverse: 'set-enrichment',
  },
  'clear-issues': {
    label: 'Clear issues',
    done: 'Cleared issues of',
    subject: 'connection',
    permission: 'connections:clear-issues',
    action: 'connection.clear-issues',
    inverse: 'put-back-issues',
  },
  'put-back-issues': {
    label: 'Put back issues',
    done: 'Put back issues of',
    subject: 'connection',
    permission: 'connections:clear-issues',
    action: 'connection.put-back-issues',
    inverse: 'clear-issues',
  },
}

/** The verb in words, with what it sets: `Set enrichment to PENDING`. */
export function verbText(verb: BatchVerb, value: string | null): string {
  return value === null ? BATCH_VERBS[verb].label : `${BATCH_VERBS[verb].label} to ${value}`
}
