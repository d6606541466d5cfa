import { beforeAll, describe, expect, it } from 'vitest'
import type { PrismaClient } from '@/lib/db/generated/client'
import { actorOf } from '@/lib/db/test-actors'
import { withTestDatabase } from '@/lib/db/test-database'
import { clearIssues } from './clear-issues'
import { clearIssuesInput } from './schema'
import { issueKey } from './stored-issues'

const operator = actorOf('OPERATOR')
let db: PrismaClient
let made = 0

beforeAll(async () => {
  db = (await withTestDatabase()).client
})

async function connection(issues: string[]): Promise<string> {
  made += 1
  const row = await db.connection.create({
    data: { name: 'GITHUB', connectionId: `user-${made}`, issues, syncConfig: { every: 60 } },
  })
  return row.id
}

const stored = async (id: string) => (await db.connection.findUniqueOrThrow({ where: { id } })).issues
const entriesOf = (subjectId: string) => db.auditEntry.findMany({ where: { subjectId }, orderBy: { id: 'asc' } })
const clear = (connectionId: string, ...messages: (string | null)[]) =>
  clearIssues(operator, { connectionId, seen: messages.map(issueKey) })

describe('clearing issues', () => {
  it('removes the one that was meant, and writes down what was and what is', async () => {
    const id = await connection(['a', 'b', 'c'])
    const outcome = await clear(id, 'b')
    expect(outcome).toMatchObject({ cleared: [issueKey('b')], alreadyGone: 0, remaining: 2 })
    expect(await stored(id)).toEqual(['a', 'c'])
    expect(await entriesOf(id)).toMatchObject([
      {
        action: 'connection.clear-issues',
        actorEmail: operator.email,
        actorRole: 'OPERATOR',
        correlationId: outcome.correlationId,
        before: { issues: ['a', 'b', 'c'] },
        after: { issues: ['a', 'c'] },
      },
    ])
  })

  it('leaves what arrived since, in place of what was seen or beside it', async () => {
    const replaced = await connection(['old'])
    await db.connection.update({ where: { id: replaced }, data: { issues: ['new'] } })
    expect(await clear(replaced, 'old')).toMatchObject({ cleared: [], alreadyGone: 1, remaining: 1 })
    expect(await stored(replaced)).toEqual(['new'])
    expect(await entriesOf(replaced)).toEqual([])

    const appended = await connection(['old'])
    await db.connection.update({ where: { id: appended }, data: { issues: { push: 'new' } } })
    expect(await clear(appended, 'old')).toMatchObject({ alreadyGone: 0, remaining: 1 })
    expect(await stored(appended)).toEqual(['new'])
  })

  it('does nothing the second time', async () => {
    const id = await connection(['a', 'b'])
    await clear(id, 'a', 'b')
    expect(await clear(id, 'a', 'b')).toMatchObject({ cleared: [], alreadyGone: 2, remaining: 0 })
    expect(await entriesOf(id)).toHaveLength(1)
  })

  it('counts copies: those that were seen go, one that came since stays', async () => {
    const id = await connection(['a', 'b', 'a', 'a'])
    expect(await clear(id, 'a', 'a')).toMatchObject({ remaining: 2 })
    expect(await stored(id)).toEqual(['b', 'a'])
  })

  it('touches no other column', async () => {
    const id = await connection(['a'])
    const before = await db.connection.findUniqueOrThrow({ where: { id } })
    await clear(id, 'a')
    expect(await db.connection.findUniqueOrThrow({ where: { id } })).toEqual({ ...before, issues: [] })
  })

  it('bears null in place of the list and in it, and any text that Postgres can hold', async () => {
    const id = await connection([])
    await db.$executeRaw`update mastra.connections set issues = null where id = ${id}`
    expect(await clear(id, 'a')).toMatchObject({ alreadyGone: 1, remaining: 0 })
    const odd = 'line\n"{},\\NULL\u2028 <b>\u{1F600} \u0001 \u202e'
    await db.$executeRaw`update mastra.connections set issues = array[null, ${odd}, 'null', ''] where id = ${id}`
    expect(await clear(id, null, odd)).toMatchObject({ alreadyGone: 0, remaining: 2 })
    expect(await stored(id)).toEqual(['null', ''])
  })

  it('says so when the connection is gone', async () => {
    await expect(clear('nowhere', 'a')).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('is refused to SUPPORT and done for OPERATOR and ADMIN', async () => {
    const id = await connection(['a', 'b'])
    const input = (message: string) => ({ connectionId: id, seen: [issueKey(message)] })
    await expect(clearIssues(actorOf('SUPPORT'), input('a'))).rejects.toMatchObject({ code: 'FORBIDDEN' })
    expect(await stored(id)).toEqual(['a', 'b'])
    await clearIssues(operator, input('a'))
    await clearIssues(actorOf('ADMIN'), input('b'))
    expect(await stored(id)).toEqual([])
  })
})

describe('what an action is given', () => {
  const key = issueKey('a')
  it.each([
    ['nothing', {}],
    ['null', null],
    ['no keys', { connectionId: 'x', seen: [] }],
    ['keys that are no list', { connectionId: 'x', seen: key }],
    ['a message for a key', { connectionId: 'x', seen: ['a'] }],
    ['a key in capitals', { connectionId: 'x', seen: [key.toUpperCase()] }],
    ['an empty id', { connectionId: '', seen: [key] }],
    ['an id with NUL', { connectionId: 'x\0', seen: [key] }],
    ['an endless id', { connectionId: 'x'.repeat(201), seen: [key] }],
    ['too many keys', { connectionId: 'x', seen: Array(501).fill(key) }],
    ['a word more', { connectionId: 'x', seen: [key], force: true }],
  ])('is refused in a sentence: %s', (_, input) => {
    const parsed = clearIssuesInput.safeParse(input)
    expect(parsed.error?.issues[0]?.message).toMatch(/^[A-Z].*\.$/)
  })

  it('is accepted when it names a connection and keys', () => {
    expect(clearIssuesInput.safeParse({ connectionId: 'x', seen: [key, key] }).success).toBe(true)
  })
})
