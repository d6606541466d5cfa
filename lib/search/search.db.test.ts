import { beforeAll, describe, expect, it } from 'vitest'
import type { PrismaClient } from '../db/generated/client'
import { actorOf } from '../db/test-actors'
import { withTestDatabase } from '../db/test-database'
import { insertEntity, insertRecords } from '../records/test/insert-records'
import { collect, keysOf } from './test/collect'

const support = actorOf('SUPPORT')
const admin = actorOf('ADMIN')
const CAUSE = 'f'.repeat(32)
const BATCH = '0199aaaa-0000-7000-8000-000000000001'
const [OWN_VIEW, SHARED_VIEW, OTHERS_VIEW] = ['1', '2', '3'].map((n) => `0199aaaa-0000-7000-8000-00000000001${n}`)
let db: PrismaClient

beforeAll(async () => {
  const test = await withTestDatabase()
  db = test.client
  await insertEntity(db, { id: 'conn-hub', type: 'CONTACT', name: 'HUBSPOT', connectionId: 'ada@acme.example' })
  await insertEntity(db, { id: 'conn-git', type: 'REPO', name: 'GITHUB', connectionId: 'ada@acme.example' })
  await insertEntity(db, { id: 'conn-bob', type: 'CONTACT', name: 'HUBSPOT', connectionId: 'bob_100%' })
  await insertRecords(db, [
    {
      id: 'rec-ada',
      externalId: 'hs-1',
      entityId: 'conn-hub',
      data: '{"name": "Ada Lovelace", "token": "canary-1", "note": "ghp_canary2canary2canary2"}',
    },
    {
      id: 'rec-gone',
      externalId: 'hs-2',
      entityId: 'conn-hub',
      deletedAt: '2026-01-02T00:00:00Z',
      data: '{"title": "Analytical engine"}',
    },
    { id: 'twin-a', externalId: 'same', status: 'ARCHIVED' },
    { id: 'twin-b', externalId: 'same' },
  ])
  await db.$executeRaw`insert into mastra_admin.issue_cause (id, title, kind, first_seen_at, appeared_at)
    values (${CAUSE}, 'The refresh token was revoked', 'auth', now(), now())`
  const view = (id: string | undefined, name: string, ownerId: string, shared: boolean) => ({
    id: id ?? '',
    table: 'records',
    name,
    query: '',
    ownerId,
    ownerEmail: 'x',
    shared,
  })
  await db.savedView.createMany({
    data: [
      view(OWN_VIEW, 'Lovelace of mine', support.id, false),
      view(SHARED_VIEW, 'Lovelace of all', admin.id, true),
      view(OTHERS_VIEW, 'Lovelace of another', admin.id, false),
    ],
  })
  await db.user.create({ data: { email: 'lovelace@team.example', role: 'SUPPORT', passwordHash: 'x' } })
  return test.drop
})

describe('what a text names exactly', () => {
  it.each([
    ['rec-ada', ['record rec-ada']],
    ['hs-2', ['record rec-gone']],
    ['conn-git', ['connection conn-git', 'entity conn-git']],
    ['ada@acme.example', ['customer ada@acme.example']],
    ['ADA@acme.example', ['customer ada@acme.example']],
    ['bob_100%', ['customer bob_100%']],
    [CAUSE, [`cause ${CAUSE}`]],
    [SHARED_VIEW, [`view ${SHARED_VIEW}`]],
    [OWN_VIEW?.toUpperCase(), [`view ${OWN_VIEW}`]],
    [OTHERS_VIEW, []],
    [BATCH, []],
    ['rec-ad', []],
  ])('%s', async (text, names) => {
    const { exact } = await collect(support, text ?? '')
    expect(exact?.hits.map(({ kind, key }) => `${kind} ${key}`)).toEqual(names)
  })

  it('says of each record what must not be missed, and gives every one of an external id', async () => {
    const { exact } = await collect(support, 'same')
    expect(exact?.hits.map(({ key, state }) => [key, state])).toEqual([
      ['twin-b', undefined],
      ['twin-a', 'Archived'],
    ])
    const { exact: gone } = await collect(support, 'rec-gone')
    expect(gone?.hits).toMatchObject([
      { title: 'Analytical engine', state: 'Deleted', detail: 'CONTACT · hs-2 · HUBSPOT · ada@acme.example' },
    ])
  })
})

describe('what a text is found in', () => {
  it('each kind, by its words in any order', async () => {
    const found = await collect(support, 'lovelace ada')
    expect(keysOf(found.records)).toEqual(['rec-ada'])
    expect(found.done).toBe(true)
    expect(keysOf((await collect(support, 'github ada')).connections)).toEqual(['conn-git'])
    expect(keysOf((await collect(support, 'acme')).customers)).toEqual(['ada@acme.example'])
    expect(keysOf((await collect(support, 'refresh revoked')).causes)).toEqual([CAUSE])
    expect(keysOf((await collect(support, 'lovelace')).views)).toEqual([OWN_VIEW, SHARED_VIEW])
  })

  it('only one kind where that is asked for, and what is exactly it', async () => {
    const found = await collect(support, 'lovelace', 'views')
    expect(Object.keys(found).sort()).toEqual(['done', 'exact', 'views'])
  })

  it('users only for whoever manages them', async () => {
    expect(keysOf((await collect(admin, 'lovelace')).people)).toHaveLength(1)
    expect((await collect(support, 'lovelace')).people?.hits).toEqual([])
    expect((await collect(admin, 'lovelace@team.example')).exact?.hits).toMatchObject([{ kind: 'user' }])
    expect((await collect(support, 'lovelace@team.example')).exact?.hits).toEqual([])
  })

  it('no wildcard but what is typed', async () => {
    expect(keysOf((await collect(support, '100%')).customers)).toEqual(['bob_100%'])
    expect(keysOf((await collect(support, 'ada%example')).customers)).toEqual([])
    expect(keysOf((await collect(support, 'rec_ada')).records)).toEqual([])
  })
})

describe('what is masked', () => {
  it.each(['canary', 'canary-1', 'canary2', 'ghp_canary2canary2canary2'])(
    'is not found letter by letter: %s',
    async (text) => {
      for (const actor of [support, admin]) {
        const found = await collect(actor, text)
        expect(JSON.stringify(found)).not.toContain('rec-ada')
      }
    },
  )

  it('is not sent either', async () => {
    expect(JSON.stringify(await collect(support, 'rec-ada'))).not.toContain('canary')
  })
})

it.each([
  '%',
  '_',
  '\\',
  "'",
  '"',
  '(',
  'a'.repeat(500),
  '\u202eabc',
  'شركة',
  '\ufffd',
  '*',
  '-',
  '🜁',
  'a b c d e f g h i j k',
])('answers %s without failing', async (text) => {
  const found = await collect(admin, text)
  expect(found.done).toBe(true)
})

it('says how far words were looked for while the index is missing, once there is more than a look reaches', async () => {
  const { records } = await collect(support, 'nobody-has-this')
  expect(records).toMatchObject({ hits: [] })
  expect(records?.note).toBeUndefined()
})

it('ends without an answer when the person has typed on', async () => {
  const leaving = new AbortController()
  leaving.abort()
  const { search } = await import('./search')
  const lines: string[] = []
  for await (const { type } of search(support, { text: 'ada', locale: 'en', timeZone: 'UTC', signal: leaving.signal }))
    lines.push(type)
  expect(lines).not.toContain('done')
})
