import { beforeAll, describe, expect, it } from 'vitest'
import { actorOf } from '@/lib/db/test-actors'
import { withTestDatabase } from '@/lib/db/test-database'
import { connectionEntities, connectionSyncConfig, entityCounts, getConnection } from './detail-queries'
import { connectionFacets, countConnections, listConnections } from './queries'
import { readConnectionSearch } from './search-params'
import { issueKey } from './stored-issues'

const support = actorOf('SUPPORT')
const clock = { now: new Date('2026-06-01T12:00:00Z'), timeZone: 'UTC' }
const CANARY = 'canary-7f3a9c'
const TOKEN = `ghp_${CANARY.replaceAll('-', '')}${'x1'.repeat(12)}`
const ids: Record<string, string> = {}

beforeAll(async () => {
  const { client: db, drop } = await withTestDatabase()
  const rows = [
    {
      key: 'failing',
      name: 'GITHUB',
      connectionId: 'ada@acme.com',
      issues: ['429 rate limited', 'webhook\n<b>broken</b>'],
    },
    { key: 'leaky', name: 'HUBSPOT', connectionId: 'bob', issues: [`401 for token=${CANARY} and ${TOKEN}`] },
    { key: 'quiet', name: 'GITHUB', connectionId: 'cyd', issues: [], subscriptionId: 'sub-1' },
  ]
  for (const [place, { key, ...row }] of rows.entries()) {
    const createdAt = new Date(Date.UTC(2026, place, 1))
    const made = await db.connection.create({ data: { ...row, createdAt } })
    ids[key] = made.id
  }
  await db.connection.update({
    where: { id: ids.failing },
    data: {
      syncConfig: { every: 60, apiKey: CANARY, deep: { webhookSecret: [CANARY] } },
      lastSyncAt: new Date('2026-05-31T10:00:00.123Z'),
      credential: {
        create: {
          type: 'OAUTH',
          scope: ['repo', 'user'],
          value: { access_token: CANARY, expires_at: 1, nested: { x: CANARY } },
        },
      },
    },
  })
  await db.$executeRaw`update mastra.connections set issues = null where id = ${ids.quiet}`
  await db.connection.update({
    where: { id: ids.leaky },
    data: { credential: { create: { type: 'API_KEY', scope: [], value: CANARY } } },
  })
  const entity = await db.entity.create({
    data: {
      type: 'ISSUE',
      createdBy: 'sync',
      k_id: ids.failing ?? '',
      properties: {
        create: [
          { name: 'title', displayName: 'Title', type: 'SINGLE_LINE_TEXT', order: 2 },
          { name: 'number', displayName: 'Number', type: 'NUMBER', order: 1 },
        ],
      },
    },
  })
  ids.entity = entity.id
  const record = { entityType: 'ISSUE', entityId: entity.id }
  await db.record.createMany({
    data: [record, { ...record, status: 'ARCHIVED' }, { ...record, deletedAt: new Date() }],
  })
  return drop
})

async function search(params: Record<string, string>) {
  const { search, problems } = readConnectionSearch(params)
  expect(problems).toEqual([])
  return listConnections(support, search, clock)
}

async function found(q: string) {
  const result = await search({ q })
  if (result.kind !== 'page') return result.kind
  return result.page.rows.map((row) => Object.entries(ids).find(([, id]) => id === row.id)?.[0]).sort()
}

describe('the table of connections', () => {
  it.each([
    ['', ['failing', 'leaky', 'quiet']],
    ['name:github', ['failing', 'quiet']],
    ['connectionId:*@acme.com', ['failing']],
    ['issues:rate', ['failing']],
    ['issues:*', ['failing', 'leaky']],
    ['-issues:*', ['quiet']],
    ['issueCount:>=1', ['failing', 'leaky']],
    ['issueCount:0', ['quiet']],
    ['syncConfig.every:60', ['failing']],
    ['-syncConfig.every:60', ['leaky', 'quiet']],
    ['subscriptionId:sub-1', ['quiet']],
    ['createdAt:2026-02-01', ['leaky']],
    ['lastSyncAt:*', ['failing']],
    ['-lastSyncAt:*', ['leaky', 'quiet']],
    ['updatedAt:>2999', []],
    ['credential.type:oauth', ['failing']],
    ['credential.scope:repo', ['failing']],
    ['-credential.type:*', ['quiet']],
    ['entity.type:ISSUE', ['failing']],
    ['-entity.type:*', ['leaky', 'quiet']],
    ['broken', ['failing']],
    ['ADA@', ['failing']],
  ])('finds by %s', async (q, expected) => {
    expect(await found(q)).toEqual(expected)
  })

  it('finds by the ids', async () => {
    expect(await found(`id:${ids.leaky}`)).toEqual(['leaky'])
    expect(await found(`${ids.leaky}`)).toEqual(['leaky'])
    expect(await found(`entity.id:${ids.entity}`)).toEqual(['failing'])
  })

  it('does not give a masked value away by trial', async () => {
    expect(await found('syncConfig.apiKey:*')).toEqual(['failing'])
    for (const part of ['c*', '*y', '>1', '[1 TO 2]']) expect(await found(`syncConfig.apiKey:${part}`)).toBe('filter')
    expect(await found(`issues:${CANARY}`)).toEqual([])
    expect(await found(`ghp_${CANARY.slice(0, 4)}`)).toEqual([])
    expect(await found('issues:401')).toEqual(['leaky'])
  })

  it.each(['issue:x', 'issueCount:many', 'name:', '(name:x', 'createdAt:>soon'])(
    'explains the filter %s',
    async (q) => {
      expect(await found(q)).toBe('filter')
    },
  )

  it('refuses a cursor that is not of this list', async () => {
    expect(await search({ after: 'nonsense' })).toMatchObject({ kind: 'params', problems: [{ parameter: 'after' }] })
  })

  it.each(['name', '-connectionId', 'issueCount', '-createdAt', 'updatedAt', '-lastSyncAt', '-lastSyncAt,name'])(
    'goes through every row once, forward and back, sorted by %s',
    async (sort) => {
      const { search: base } = readConnectionSearch({ sort })
      const page = async (cursor: { after?: string; before?: string }) => {
        const result = await listConnections(support, { ...base, ...cursor, size: 1 as 25 }, clock)
        if (result.kind !== 'page') throw new Error(result.kind)
        return result.page
      }
      const first = await page({})
      const second = await page({ after: first.next ?? '' })
      const third = await page({ after: second.next ?? '' })
      const seen = [first, second, third].map(({ rows }) => rows[0]?.id)
      expect(new Set(seen)).toEqual(new Set([ids.failing, ids.leaky, ids.quiet]))
      expect(third.next).toBeNull()
      const back = await page({ before: third.previous ?? '' })
      expect(back.rows[0]?.id).toBe(seen[1])
    },
  )

  it('counts what it lists, in all and by facet', async () => {
    expect(await countConnections(support, 'name:github', clock)).toEqual({ kind: 'exact', value: 2 })
    expect(await connectionFacets(support, '', clock)).toEqual({
      integrations: [
        { value: 'GITHUB', count: 2 },
        { value: 'HUBSPOT', count: 1 },
      ],
      withIssues: 2,
      withoutIssues: 1,
      health: [
        { value: 'failing', count: 2 },
        { value: 'degraded', count: 0 },
        { value: 'quiet', count: 0 },
        { value: 'healthy', count: 0 },
        { value: 'unknown', count: 1 },
      ],
    })
  })

  it('names each parameter that is wrong', () => {
    expect(readConnectionSearch({ sort: 'nme', size: '3' }).problems.map((problem) => problem.parameter)).toEqual([
      'size',
      'sort',
    ])
  })
})

describe('one connection', () => {
  it('shows everything but secrets', async () => {
    const shown = await getConnection(support, ids.failing ?? '')
    expect(shown).toMatchObject({
      integration: 'GITHUB',
      issueCount: 2,
      lastSyncAt: '2026-05-31T10:00:00.123Z',
      credential: { type: 'OAUTH', scope: ['repo', 'user'], keys: ['access_token', 'expires_at', 'nested'] },
    })
    expect(shown?.issues).toEqual([
      { key: issueKey('429 rate limited'), position: 1, message: '429 rate limited', truncated: false },
      { key: issueKey('webhook\n<b>broken</b>'), position: 2, message: 'webhook\n<b>broken</b>', truncated: false },
    ])
  })

  it('lets no secret out of the database by any query', async () => {
    const everything = await Promise.all([
      search({}),
      ...['failing', 'leaky', 'quiet'].flatMap((key) => [
        getConnection(support, ids[key] ?? ''),
        connectionSyncConfig(support, ids[key] ?? ''),
        connectionEntities(support, ids[key] ?? ''),
      ]),
    ])
    const text = JSON.stringify(everything)
    expect(text).toContain('429 rate limited')
    expect(text).not.toContain(CANARY)
    expect(text).not.toContain(TOKEN)
  })

  it('bears a credential that is no object, and issues that are null', async () => {
    expect((await getConnection(support, ids.leaky ?? ''))?.credential?.keys).toEqual([])
    expect(await getConnection(support, ids.quiet ?? '')).toMatchObject({ issues: [], issueCount: 0, credential: null })
  })

  it('is null when there is none', async () => {
    for (const id of ['nowhere', '', 'a\0b', 'x'.repeat(500), '\ud800'])
      expect(await getConnection(support, id)).toBeNull()
    expect(await connectionSyncConfig(support, ids.quiet ?? '')).toBeNull()
  })

  it('has entities with their properties in order and their records by state', async () => {
    const [entity] = await connectionEntities(support, ids.failing ?? '')
    expect(entity?.properties.map((property) => property.displayName)).toEqual(['Number', 'Title'])
    const counts = await entityCounts(support, ids.failing ?? '')
    expect(counts?.get(ids.entity ?? '')).toEqual({ live: 2, archived: 1, deleted: 1 })
  })
})
