import { type Allowed, can, type Permission } from '../auth/permissions'

/** Everything that can stand in the audit trail. A closed list: a verb that is not here does not compile. */
export const AUDIT_ACTIONS = {
  'record.soft-delete': { label: 'Soft-deleted record', subject: 'record' },
  'record.restore': { label: 'Restored record', subject: 'record' },
  'record.archive': { label: 'Archived record', subject: 'record' },
  'record.unarchive': { label: 'Unarchived record', subject: 'record' },
  'record.set-enrichment': { label: 'Set enrichment of record', subject: 'record' },
  'record.edit': { label: 'Edited record', subject: 'record' },
  'record.create': { label: 'Created record', subject: 'record' },
  'record.reveal': { label: 'Revealed value of record', subject: 'record' },
  'connection.reveal': { label: 'Revealed value of connection', subject: 'connection' },
  'masking.add': { label: 'Added masking rule', subject: 'rule' },
  'masking.change': { label: 'Changed masking rule', subject: 'rule' },
  'masking.remove': { label: 'Removed masking rule', subject: 'rule' },
  'record.import-ids': { label: 'Imported ids', subject: 'user' },
  'batch.start': { label: 'Started batch', subject: 'batch' },
  'batch.pause': { label: 'Paused batch', subject: 'batch' },
  'batch.resume': { label: 'Resumed batch', subject: 'batch' },
  'batch.cancel': { label: 'Cancelled batch', subject: 'batch' },
  'connection.clear-issues': { label: 'Cleared issues', subject: 'connection' },
  'connection.put-back-issues': { label: 'Put back issues', subject: 'connection' },
  'issue.mute': { label: 'Muted cause', subject: 'issue' },
  'issue.unmute': { label: 'Unmuted cause', subject: 'issue' },
  'issue.assign': { label: 'Assigned cause', subject: 'issue' },
  'issue.link-ticket': { label: 'Linked cause to a ticket', subject: 'issue' },
  'note.add': { label: 'Added note', subject: 'note' },
  'note.remove': { label: 'Removed note', subject: 'note' },
  'notice.add': { label: 'Added channel', subject: 'notice' },
  'notice.change': { label: 'Changed channel', subject: 'notice' },
  'notice.pause': { label: 'Paused channel', subject: 'notice' },
  'notice.resume': { label: 'Resumed channel', subject: 'notice' },
  'notice.delete': { label: 'Deleted channel', subject: 'notice' },
  'notice.put-back': { label: 'Put back channel', subject: 'notice' },
  'notice.rotate': { label: 'Made a new secret for channel', subject: 'notice' },
  'notice.test': { label: 'Tested channel', subject: 'notice' },
  'notice.send-again': { label: 'Sent a message again', subject: 'notice' },
  'notice.switch-off': { label: 'Channel was switched off', subject: 'notice' },
  'export.begin': { label: 'Began export', subject: 'export' },
  'export.complete': { label: 'Completed export', subject: 'export' },
  'export.cancel': { label: 'Deleted file of export', subject: 'export' },
  'export.fetch': { label: 'Downloaded export', subject: 'export' },
  'export.break-off': { label: 'Export interrupted', subject: 'export' },
  'view.save': { label: 'Saved view', subject: 'view' },
  'view.change': { label: 'Changed view', subject: 'view' },
  'view.rename': { label: 'Renamed view', subject: 'view' },
  'view.share': { label: 'Shared view', subject: 'view' },
  'view.unshare': { label: 'Stopped sharing view', subject: 'view' },
  'view.set-default': { label: 'Made view a default', subject: 'view' },
  'view.clear-default': { label: 'Made view no default', subject: 'view' },
  'view.delete': { label: 'Deleted view', subject: 'view' },
  'view.put-back': { label: 'Put back view', subject: 'view' },
  'index.add': { label: 'Requested build of index', subject: 'index' },
  'index.drop': { label: 'Requested drop of index', subject: 'index' },
  'trigger.add': { label: 'Added trigger', subject: 'trigger' },
  'trigger.drop': { label: 'Dropped trigger', subject: 'trigger' },
  'token.make': { label: 'Made token', subject: 'token' },
  'token.revoke': { label: 'Revoked token', subject: 'token' },
  'token.refuse': { label: 'Refused token', subject: 'token' },
  'user.set-up': { label: 'Created the first administrator', subject: 'user' },
  'user.add': { label: 'Added user', subject: 'user' },
  'user.invite': { label: 'Invited user', subject: 'user' },
  'user.withdraw': { label: 'Withdrew invitation', subject: 'user' },
  'user.make-link': { label: 'Made a link for user', subject: 'user' },
  'user.ask-reset': { label: 'Asked for a new password', subject: 'user' },
  'user.send-link': { label: 'Sent a link to user', subject: 'user' },
  'user.use-link': { label: 'Chose a password by a link', subject: 'user' },
  'user.refuse-link': { label: 'Refused a link of user', subject: 'user' },
  'user.change-role': { label: 'Changed role', subject: 'user' },
  'user.disable': { label: 'Disabled user', subject: 'user' },
  'user.enable': { label: 'Enabled user', subject: 'user' },
  'user.change-password': { label: 'Changed their own password', subject: 'user' },
  'user.set-password': { label: 'Set password', subject: 'user' },
  'audit.prune': { label: 'Let go of old entries', subject: 'user' },
  'filter.masked': { label: 'Filtered by a masked value', subject: 'user' },
  'access.refuse': { label: 'Was refused', subject: 'user' },
  'session.sign-in': { label: 'Signed in', subject: 'user' },
  'session.fail': { label: 'Sign-in failed', subject: 'user' },
  'codes.turn-on': { label: 'Turned on one-time codes', subject: 'user' },
  'codes.turn-off': { label: 'Turned off one-time codes', subject: 'user' },
  'codes.renew-recovery': { label: 'Made new recovery codes', subject: 'user' },
  'codes.reset': { label: 'Reset one-time codes', subject: 'user' },
  'user.change-rules': { label: 'Changed the rules for signing in', subject: 'user' },
  'session.sign-out': { label: 'Signed out', subject: 'user' },
  'session.prove': { label: 'Confirmed that it is them', subject: 'user' },
  'session.end': { label: 'Ended session of user', subject: 'user' },
} as const satisfies Record<string, { label: string; subject: SubjectType }>

export type AuditAction = keyof typeof AUDIT_ACTIONS
export const SUBJECT_TYPES = [
  'record',
  'connection',
  'batch',
  'issue',
  'note',
  'notice',
  'export',
  'view',
  'index',
  'trigger',
  'rule',
  'token',
  'user',
] as const
export type SubjectType = (typeof SUBJECT_TYPES)[number]

/** Actions whose effect the trail offers to take back. */
export const UNDOABLE_ACTIONS = [
  'record.soft-delete',
  'record.restore',
  'record.archive',
  'record.unarchive',
  'record.set-enrichment',
  'record.edit',
  'record.create',
  'connection.clear-issues',
  'connection.put-back-issues',
  'masking.add',
  'masking.change',
  'masking.remove',
  'user.change-role',
] as const satisfies readonly AuditAction[]
export type UndoableAction = (typeof UNDOABLE_ACTIONS)[number]

export function isAuditAction(value: string): value is AuditAction {
  return Object.hasOwn(AUDIT_ACTIONS, value)
}

export function isUndoable(value: string): value is UndoableAction {
  return UNDOABLE_ACTIONS.some((action) => action === value)
}

/** What taking it back needs beyond `audit:undo`, as doing it did. */
const UNDO_NEEDS: Partial<Record<UndoableAction, Permission>> = {
  'masking.add': 'masking:manage',
  'masking.change': 'masking:manage',
  'masking.remove': 'masking:manage',
  'user.change-role': 'users:manage',
}

/** Whether it is of a kind that can be taken back, and not one that only others may. */
export function isUndoableBy(allowed: Allowed, action: string): boolean {
  if (!isUndoable(action)) return false
  const needed = UNDO_NEEDS[action]
  return needed === undefined || can(allowed, needed)
}
