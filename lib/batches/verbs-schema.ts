import { z } from 'zod'
import type { AuditAction } from '../audit/actions'
import type { Permission } from '../auth/permissions'
import type { ChangeableField } from '../records/changeable-fields'

interface Verb {
  /** What it does, as its button says. */
  label: string
  /** Begins the sentence that tells how many it has changed. */
  done: string
  permission: Permission
  field: ChangeableField
  /** What its entries in the trail are called. */
  action: AuditAction
  /** What takes it back. */
  inverse: BatchVerb
}

export const BATCH_VERB_NAMES = ['soft-delete', 'restore', 'archive', 'unarchive', 'set-enrichment'] as const
export type BatchVerb = (typeof BATCH_VERB_NAMES)[number]
export const batchVerb = z.enum(BATCH_VERB_NAMES, 'There is no such bulk action.')

/** What can be done to many records at once. */
export const BATCH_VERBS: Readonly<Record<BatchVerb, Verb>> = {
  'soft-delete': {
    label: 'Soft-delete',
    done: 'Soft-deleted',
    permission: 'records:delete',
    field: 'deletedAt',
    action: 'record.soft-delete',
    inverse: 'restore',
  },
  restore: {
    label: 'Restore',
    done: 'Restored',
    permission: 'records:restore',
    field: 'deletedAt',
    action: 'record.restore',
    inverse: 'soft-delete',
  },
  archive: {
    label: 'Archive',
    done: 'Archived',
    permission: 'records:archive',
    field: 'status',
    action: 'record.archive',
    inverse: 'unarchive',
  },
  unarchive: {
    label: 'Unarchive',
    done: 'Unarchived',
    permission: 'records:archive',
    field: 'status',
    action: 'record.unarchive',
    inverse: 'archive',
  },
  'set-enrichment': {
    label: 'Set enrichment',
    done: 'Set the enrichment of',
    permission: 'records:set-enrichment',
    field: 'enrichmentStatus',
    action: 'record.set-enrichment',
    inverse: 'set-enrichment',
  },
}

/** The verb in words, with what it sets: `Set enrichment to PENDING`. */
export function verbText(verb: BatchVerb, value: string | null): string {
  return value === null ? BATCH_VERBS[verb].label : `${BATCH_VERBS[verb].label} to ${value}`
}
