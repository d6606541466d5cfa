import type { Role } from '@/lib/auth/permissions'
import type { ErrorCode } from '@/lib/errors'

/** From which role on; or a stranger too. Said here anew and not read from lib/auth/permissions.ts, which could be wrong. */
export type Least = Role | 'anyone'

export interface ActionRow {
  least: Least
  /** An input that the action understands. Where nothing is said of it, what it names is not there. */
  input: unknown
  /** What whoever may do it is answered. */
  answer: 'ok' | ErrorCode
}

/** A batch that is over: what may be done to one depends on what it does. */
export const BATCH = '01890000-0000-7000-8000-00000000ba7c'

const id = '01890000-0000-7000-8000-000000000000'
const cause = '0'.repeat(32)
const key = '0'.repeat(64)
const record = 'cnosuchrecord0000000000000'
const now = '2026-01-01T00:00:00.000Z'
const effect = { shown: 'masked' }
const password = 'a password of the matrix'
const settings = { events: ['new'], threshold: 10, integrations: [], quiet: null, interval: 5 }
const over = { kind: 'selection', records: [{ id: record, deletedAt: null }] }
const channel = { kind: 'webhook', name: 'of the matrix', settings, address: 'https://receiver.example/hook' }
const rules = { codesFor: [], proofFrom: 500_000 }
const seenAt = { q: '', now, timeZone: 'UTC' }

const row = (least: Least, answer: ActionRow['answer'], input: unknown): ActionRow => ({ least, answer, input })

/** Every server action. What this leaves out, or has too much, lib/auth/matrix.test.ts tells. */
export const ACTIONS: Readonly<Record<string, ActionRow>> = {
  // There is no mail server here.
  askResetAction: row('anyone', 'INVALID', { email: 'nobody@matrix.example' }),
  lookAtLinkAction: row('anyone', 'ok', { token: 'none' }),
  choosePasswordAction: row('anyone', 'NOT_FOUND', { token: 'none', password }),
  setUpAction: row('anyone', 'NOT_FOUND', { token: 'none', email: 'nobody@matrix.example', password }),

  keepHelpAction: row('SUPPORT', 'ok', { part: 'tour', shown: false }),
  changePasswordAction: row('SUPPORT', 'INVALID', { current: 'not this one', password }),
  proveAction: row('SUPPORT', 'INVALID', { password: 'not this one', code: '' }),
  beginCodesAction: row('SUPPORT', 'ok', {}),
  confirmCodesAction: row('SUPPORT', 'INVALID', { code: '000000' }),
  turnOffCodesAction: row('SUPPORT', 'ok', {}),
  renewRecoveryAction: row('SUPPORT', 'CONFLICT', {}),
  makeTokenAction: row('SUPPORT', 'ok', { name: 'of the matrix', scopes: ['records:read'], days: 1 }),
  revokeTokenAction: row('SUPPORT', 'NOT_FOUND', { tokenId: id }),
  endSessionAction: row('SUPPORT', 'ok', { sessionId: id }),
  endSessionsAction: row('SUPPORT', 'ok', {}),
  keepExportAction: row('SUPPORT', 'ok', {
    table: 'records',
    format: 'csv',
    timeZone: 'UTC',
    params: { q: 'entityType:NONE' },
  }),
  cancelExportAction: row('SUPPORT', 'NOT_FOUND', { id }),
  saveViewAction: row('SUPPORT', 'ok', { table: 'records', name: 'Of the matrix', query: '', shared: false }),
  changeViewAction: row('SUPPORT', 'NOT_FOUND', { viewId: id, query: '', seen: '' }),
  renameViewAction: row('SUPPORT', 'NOT_FOUND', { viewId: id, name: 'a', seen: 'b' }),
  duplicateViewAction: row('SUPPORT', 'NOT_FOUND', { viewId: id }),
  deleteViewAction: row('SUPPORT', 'NOT_FOUND', { viewId: id }),
  putBackViewAction: row('SUPPORT', 'NOT_FOUND', { correlationId: id }),
  addNoteAction: row('SUPPORT', 'ok', { subjectType: 'customer', subjectId: 'matrix', text: 'A note.' }),
  removeNoteAction: row('SUPPORT', 'NOT_FOUND', { noteId: id }),
  putBackNoteAction: row('SUPPORT', 'NOT_FOUND', { noteId: id }),
  beginIdSetAction: row('SUPPORT', 'ok', { name: 'of the matrix', kind: 'id' }),
  addIdsAction: row('SUPPORT', 'NOT_FOUND', { setId: id, ids: ['a'] }),
  endIdSetAction: row('SUPPORT', 'NOT_FOUND', { setId: id }),

  undoAction: row('OPERATOR', 'NOT_FOUND', { entryId: id }),
  softDeleteRecordsAction: row('OPERATOR', 'ok', { ids: [record] }),
  restoreRecordsAction: row('OPERATOR', 'ok', { records: [{ id: record, deletedAt: now }] }),
  editRecordAction: row('OPERATOR', 'NOT_FOUND', {
    id: record,
    changes: [{ path: ['data', 'a'], from: null, to: '1' }],
  }),
  revertRecordAction: row('OPERATOR', 'NOT_FOUND', { id: record, entryId: id }),
  createRecordAction: row('OPERATOR', 'NOT_FOUND', {
    entityId: 'none',
    data: '{}',
    externalId: null,
    status: 'ACTIVE',
    enrichmentStatus: 'UNAPPLIED',
  }),
  keepTwinAction: row('OPERATOR', 'CONFLICT', {
    externalId: 'a',
    entityId: 'b',
    keep: 'c',
    seen: [
      { id: 'c', version: '1' },
      { id: 'd', version: '1' },
    ],
  }),
  clearIssuesAction: row('OPERATOR', 'NOT_FOUND', { connectionId: 'none', seen: [key] }),
  prepareBatchAction: row('OPERATOR', 'ok', { verb: 'archive', over }),
  previewSoonAction: row('OPERATOR', 'ok', { verb: 'archive', over }),
  prepareUndoAction: row('OPERATOR', 'NOT_FOUND', { batchId: id, ...seenAt }),
  // Only whoever prepared it may start it.
  startBatchAction: row('OPERATOR', 'FORBIDDEN', { batchId: BATCH }),
  runSoonAction: row('OPERATOR', 'FORBIDDEN', { batchId: BATCH }),
  pauseBatchAction: row('OPERATOR', 'CONFLICT', { batchId: BATCH }),
  resumeBatchAction: row('OPERATOR', 'CONFLICT', { batchId: BATCH }),
  cancelBatchAction: row('OPERATOR', 'CONFLICT', { batchId: BATCH }),
  includeExceptionsAction: row('OPERATOR', 'FORBIDDEN', { batchId: BATCH, recordIds: [record] }),
  muteCausesAction: row('OPERATOR', 'NOT_FOUND', { causeIds: [cause], until: null }),
  unmuteCausesAction: row('OPERATOR', 'NOT_FOUND', { causeIds: [cause] }),
  putBackMutingAction: row('OPERATOR', 'NOT_FOUND', { mutings: [{ causeId: cause, until: null, untilChange: false }] }),
  assignCausesAction: row('OPERATOR', 'NOT_FOUND', { causes: [{ causeId: cause, userId: null }] }),
  linkTicketAction: row('OPERATOR', 'NOT_FOUND', { causeId: cause, ticket: 'T-1' }),

  shareViewAction: row('ADMIN', 'NOT_FOUND', { viewId: id }),
  unshareViewAction: row('ADMIN', 'NOT_FOUND', { viewId: id }),
  setDefaultViewAction: row('ADMIN', 'NOT_FOUND', { viewId: id, role: 'SUPPORT' }),
  clearDefaultViewAction: row('ADMIN', 'NOT_FOUND', { viewId: id, role: 'SUPPORT' }),
  startIndexAction: row('ADMIN', 'NOT_FOUND', { name: 'mastra_admin_of_the_matrix' }),
  dropIndexAction: row('ADMIN', 'NOT_FOUND', { name: 'mastra_admin_of_the_matrix' }),
  // The role of the app does not own the tables; e2e/database.spec.ts has one that does.
  addTriggerAction: row('ADMIN', 'INVALID', { name: 'issues' }),
  dropTriggerAction: row('ADMIN', 'INVALID', { name: 'issues' }),
  addRuleAction: row('ADMIN', 'ok', { target: { kind: 'key', key: 'keyOfTheMatrix' }, effect, note: '' }),
  changeRuleAction: row('ADMIN', 'NOT_FOUND', { id, was: effect, effect }),
  removeRuleAction: row('ADMIN', 'NOT_FOUND', { id }),
  revealValueAction: row('ADMIN', 'NOT_FOUND', {
    subject: 'record',
    id: record,
    pointer: '/a',
    seen: '"x"',
    reason: 'To fill a row of the matrix.',
  }),
  addChannelAction: row('ADMIN', 'ok', channel),
  changeChannelAction: row('ADMIN', 'NOT_FOUND', { ...channel, channelId: id, version: 1, address: null }),
  pauseChannelAction: row('ADMIN', 'NOT_FOUND', { channelId: id }),
  resumeChannelAction: row('ADMIN', 'NOT_FOUND', { channelId: id }),
  removeChannelAction: row('ADMIN', 'NOT_FOUND', { channelId: id }),
  putBackChannelAction: row('ADMIN', 'NOT_FOUND', { channelId: id }),
  rotateSecretAction: row('ADMIN', 'NOT_FOUND', { channelId: id }),
  sendTestAction: row('ADMIN', 'NOT_FOUND', { channelId: id }),
  sendAgainAction: row('ADMIN', 'NOT_FOUND', { messageId: id }),
  addUserAction: row('ADMIN', 'ok', { email: 'added@matrix.example', role: 'SUPPORT', password }),
  // There is no identity provider here.
  admitUserAction: row('ADMIN', 'INVALID', { email: 'admitted@matrix.example', role: 'SUPPORT' }),
  inviteUserAction: row('ADMIN', 'ok', { email: 'invited@matrix.example', role: 'SUPPORT' }),
  makePasswordLinkAction: row('ADMIN', 'NOT_FOUND', { userId: id }),
  withdrawInvitationAction: row('ADMIN', 'NOT_FOUND', { userId: id }),
  resetCodesAction: row('ADMIN', 'NOT_FOUND', { userId: id }),
  changeRulesAction: row('ADMIN', 'CONFLICT', { seen: { ...rules, proofFrom: 999_999 }, rules }),
  changeRoleAction: row('ADMIN', 'NOT_FOUND', { userId: id, from: 'SUPPORT', to: 'OPERATOR' }),
  disableUserAction: row('ADMIN', 'NOT_FOUND', { userId: id }),
  enableUserAction: row('ADMIN', 'NOT_FOUND', { userId: id }),
  setPasswordAction: row('ADMIN', 'NOT_FOUND', { userId: id, password }),
}
