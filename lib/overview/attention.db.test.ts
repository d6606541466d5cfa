import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { PrismaClient } from '@/lib/db/generated/client'
import { actorOf } from '@/lib/db/test-actors'
import { withTestDatabase } from '@/lib/db/test-database'
import { rememberIssues } from '../issues/remember'
import { needsAttention } from './attention'

const support = actorOf('SUPPORT')
const now = new Date()
const viewer = { now, timeZone: 'UTC', locale: 'en' }
const ago = (hours: number) => new Date(now.getTime() - hours * 3_600_000)
let db: PrismaClient

beforeAll(async () => {
  db = (await withTestDatabase()).client
})
beforeEach(async () => {
  await db.$executeRaw`truncate mastra.connections, mastra_admin.connection_health, mastra_admin.batch, mastra_admin.export,
    mastra_admin.issue_cause cascade`
})

async function judged(name: string, customer: string, state: string, since: Date, issues: string[] = []) {
  const { id } = await db.connection.create({ data: { name, connectionId: customer, issues } })
  await db.connectionHealth.create({ data: { connectionId: id, integration: name, customer, state, since } })
  return id
}
const told = async (actor = support) =>
  (await needsAttention(actor, viewer)).map(({ word, title, target, step }) => [word, title, target.to, step])

describe('what needs attention', () => {
  it('is nothing where nothing does', async () => {
    await judged('GITHUB', 'ada', 'healthy', ago(1))
    expect(await told()).toEqual([])
  })

  it('has the newest first, each with one next step', async () => {
    await judged('GITHUB', 'ada', 'quiet', ago(3))
    await judged('SLACK', 'bob', 'failing', ago(5), ['It broke'])
    await rememberIssues()
    const batch = { verb: 'soft-delete', scope: {}, actorId: 'x', actorEmail: 'x@test.local', total: 1200 }
    await db.batch.createMany({
      data: [
        { ...batch, state: 'paused', startedAt: ago(4) },
        { ...batch, state: 'failed', startedAt: ago(300), endedAt: ago(290) },
        { ...batch, state: 'done', startedAt: ago(1), endedAt: ago(1) },
      ],
    })
    const file = { table: 'records', format: 'csv', actorEmail: support.email, startedAt: ago(6), endedAt: ago(5) }
    await db.export.createMany({
      data: [
        { ...file, actorId: support.id },
        { ...file, actorId: 'another' },
      ],
    })
    expect(await told()).toEqual([
      ['New cause', 'It broke', 'cause', 'Open cause'],
      ['Quiet', 'GITHUB of ada', 'connection', 'Open connection'],
      ['Paused', 'Batch of 1,200 records', 'batch', 'Open batch'],
      ['Interrupted', 'Export of records', 'exports', 'Open exports'],
    ])
    // Files of others are for those who manage users.
    expect((await told(actorOf('ADMIN'))).filter(([word]) => word === 'Interrupted')).toHaveLength(2)
  })

  it('tells one thing of an integration as one, and what is hidden in a credential not at all', async () => {
    for (const customer of ['a', 'b', 'c']) await judged('HUBSPOT', customer, 'quiet', ago(2))
    const ended = await judged('SLACK', 'bob', 'failing', ago(5), ['No'])
    const renewed = await judged('GMAIL', 'eve', 'failing', ago(5), ['No'])
    const value = { access_token: 'canary5c1d', expires_at: Math.floor(ago(72).getTime() / 1000) }
    await db.credential.create({ data: { type: 'OAUTH', value, scope: [], k_id: ended } })
    await db.credential.create({
      data: { type: 'OAUTH', value: { ...value, refresh_token: 'canary5c1e' }, scope: [], k_id: renewed },
    })
    const items = await needsAttention(support, viewer)
    expect(items.map(({ kind, title }) => [kind, title])).toEqual([
      ['quiet', 'HUBSPOT'],
      ['credential', 'SLACK of bob'],
    ])
    expect(items[0]?.sentence).toContain('3 connections went quiet')
    expect(items[1]?.sentence).toContain('expired 3 days ago')
    expect(JSON.stringify(items)).not.toContain('canary5c')
  })
})
