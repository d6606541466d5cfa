import { beforeAll, describe, expect, it } from 'vitest'
import type { PrismaClient } from '@/lib/db/generated/client'
import { actorOf } from '@/lib/db/test-actors'
import { withTestDatabase } from '@/lib/db/test-database'
import { activityPerDay, integrationsCompared, openCausesPerDay } from './overview-queries'

const support = actorOf('SUPPORT')
const now = new Date('2026-03-30T12:30:00.000Z')
const clock = { now, timeZone: 'Europe/Berlin' }
const hour = (text: string) => new Date(`2026-03-${text}:00:00.000Z`)
let db: PrismaClient

beforeAll(async () => {
  db = (await withTestDatabase()).client
  const health = { integration: 'HUBSPOT', customer: 'ada' }
  await db.connectionHealth.createMany({
    data: [
      { ...health, connectionId: 'a', state: 'failing' },
      { ...health, connectionId: 'b', state: 'degraded' },
      { ...health, connectionId: 'c', state: 'quiet' },
      { ...health, connectionId: 'd', integration: 'SLACK', state: null },
    ],
  })
  await db.activityHour.createMany({
    data: [
      { hour: hour('30T11'), integration: 'HUBSPOT', records: 3 },
      { hour: hour('28T23'), integration: 'HUBSPOT', records: 4 },
      { hour: hour('28T22'), integration: '', records: 5 },
    ],
  })
  const cause = { kind: 'other', firstSeenAt: now, appearedAt: now, integrations: ['HUBSPOT', 'GMAIL'] }
  await db.issueCause.createMany({
    data: [
      { ...cause, id: 'open', title: 'Open' },
      { ...cause, id: 'gone', title: 'Gone', resolvedAt: now },
    ],
  })
  await db.healthSample.createMany({
    data: [
      { hour: hour('28T10'), openCauses: 7 },
      { hour: hour('28T12'), openCauses: 6 },
      { hour: hour('30T12'), openCauses: 2 },
    ],
  })
})

describe('the numbers that the overview draws', () => {
  it('compare integrations by what was judged and counted', async () => {
    expect(await integrationsCompared(support, now)).toEqual([
      { integration: 'HUBSPOT', connections: 3, failing: 2, quiet: 1, openCauses: 1, lastDay: 3, lastWeek: 7 },
      { integration: 'SLACK', connections: 1, failing: 0, quiet: 0, openCauses: 0, lastDay: 0, lastWeek: 0 },
    ])
  })

  it('are those of the days of the viewer', async () => {
    const values = (days: { value: number | null }[]) => days.map(({ value }) => value)
    expect(values(await activityPerDay(support, clock, 3))).toEqual([5, 4, 3])
    expect(values(await openCausesPerDay(support, clock, 3))).toEqual([6, null, 2])
  })
})
