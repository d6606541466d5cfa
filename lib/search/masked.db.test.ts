import { afterEach, beforeAll, expect, it } from 'vitest'
import type { PrismaClient } from '../db/generated/client'
import { actorOf } from '../db/test-actors'
import { withTestDatabase } from '../db/test-database'
import { buildIndex } from '../indexes/build'
import { pathEntry } from '../indexes/catalogue'
import { addRule } from '../masking/add-rule'
import { addRuleInput } from '../masking/schema'
import { listRecords } from '../records/queries'
import { readRecordSearch } from '../records/search-params'
import { insertEntity, insertRecords } from '../records/test/insert-records'
import { routes } from '../routes'
import { explain } from '../why/explain'
import { listAsked } from '../why/list-asked'
import { collect, keysOf } from './test/collect'

const support = actorOf('SUPPORT')
const admin = actorOf('ADMIN')
const EMAIL = 'grace@mask.example'
const CAUSE = 'e'.repeat(32)
let db: PrismaClient

beforeAll(async () => {
  const test = await withTestDatabase()
  db = test.client
  await insertEntity(db, { id: 'conn', type: 'CONTACT', name: 'HUBSPOT', connectionId: 'navy' })
  await insertRecords(db, [
    { id: 'rec', entityId: 'conn', data: `{"name": "Write to ${EMAIL}", "email": "${EMAIL}", "salary": "quartz77"}` },
  ])
  await db.$executeRaw`insert into mastra_admin.issue_cause (id, title, kind, first_seen_at, appeared_at)
    values (${CAUSE}, ${`No mailbox for ${EMAIL}`}, 'schema', now(), now())`
  await buildIndex(pathEntry(['email'], 'text'), test.url)
  return test.drop
})

afterEach(() => db.maskRule.deleteMany())

const hide = (target: unknown) =>
  addRule(admin, addRuleInput.parse({ target, effect: { shown: 'part', roles: ['SUPPORT'] }, note: '' }))
const viewer = { now: new Date(), timeZone: 'UTC', locale: 'en-GB' }

it('finds and shows what a rule hides to those only whom it is shown', async () => {
  expect(keysOf((await collect(support, 'mask.example')).records)).toEqual(['rec'])
  expect(keysOf((await collect(support, 'mask.example')).causes)).toEqual([CAUSE])
  await hide({ kind: 'class', of: 'email' })
  await hide({ kind: 'key', key: 'salary' })
  // The host of an address is what a part of it shows.
  for (const text of [EMAIL, 'grace', 'quartz', 'quartz77']) {
    const found = await collect(support, text)
    expect([...keysOf(found.exact), ...keysOf(found.records), ...keysOf(found.causes)], text).toEqual([])
  }
  expect(JSON.stringify(await collect(support, 'rec'))).not.toContain(EMAIL)
  expect(JSON.stringify(await collect(support, CAUSE))).not.toContain(EMAIL)
  const { records } = await collect(admin, 'quartz77')
  expect(keysOf(records)).toEqual(['rec'])
  // Where it was found is said beside it, from what is left of the document for whoever asks.
  expect(JSON.stringify(records)).toContain('salary: quartz77 · CONTACT')
  expect(JSON.stringify((await collect(support, 'mask.example')).records)).not.toContain('grace')
  expect(keysOf((await collect(admin, 'mask.example')).causes)).toEqual([CAUSE])
})

it('finds several words only where each of them is shown, whichever it is in', async () => {
  const records = async (text: string) => keysOf((await collect(support, text)).records)
  const list = async (q: string) => {
    const listed = await listRecords(support, readRecordSearch({ q }).search, viewer)
    return listed.kind === 'page' ? listed.page.rows.length : listed.kind
  }
  for (const text of ['write name', 'rec write', 'salary quartz77', `rec quartz77 ${EMAIL}`]) {
    expect(await records(text), text).toEqual(['rec'])
    expect(await list(text), text).toBe(1)
  }
  expect(await records('write elsewhere')).toEqual([])
  await hide({ kind: 'key', key: 'salary' })
  for (const text of ['write quartz77', 'quartz77 rec', 'quartz77 elsewhere']) {
    expect(await records(text), text).toEqual([])
    expect(await list(text), text).toBe(0)
  }
  expect(await records('rec write')).toEqual(['rec'])
  expect(await list('write -quartz77')).toBe(1)
})

it('explains a filter that compares what is hidden only as a whole, and notes it as the list does', async () => {
  await hide({ kind: 'key', key: 'salary' })
  const why = async (q: string) =>
    JSON.stringify(await explain({ actor: support, viewer }, 'rec', listAsked(routes.records({ q }))))
  const noted = () => db.auditEntry.count({ where: { actorId: support.id, action: 'filter.masked' } })
  expect(await why('data.salary:quartz*')).toContain('not understood')
  const before = await noted()
  expect(await why('data.salary:quartz77')).toContain('matches every term')
  expect(await noted()).toBe(before + 1)
  expect(await why('data.salary:quartz77 status:ARCHIVED')).not.toContain('it has quartz77')
  expect(JSON.stringify(await explain({ actor: support, viewer }, 'quartz77', null))).toContain('Nothing here has')
})
