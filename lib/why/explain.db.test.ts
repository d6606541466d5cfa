import { beforeAll, describe, expect, it } from 'vitest'
import type { PrismaClient } from '../db/generated/client'
import { actorOf } from '../db/test-actors'
import { withTestDatabase } from '../db/test-database'
import { listRecords } from '../records/queries'
import { softDeleteRecords } from '../records/soft-delete'
import { insertEntity, insertRecords } from '../records/test/insert-records'
import { routes } from '../routes'
import { explain } from './explain'
import { explanationText, type Finding } from './finding'
import { listAsked } from './list-asked'

const support = actorOf('SUPPORT')
const operator = actorOf('OPERATOR')
let db: PrismaClient

beforeAll(async () => {
  const test = await withTestDatabase()
  db = test.client
  await insertEntity(db, { id: 'hub', type: 'CONTACT', name: 'HUBSPOT', connectionId: 'acme' })
  await insertEntity(db, { id: 'git', type: 'REPO', name: 'GITHUB', connectionId: 'other' })
  await db.connection.create({
    data: { id: 'bare', name: 'SLACK', connectionId: 'nothing-yet', issues: ['invalid_grant'] },
  })
  await insertEntity(db, { id: 'gone-hub', type: 'CONTACT', name: 'HUBSPOT', connectionId: 'all-gone' })
  await insertRecords(db, [
    { id: 'gone', entityId: 'gone-hub', deletedAt: '2026-01-05T10:00:00Z' },
    { id: 'live', externalId: 'x-live', entityId: 'hub' },
    { id: 'by-us', externalId: 'x-us', entityId: 'hub' },
    { id: 'by-sync', entityId: 'hub', deletedAt: '2026-01-05T10:00:00Z' },
    { id: 'archived', entityId: 'hub', status: 'ARCHIVED' },
    { id: 'secret', entityId: 'hub', data: '{"token": "canary-why", "email": "ada@why.example"}' },
    { id: 'twin-1', externalId: 'x-twin', entityId: 'hub' },
    { id: 'twin-2', externalId: 'x-twin', entityId: 'hub' },
    { id: 'stranger', externalId: 'x-twin', entityId: 'git' },
    { id: 'manual' },
  ])
  await softDeleteRecords(operator, { ids: ['by-us'] })
  return test.drop
})

async function why(text: string, list?: string, actor = support) {
  const viewer = { now: new Date(), timeZone: 'UTC', locale: 'en-GB' }
  const explanations = await explain({ actor, viewer }, text, listAsked(list))
  return {
    findings: explanations.flatMap(({ findings }) => findings),
    titles: explanations.map(({ title }) => title),
    reasons: explanations.flatMap(({ findings }) =>
      findings.filter(({ verdict }) => verdict !== 'clear').map(({ sentence }) => sentence),
    ),
    text: explanationText(text, explanations, 'https://admin.example'),
  }
}

describe('a record', () => {
  it('that is live and alone has no reason but what is not known of its connection', async () => {
    const { titles, reasons } = await why('live')
    expect(titles).toEqual(['The record CONTACT x-live'])
    expect(reasons).toEqual([expect.stringMatching(/^The connection to HUBSPOT has no issue/)])
  })

  it.each([
    ['by-us', /soft-deleted by operator@test.local on \d/],
    [
      'by-sync',
      /soft-deleted by Mastra or someone else, since the audit trail knows nothing of it, on 5 Jan 2026, 10:00 UTC/,
    ],
    ['archived', /archived by Mastra or someone else/],
    ['secret', /^1 value in its data is masked for you/],
    ['manual', /belongs to no connection/],
    ['twin-1', /^1 other live record of the same entity/],
    ['twin-1', /^1 record of another entity or connection/],
  ])('%s: %s', async (id, reason) => {
    expect((await why(id)).reasons).toContainEqual(expect.stringMatching(reason))
  })

  it('that is deleted says who can restore it, to those who may not', async () => {
    const told = /can be restored by an operator or administrator/
    expect((await why('by-us')).text).toMatch(told)
    expect((await why('live')).text).not.toMatch(told)
    const { text } = await why('by-us', undefined, operator)
    expect(text).not.toMatch(told)
    expect(text).toContain('Open it to restore it')
  })

  it('is found by its external id, each that has it, and by a value in its data', async () => {
    expect((await why('x-twin')).titles).toHaveLength(3)
    expect((await why('ada@why.example')).titles).toEqual(['The record CONTACT ada@why.example (secret)'])
  })

  it('shows no masked value, and is not found by one', async () => {
    expect((await why('secret')).text).not.toContain('canary')
    expect((await why('canary-why')).titles).toEqual(['Nothing here has this id, reference or text'])
  })
})

describe('the list that it was missed in', () => {
  it('names each term that the record does not fulfil, with what it has instead, and no other', async () => {
    const q = 'status:ARCHIVED entityType:CONTACT (source:HUBSPOT OR source:SLACK) createdAt:<2030-01-01 -data.phone:*'
    const { reasons } = await why('live', routes.records({ q }))
    expect(reasons.filter((reason) => reason.includes('filter'))).toEqual([
      'The filter that you came from asks for status:ARCHIVED, which this record does not match: it has ACTIVE.',
      'The filter that you came from asks for source:HUBSPOT OR source:SLACK, which this record does not match.',
    ])
  })

  it('says that it hides what is deleted, or what is live', async () => {
    expect((await why('by-us', routes.records())).reasons).toContainEqual(
      expect.stringMatching(/shows only live records, and this one is deleted/),
    )
    expect((await why('live', routes.records({ state: 'deleted' }))).reasons).toContainEqual(
      expect.stringMatching(/shows only deleted records, and this one is live/),
    )
  })

  it('says so when the record is in it', async () => {
    expect((await why('live', routes.records({ q: 'entityType:CONTACT' }))).text).toContain('matches every term')
  })

  it('answers about a filter that is none, and about no list at all', async () => {
    expect((await why('live', routes.records({ q: 'nonsense:1' }))).reasons).toContainEqual(
      expect.stringMatching(/not understood/),
    )
    for (const list of ['/users', 'https://evil.example/records', '/records?sort=nonsense', ''])
      expect((await why('live', list)).reasons.join()).not.toMatch(/filter|list/)
  })

  it('is no way to guess a masked value', async () => {
    const { text } = await why('secret', routes.records({ q: 'data.token:canary*' }))
    expect(text).toContain('not understood')
  })
})

it('an end user: what fails, what is not synced, and that nothing has come', async () => {
  const { titles, reasons } = await why('nothing-yet', routes.records({ q: 'entityType:CONTACT' }))
  expect(titles).toEqual(['The end user nothing-yet'])
  expect(reasons).toEqual([
    'Nothing has been synced for the end user yet.',
    expect.stringMatching(/^The connection to SLACK is failing/),
    'The connection to SLACK syncs no type of records at all.',
  ])
  expect((await why('acme', routes.records({ q: 'entityType:DEAL' }))).reasons).toContain(
    'The connection to HUBSPOT syncs no DEAL, but CONTACT.',
  )
})

describe('the records of an end user', () => {
  const about = (findings: readonly Finding[]) =>
    findings
      .filter(({ sentence }) => /^\d+ (live )?records? of|^The end user has/.test(sentence))
      .map(({ verdict, sentence, link }) => [verdict, sentence, link?.href])
  const list = async (href: string | undefined) =>
    listRecords(support, listAsked(href) ?? expect.fail(href), { now: new Date(), timeZone: 'UTC' })

  it('may be why where some are deleted or archived, each with the list of exactly these', async () => {
    const q = 'connection.connectionId:acme'
    const found = about((await why('acme')).findings)
    expect(found).toEqual([
      [
        'reason',
        '2 records of the end user are soft-deleted. The product does not show deleted records.',
        routes.records({ q, state: 'deleted' }),
      ],
      [
        'reason',
        '1 live record of the end user is archived. The product may leave archived records out.',
        routes.records({ q: `${q} status:ARCHIVED` }),
      ],
      ['clear', 'The end user has 5 live records.', routes.records({ q })],
    ])
    for (const [place, count] of [2, 1, 5].entries())
      expect(await list(found[place]?.[2])).toMatchObject({ kind: 'page', page: { rows: { length: count } } })
  })

  it('may be why where all are deleted, and are not why where all are live', async () => {
    expect(about((await why('all-gone')).findings)).toEqual([
      [
        'reason',
        '1 record of the end user is soft-deleted, and none is live. The product does not show deleted records.',
        routes.records({ q: 'connection.connectionId:all-gone', state: 'deleted' }),
      ],
    ])
    expect(about((await why('other')).findings)).toEqual([
      ['clear', 'The end user has 1 live record.', routes.records({ q: 'connection.connectionId:other' })],
    ])
  })
})

it('nothing: says where it was looked for, and what comes near', async () => {
  const { reasons, text } = await why('acm')
  expect(reasons[0]).toMatch(/No record has acm as its id or external id/)
  expect(reasons).toContain('There is an end user with a similar reference: acme.')
  expect(text).toMatch(/^Why can’t I see acm\?\n\nNothing here/)
  expect(text).toContain('https://admin.example/why?q=acme')
})

it.each(['%', '_', '"', '\\', 'a:b', 'OR', '(', '\u202eabc', 'x'.repeat(500)])('answers %s', async (text) => {
  expect((await why(text)).titles).toHaveLength(1)
})
