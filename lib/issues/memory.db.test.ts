import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { undo } from '@/lib/audit/undo'
import { clearIssues } from '@/lib/connections/clear-issues'
import { issueKey } from '@/lib/connections/stored-issues'
import type { PrismaClient } from '@/lib/db/generated/client'
import { actorOf } from '@/lib/db/test-actors'
import { withTestDatabase } from '@/lib/db/test-database'
import { assignCauses } from './assign'
import { fingerprintOf } from './fingerprint'
import { linkTicket } from './link-ticket'
import { muteCauses, putBackMuting, unmuteCauses } from './mute'
import { getCause, issuesOfConnection, lastClearing, listCauses } from './queries'
import { regroupIssues } from './regroup'
import { rememberIssues } from './remember'
import { muteCausesInput } from './schema'
import { type CauseView, readCauseSearch } from './search-params'

const operator = actorOf('OPERATOR')
const support = actorOf('SUPPORT')
const clock = { now: new Date(), timeZone: 'UTC' }
let db: PrismaClient
let made = 0

beforeAll(async () => {
  db = (await withTestDatabase()).client
})
beforeEach(async () => {
  await db.connection.deleteMany()
  await rememberIssues()
  await db.issueSighting.deleteMany()
  await db.issueCause.deleteMany()
})

async function connection(...issues: string[]): Promise<string> {
  made += 1
  const row = await db.connection.create({ data: { name: `SYSTEM_${made % 3}`, connectionId: `user-${made}`, issues } })
  return row.id
}
const set = (id: string, ...issues: string[]) => db.connection.update({ where: { id }, data: { issues } })
const causeOf = async (message: string) => {
  const cause = await getCause(support, fingerprintOf(message))
  if (!cause || 'replacedBy' in cause) throw new Error('There is no such cause.')
  return cause
}
const titles = async (state: CauseView) => {
  const { search } = readCauseSearch({ state, sort: 'title' })
  const result = await listCauses(support, search, clock)
  return result.kind === 'page' ? result.page.rows.map(({ title }) => title) : result
}

describe('the memory of issues', () => {
  it('notices what appears, changes and vanishes, once each, however often it looks', async () => {
    const id = await connection('alpha went wrong', 'beta went wrong')
    expect(await rememberIssues()).toEqual({ appeared: 2, vanished: 0 })
    expect(await rememberIssues()).toEqual({ appeared: 0, vanished: 0 })
    await set(id, 'gamma went wrong')
    expect(await rememberIssues()).toEqual({ appeared: 1, vanished: 2 })
    const seen = await issuesOfConnection(support, id)
    expect(seen[0]).toMatchObject({ message: 'gamma went wrong', goneAt: null })
    const before = seen.slice(1).map(({ message, goneAt }) => [message, goneAt !== null])
    expect(before.sort()).toEqual([
      ['alpha went wrong', true],
      ['beta went wrong', true],
    ])
    await db.connection.delete({ where: { id } })
    expect(await rememberIssues()).toEqual({ appeared: 0, vanished: 1 })
    expect((await issuesOfConnection(support, id)).every(({ goneAt }) => goneAt !== null)).toBe(true)
  })

  it('groups by cause, and tells of how many connections and integrations', async () => {
    for (const number of [1, 2, 3, 4]) await connection(`Quota of user ${number}0${number}77${number} was reached`)
    await rememberIssues()
    expect(await causeOf('Quota of user 999999 was reached')).toMatchObject({
      connections: 4,
      integrations: ['SYSTEM_0', 'SYSTEM_1', 'SYSTEM_2'],
      state: 'new',
    })
  })

  it('keeps no secret, and of a long message only its beginning', async () => {
    const id = await connection(`Failed with token=canary9a7b1 ${'x'.repeat(9_000)}😀`)
    await rememberIssues()
    const [row] = await issuesOfConnection(support, id)
    expect(row?.message).not.toContain('canary9a7b1')
    expect(row?.message.length).toBeLessThanOrEqual(4_000)
    expect(JSON.stringify(await db.issueCause.findMany())).not.toContain('canary9a7b1')
  })

  it('looks at one connection alone, at messages of any form, and while others look', async () => {
    const one = await connection('one alone', '', '😀'.repeat(3_000), "quote ' and \\ and \n")
    await connection('another')
    expect(await rememberIssues(one)).toEqual({ appeared: 4, vanished: 0 })
    const looks = await Promise.all(Array.from({ length: 4 }, () => rememberIssues()))
    expect(looks.reduce((sum, looked) => sum + (looked?.appeared ?? 0), 0)).toBe(1)
    await db.$executeRaw`update mastra.connections set issues = array[null, 'x']::text[] where id = ${one}`
    expect(await rememberIssues(one)).toEqual({ appeared: 2, vanished: 4 })
    expect(await rememberIssues(one)).toEqual({ appeared: 0, vanished: 0 })
  })

  it('resolves a cause that no connection has any more, and says who cleared it when it comes back', async () => {
    const id = await connection('It broke')
    await rememberIssues()
    await clearIssues(operator, { connectionId: id, seen: [issueKey('It broke')] })
    expect(await causeOf('It broke')).toMatchObject({ state: 'resolved', connections: 0 })
    expect(await titles('resolved')).toEqual(['It broke'])
    expect(await lastClearing(support, fingerprintOf('It broke'))).toMatchObject({ by: operator.email })
    await set(id, 'It broke')
    await rememberIssues()
    expect(await causeOf('It broke')).toMatchObject({ state: 'reopened', connections: 1, resolvedAt: null })
    expect(await titles('open')).toEqual(['It broke'])
  })

  it('goes on as before when a clearing is undone', async () => {
    const id = await connection('Undone')
    await rememberIssues()
    const { correlationId } = await clearIssues(operator, { connectionId: id, seen: [issueKey('Undone')] })
    await undo(operator, { correlationId })
    expect(await causeOf('Undone')).toMatchObject({ state: 'new', connections: 1, reopenedAt: null })
    expect(await issuesOfConnection(support, id)).toMatchObject([{ goneAt: null, clearedBy: null }])
    expect(await rememberIssues()).toEqual({ appeared: 0, vanished: 0 })
  })

  it('remembers a message of which a copy is left', async () => {
    const id = await connection('Twice', 'Twice')
    await rememberIssues()
    await clearIssues(operator, { connectionId: id, seen: [issueKey('Twice')] })
    expect(await causeOf('Twice')).toMatchObject({ state: 'new', connections: 1 })
  })
})

describe('what people say of a cause', () => {
  it('mutes it until a further connection gets it, or until a moment, and shows it again', async () => {
    await connection('Known')
    await rememberIssues()
    const causeId = fingerprintOf('Known')
    await muteCauses(operator, { causeIds: [causeId], until: null })
    expect(await titles('open')).toEqual([])
    expect(await titles('muted')).toEqual(['Known'])
    await rememberIssues()
    expect(await titles('muted')).toEqual(['Known'])
    await connection('Known')
    await rememberIssues()
    expect(await titles('open')).toEqual(['Known'])

    await muteCauses(operator, { causeIds: [causeId], until: new Date(Date.now() + 60_000).toISOString() })
    await connection('Known')
    await rememberIssues()
    expect(await titles('muted')).toEqual(['Known'])
    const unmuted = await unmuteCauses(operator, { causeIds: [causeId] })
    expect(unmuted).toMatchObject({ changed: 1 })
    expect(await unmuteCauses(operator, { causeIds: [causeId] })).toEqual({ changed: 0, before: [] })
    expect(await titles('open')).toEqual(['Known'])
    await putBackMuting(operator, { mutings: unmuted.before })
    expect(await titles('muted')).toEqual(['Known'])
    await unmuteCauses(operator, { causeIds: [causeId] })
    expect(await titles('open')).toEqual(['Known'])
    expect(muteCausesInput.safeParse({ causeIds: [causeId], until: '2020-01-01T00:00:00.000Z' }).success).toBe(false)
  })

  it('assigns it and links it, each with an entry, and refuses support and who may not sign in', async () => {
    await connection('Looked after')
    await rememberIssues()
    const causeId = fingerprintOf('Looked after')
    const email = `${randomUUID()}@test.local`
    const { id: userId } = await db.user.create({ data: { email, role: 'SUPPORT', passwordHash: 'none' } })
    await assignCauses(operator, { causes: [{ causeId, userId }] })
    await linkTicket(operator, { causeId, ticket: 'OPS-12' })
    expect(await causeOf('Looked after')).toMatchObject({ assigneeEmail: email, ticket: 'OPS-12' })
    await db.user.update({ where: { id: userId }, data: { disabledAt: new Date() } })
    await expect(assignCauses(operator, { causes: [{ causeId, userId }] })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(assignCauses(support, { causes: [{ causeId, userId: null }] })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
    await expect(linkTicket(support, { causeId, ticket: null })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(muteCauses(support, { causeIds: [causeId], until: null })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    const entries = await db.auditEntry.findMany({ where: { subjectId: causeId }, orderBy: { id: 'asc' } })
    expect(entries.map(({ action, after }) => [action, after])).toEqual([
      ['issue.assign', { assignee: email }],
      ['issue.link-ticket', { ticket: 'OPS-12' }],
    ])
  })
})

describe('what people say of many causes at once', () => {
  it('is said of each with an entry, and is taken back as it was for each', async () => {
    await connection('First one')
    await connection('Second one')
    await rememberIssues()
    const [first, second] = ['First one', 'Second one'].map(fingerprintOf) as [string, string]
    await muteCauses(operator, { causeIds: [first], until: null })
    const until = new Date(Date.now() + 60_000).toISOString()
    const muted = await muteCauses(operator, { causeIds: [first, second], until })
    expect(muted).toMatchObject({ changed: 2 })
    expect(await titles('muted')).toEqual(['First one', 'Second one'])
    await putBackMuting(operator, { mutings: muted.before })
    expect(await titles('muted')).toEqual(['First one'])
    expect(await causeOf('First one')).toMatchObject({ mutedUntil: null, mutedUntilChange: true })

    const email = `${randomUUID()}@test.local`
    const { id: userId } = await db.user.create({ data: { email, role: 'SUPPORT', passwordHash: 'none' } })
    await assignCauses(operator, { causes: [{ causeId: second, userId }] })
    const assigned = await assignCauses(operator, { causes: [first, second].map((causeId) => ({ causeId, userId })) })
    expect(assigned).toEqual({ changed: 1, before: [{ causeId: first, userId: null }] })
    await assignCauses(operator, { causes: assigned.before })
    expect(await causeOf('First one')).toMatchObject({ assigneeEmail: null })
    expect(await causeOf('Second one')).toMatchObject({ assigneeEmail: email })
    const entries = await db.auditEntry.findMany({ where: { subjectId: second }, orderBy: { id: 'asc' } })
    expect(entries.map(({ action }) => action)).toEqual(['issue.mute', 'issue.unmute', 'issue.assign'])
    await expect(muteCauses(operator, { causeIds: ['0'.repeat(32)], until: null })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
  })
})

describe('better rules', () => {
  it('group the past anew, and what was said goes to where most messages went', async () => {
    await connection('Red failed')
    await connection('Blue failed')
    await rememberIssues()
    const red = fingerprintOf('Red failed')
    await linkTicket(operator, { causeId: red, ticket: 'OPS-7' })
    const colourless = (message: string) => fingerprintOf(message.replace(/Red|Blue/, 'Colour'))
    expect(await regroupIssues(99, colourless)).toBe(2)
    expect(await regroupIssues(99, colourless)).toBe(0)
    const heir = colourless('Red failed')
    expect(await getCause(support, red)).toEqual({ replacedBy: heir })
    expect(await getCause(support, heir)).toMatchObject({ connections: 2, ticket: 'OPS-7', state: 'new' })
    expect(await rememberIssues()).toEqual({ appeared: 0, vanished: 0 })
  })
})
