import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import type { PrismaClient } from '@/lib/db/generated/client'
import { actorOf } from '@/lib/db/test-actors'
import { withTestDatabase } from '@/lib/db/test-database'
import { assignCauses } from './assign'
import { causeFacets } from './facets'
import { fingerprintOf } from './fingerprint'
import { muteCauses } from './mute'
import { listCauses } from './queries'
import { rememberIssues } from './remember'
import { readCauseSearch } from './search-params'
import { causeTrend } from './trend'

const support = actorOf('SUPPORT')
const operator = actorOf('OPERATOR')
const clock = { now: new Date(), timeZone: 'UTC' }
let db: PrismaClient

beforeAll(async () => {
  db = (await withTestDatabase()).client
  const issues = [
    ['GITHUB', 'Too many requests'],
    ['HUBSPOT', 'Too many requests'],
    ['GITHUB', 'The token was revoked'],
    ['GITHUB', 'Hushed'],
  ] as const
  for (const [name, message] of issues)
    await db.connection.create({ data: { name, connectionId: randomUUID(), issues: [message] } })
  await rememberIssues()
})

const facets = (q: string, state = 'open') =>
  causeFacets(support, readCauseSearch({ q, state }).search, { now: new Date(), timeZone: 'UTC' })

describe('the numbers beside the list of causes', () => {
  it('divide what is listed by state, kind, integration and who looks after it', async () => {
    const email = `${randomUUID()}@test.local`
    const { id: userId } = await db.user.create({ data: { email, role: 'SUPPORT', passwordHash: 'none' } })
    await assignCauses(operator, { causes: [{ causeId: fingerprintOf('Too many requests'), userId }] })
    await muteCauses(operator, { causeIds: [fingerprintOf('Hushed')], until: null })
    expect(await facets('')).toEqual({
      state: [{ value: 'new', count: 2 }],
      kind: [
        { value: 'authorisation', count: 1 },
        { value: 'rate limit', count: 1 },
      ],
      integration: [
        { value: 'GITHUB', count: 2 },
        { value: 'HUBSPOT', count: 1 },
      ],
      assignee: [
        { value: email, count: 1 },
        { value: null, count: 1 },
      ],
    })
    expect(await facets('integration:HUBSPOT')).toMatchObject({ kind: [{ value: 'rate limit', count: 1 }] })
    expect(await facets('', 'muted')).toMatchObject({ state: [{ value: 'muted', count: 1 }] })
    expect(await facets('nofield:1')).toBeNull()
  })
})

describe('what is masked for a role alone', () => {
  it('is not found in the titles of causes', async () => {
    const message = 'No such user: jörg@münster.example, says the walrus'
    await db.connection.create({ data: { name: 'GITLAB', connectionId: randomUUID(), issues: [message] } })
    await rememberIssues()
    const listed = async (role: 'SUPPORT' | 'ADMIN', q: string) => {
      const list = await listCauses(actorOf(role), readCauseSearch({ q }).search, { now: new Date(), timeZone: 'UTC' })
      return list.kind === 'page' ? list.page.rows.map(({ title }) => title) : expect.fail(list.kind)
    }
    expect(await listed('SUPPORT', 'title:münster')).toEqual([expect.stringContaining('jörg@münster.example')])
    await db.maskRule.create({
      data: {
        target: { kind: 'class', of: 'email' },
        effect: { shown: 'part', roles: ['SUPPORT'] },
        createdBy: 'test',
      },
    })
    for (const q of ['title:jörg', 'jörg', 'title:*örg@*']) {
      expect(await listed('SUPPORT', q)).toEqual([])
      expect((await listed('ADMIN', q)).length).toBe(1)
    }
    expect((await listed('SUPPORT', 'walrus')).length).toBe(1)
    expect((await causeFacets(support, readCauseSearch({ q: 'jörg' }).search, clock))?.integration).toEqual([])
    await db.maskRule.deleteMany()
  })
})

describe('the trend of a cause', () => {
  it('counts by day of the viewer how often connections got it and lost it', async () => {
    const causeId = fingerprintOf('Too many requests')
    await db.$executeRaw`
      update mastra_admin.issue_sighting set first_seen_at = '2026-03-04T23:30:00Z', gone_at = '2026-03-05T12:00:00Z', open_key = null
      where cause_id = ${causeId} and integration = 'GITHUB'`
    const now = new Date('2026-03-06T09:00:00Z')
    const inUtc = await causeTrend(support, causeId, { clock: { now, timeZone: 'UTC' }, days: 3 })
    expect(inUtc.map(({ got, lost }) => [got, lost]).slice(0, 2)).toEqual([
      [1, 0],
      [0, 1],
    ])
    const inBerlin = await causeTrend(support, causeId, { clock: { now, timeZone: 'Europe/Berlin' }, days: 3 })
    expect(inBerlin.map(({ got, lost }) => [got, lost]).slice(0, 2)).toEqual([
      [0, 0],
      [1, 1],
    ])
  })
})
