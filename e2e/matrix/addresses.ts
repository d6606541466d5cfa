import { routes } from '@/lib/routes'
import type { Rows } from '../pages/every-page'
import type { Least } from './actions'

export interface AddressRow {
  least: Least
  /** The status that whoever may have it is answered with; 200 where nothing is said. */
  status?: number
  /** The same for who is signed in, where that is something else. */
  signedIn?: number
  method?: 'GET' | 'POST'
  body?: unknown
  address: (rows: Rows) => string
}

const row = (least: Least, address: AddressRow['address'], more: Partial<AddressRow> = {}): AddressRow => ({
  least,
  address,
  ...more,
})
const values = { field: 'source', typed: '', q: '' }
const gone = { status: 404 }

/** Every page, by its folder below app. What this leaves out, or has too much, lib/auth/matrix.test.ts tells. */
export const PAGES: Readonly<Record<string, AddressRow>> = {
  design: row('anyone', () => routes.design(), gone),
  '(auth)/login': row('anyone', () => routes.login(), { signedIn: 307 }),
  // For whoever has signed in by half, too; who has not is led back.
  '(auth)/login/codes': row('SUPPORT', () => routes.codes()),
  // There is no identity provider here.
  '(auth)/login/again': row('SUPPORT', () => routes.signInAgain(), { status: 307 }),
  '(auth)/forgot': row('anyone', () => routes.forgot()),
  '(auth)/new-password': row('anyone', () => routes.newPassword()),
  '(auth)/setup': row('anyone', () => routes.setUp()),
  '(admin)': row('SUPPORT', () => routes.overview()),
  '(admin)/account': row('SUPPORT', () => routes.account()),
  '(admin)/audit': row('SUPPORT', () => routes.audit()),
  '(admin)/batches': row('SUPPORT', () => routes.batches()),
  '(admin)/batches/[batchId]': row('SUPPORT', () => routes.batch(crypto.randomUUID()), gone),
  '(admin)/connections': row('SUPPORT', () => routes.connections()),
  '(admin)/connections/[connectionId]': row('SUPPORT', ({ connection }) => routes.connection(connection)),
  '(admin)/connections/[connectionId]/timeline': row('SUPPORT', ({ connection }) =>
    routes.connectionTimeline(connection),
  ),
  '(admin)/customers': row('SUPPORT', () => routes.customers()),
  '(admin)/customers/[connectionId]': row('SUPPORT', ({ customer }) => routes.customer(customer)),
  '(admin)/customers/[connectionId]/timeline': row('SUPPORT', ({ customer }) => routes.customerTimeline(customer)),
  '(admin)/database': row('ADMIN', () => routes.database()),
  '(admin)/entities/[entityId]': row('SUPPORT', ({ entity }) => routes.entity(entity)),
  '(admin)/exports': row('SUPPORT', () => routes.exports()),
  '(admin)/issues': row('SUPPORT', () => routes.issues()),
  '(admin)/issues/[causeId]': row('SUPPORT', ({ cause }) => routes.issue(cause)),
  '(admin)/masking': row('ADMIN', () => routes.masking()),
  '(admin)/notices': row('ADMIN', () => routes.notices()),
  '(admin)/notices/new': row('ADMIN', () => routes.noticeNew('webhook')),
  '(admin)/notices/[channelId]': row('ADMIN', ({ channel }) => routes.notice(channel)),
  '(admin)/records': row('SUPPORT', () => routes.records()),
  '(admin)/records/import': row('SUPPORT', () => routes.importIds()),
  '(admin)/records/import/[setId]': row('SUPPORT', () => routes.idSet(crypto.randomUUID()), gone),
  '(admin)/records/new': row('OPERATOR', ({ entity }) => routes.recordNew({ entityId: entity })),
  '(admin)/records/twins': row('SUPPORT', () => routes.twins()),
  '(admin)/records/twins/compare': row('SUPPORT', ({ twins, entity }) =>
    routes.twinGroup({ externalId: twins, entity }),
  ),
  '(admin)/records/[recordId]': row('SUPPORT', ({ record }) => routes.record(record)),
  '(admin)/records/[recordId]/edit': row('OPERATOR', ({ record }) => routes.recordEdit(record)),
  '(admin)/status': row('ADMIN', () => routes.status()),
  '(admin)/tokens': row('SUPPORT', () => routes.tokens()),
  '(admin)/users': row('ADMIN', () => routes.users()),
  '(admin)/users/[userId]': row('ADMIN', () => routes.user(crypto.randomUUID()), gone),
  '(admin)/views/[viewId]': row('SUPPORT', () => routes.view(crypto.randomUUID()), gone),
  '(admin)/why': row('SUPPORT', ({ record }) => routes.why({ q: record })),
}

/** Every route handler, likewise. */
export const ROUTES: Readonly<Record<string, AddressRow>> = {
  'api/auth/[...nextauth]': row('anyone', () => '/api/auth/csrf'),
  'api/health': row('anyone', () => '/api/health'),
  // By a token or from this machine, as here, and by no session of anyone; see lib/metrics/may-scrape.ts.
  'api/metrics': row('anyone', () => '/api/metrics'),
  'api/ready': row('anyone', () => '/api/ready'),
  '(admin)/audit/export': row('SUPPORT', () => routes.auditExport({ q: 'subject.id:none', format: 'csv' })),
  '(admin)/audit/values': row('SUPPORT', () => routes.auditValues({ ...values, field: 'subject.id' })),
  '(admin)/connections/export': row('SUPPORT', () => routes.connectionExport({ q: 'name:NONE', format: 'csv' })),
  '(admin)/connections/values': row('SUPPORT', () => routes.connectionValues({ ...values, field: 'name' })),
  '(admin)/connections/[connectionId]/sync-config': row('SUPPORT', ({ connection }) =>
    routes.connectionSyncConfig(connection),
  ),
  '(admin)/exports/[exportId]/file': row('SUPPORT', () => routes.exportFile(crypto.randomUUID()), gone),
  '(admin)/exports/[exportId]/manifest': row('SUPPORT', () => routes.exportManifest(crypto.randomUUID()), gone),
  '(admin)/issues/values': row('SUPPORT', () => routes.issueValues({ ...values, field: 'customer' })),
  '(admin)/live': row('SUPPORT', () => routes.live({ table: 'records', since: '1:1:@1', watch: 'rows' })),
  '(admin)/records/count': row('SUPPORT', () => routes.recordCount({ q: 'entityType:NONE' })),
  '(admin)/records/export': row('SUPPORT', () => routes.recordExport({ q: 'entityType:NONE', format: 'csv' })),
  '(admin)/records/values': row('SUPPORT', () => routes.recordValues(values)),
  '(admin)/records/import/[setId]/missing': row('SUPPORT', () => routes.idSetMissing(crypto.randomUUID()), gone),
  '(admin)/records/[recordId]/data': row('SUPPORT', ({ record }) => routes.recordData(record)),
  '(admin)/records/[recordId]/edit/state': row('OPERATOR', ({ record }) => routes.recordState(record)),
  '(admin)/records/[recordId]/peek': row('SUPPORT', ({ record }) => routes.recordPeek(record)),
  '(admin)/search': row('SUPPORT', () => routes.search({ q: 'a' })),
  '(admin)/search/use': row('SUPPORT', () => routes.searchUse(), {
    method: 'POST',
    body: { kind: 'record', key: 'a' },
    status: 204,
  }),
}
