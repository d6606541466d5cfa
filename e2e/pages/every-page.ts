import { expect, type Page } from '@playwright/test'
import { routes } from '@/lib/routes'
import type { Factory } from '../support/factory'
import { ready } from './ready'

export interface Rows {
  record: string
  deleted: string
  connection: string
  entity: string
  /** The reference of the connection's end user. */
  customer: string
  /** What an issue of the connection has in common with its like. */
  cause: string
  /** A channel that tells of causes. */
  channel: string
  /** The external id of two live records. */
  twins: string
}

/** Every page, in each of the states that an address can bring about. */
export const EVERY_PAGE: [string, (rows: Rows) => string][] = [
  ['the overview', () => routes.overview()],
  ['records', () => routes.records()],
  ['deleted records', () => routes.records({ state: 'deleted' })],
  ['records with chosen columns', () => routes.records({ columns: 'id,createdAt,deletedAt,data' })],
  ['records with a bad filter', () => routes.records({ q: 'nonsense:1' })],
  ['records with a bad parameter', () => routes.records({ size: '33' })],
  ['records without a match', () => routes.records({ q: 'entityType:NONE_OF_THESE' })],
  ['records with a peek', ({ record }) => routes.records({ q: `id:${record}`, peek: record })],
  ['records in a view that is gone', () => routes.records({ view: 'gone' })],
  ['a record', ({ record }) => routes.record(record)],
  ['a deleted record', ({ deleted }) => routes.record(deleted)],
  ['the editor of a record', ({ record }) => routes.recordEdit(record)],
  ['the editor of a deleted record', ({ deleted }) => routes.recordEdit(deleted)],
  ['a new record', ({ entity }) => routes.recordNew({ entityId: entity })],
  ['a record that is not there', () => routes.record('no-such-record')],
  ['an import of ids', () => routes.importIds()],
  ['an import that is gone', () => routes.records({ q: 'in:gone' })],
  ['twins', () => routes.twins()],
  ['twins side by side', ({ twins, entity }) => routes.twinGroup({ externalId: twins, entity })],
  ['twins that are not there', () => routes.twinGroup({ externalId: 'no-such-id', entity: 'none' })],
  ['connections', () => routes.connections()],
  ['a connection', ({ connection }) => routes.connection(connection)],
  ['a connection that is not there', () => routes.connection('no-such-connection')],
  ['the timeline of a connection', ({ connection }) => routes.connectionTimeline(connection)],
  ['the issues of a timeline', ({ connection }) => routes.connectionTimeline(connection, { kind: 'issue' })],
  ['a timeline of a kind that is none', ({ connection }) => routes.connectionTimeline(connection, { kind: 'no' })],
  ['the timeline of an end user', ({ customer }) => routes.customerTimeline(customer)],
  ['end users', () => routes.customers()],
  ['end users without a match', () => routes.customers({ begins: 'nobody-begins-so' })],
  ['an end user', ({ customer }) => routes.customer(customer)],
  ['an end user who is not there', () => routes.customer('no-such-user')],
  ['an entity', ({ entity }) => routes.entity(entity)],
  ['an entity that is not there', () => routes.entity('no-such-entity')],
  ['issues', () => routes.issues()],
  ['issues without a match', () => routes.issues({ q: 'nothing-like-it' })],
  ['issues with a bad filter', () => routes.issues({ q: 'nonsense:1' })],
  ['a cause', ({ cause }) => routes.issue(cause)],
  ['a cause that is not there', () => routes.issue('no-such-cause')],
  ['batches', () => routes.batches()],
  ['exports', () => routes.exports()],
  ['the audit trail', () => routes.audit()],
  ['the audit trail without a match', () => routes.audit({ q: 'actor.email:nobody' })],
  ['notices', () => routes.notices()],
  ['a new webhook', () => routes.noticeNew('webhook')],
  ['a new e-mail channel', () => routes.noticeNew('email')],
  ['a channel', ({ channel }) => routes.notice(channel)],
  ['a channel that is not there', () => routes.notice('no-such-channel')],
  ['masking', () => routes.masking()],
  ['the question why something is missing', () => routes.why()],
  ['why a deleted record is missing', ({ deleted }) => routes.why({ q: deleted, list: routes.records() })],
  ['why twins are missing', ({ twins }) => routes.why({ q: twins, list: routes.records({ q: 'status:ARCHIVED' }) })],
  ['why an end user misses something', ({ customer }) => routes.why({ q: customer })],
  ['why what is not there is missing', () => routes.why({ q: 'no-such-thing' })],
  ['users', () => routes.users()],
  ['a user who is not there', () => routes.user('no-such-user')],
  ['your account', () => routes.account()],
  ['the status', () => routes.status()],
  ['API tokens', () => routes.tokens()],
  ['a forgotten password', () => routes.forgot()],
  ['a link that opens nothing', () => routes.newPassword('no-such-token')],
  ['a set-up link that opens nothing', () => routes.setUp('no-such-token')],
]

/** A row of each kind, with something in each of its parts. `secret` stands wherever a secret can. */
export async function seedEvery(seed: Factory, secret = 'x'): Promise<Rows> {
  const customer = `ada+${seed.mark}@acme.example`
  const issues = [
    'rate limited',
    'invalid_grant',
    `401 for https://ada:${secret}@api.example/v1?access_token=${secret}`,
  ]
  const connection = await seed.connection({
    connectionId: customer,
    issues,
    syncConfig: `{"every": 15, "webhookSecret": "${secret}"}`,
  })
  await seed.credential(connection, `{"access_token": "${secret}"}`, ['contacts.read'])
  const entityId = await seed.entity(connection)
  await seed.property(entityId, 'name', { displayName: 'Name' })
  await seed.property(entityId, 'token')
  const data = `{"name": "Ada", "at": "2026-01-01T00:00:00Z", "token": "${secret}", "private${seed.mark}": {"of": "${secret}"}, "contact": "q${secret}@acme.example", "nested": {"list": [1, null, true]}}`
  const record = await seed.record({ entityId, data })
  const deleted = await seed.record({ entityId, deletedAt: '2026-01-01T00:00:00Z', status: 'ARCHIVED' })
  const twins = `${seed.mark}-twins`
  for (const stage of ['lead', 'customer'])
    await seed.record({ entityId, externalId: twins, data: `{"stage": "${stage}", "token": "${secret}"}` })
  // Links of the trail that are as short as they get.
  await seed.savedView('M')
  const [cause, channel] = [await seed.cause(connection), await seed.channel(secret)]
  return { record, deleted, connection, customer, cause, channel, entity: entityId, twins }
}

/** Opens a page and waits until all of it is there. */
export async function openWhole(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await ready(page)
  await atRest(page)
}

/** Waits until nothing on the page is on its way any more. */
export async function atRest(page: Page): Promise<void> {
  await expect(page.locator('[aria-busy="true"], [role="status"][aria-label^="Loading"]')).toHaveCount(0)
}
