import { beforeAll, beforeEach, expect, it } from 'vitest'
import { provenActor } from '../auth/actor'
import type { Role } from '../auth/permissions'
import type { PrismaClient } from '../db/generated/client'
import { actorOf } from '../db/test-actors'
import { withTestDatabase } from '../db/test-database'
import { keepHelp } from './keep-help'
import { helpShown } from './queries'
import { keepHelpInput } from './schema'

const ada = actorOf('SUPPORT', 'ada')
const bob = actorOf('ADMIN', 'bob')
let db: PrismaClient

beforeAll(async () => {
  const test = await withTestDatabase()
  db = test.client
  return test.drop
})
beforeEach(async () => {
  await db.preference.deleteMany()
})
const shownTo = async (actor = ada, isDemo = true) => [...(await helpShown(actor, isDemo))]

it('shows newcomers of the demo everything, and nobody elsewhere anything', async () => {
  expect(await shownTo()).toEqual(['tour', 'questions'])
  expect(await shownTo(ada, false)).toEqual([])
})

it('keeps what a person took away for them alone, however often they say so, until they take that back', async () => {
  for (let time = 0; time < 2; time += 1) await keepHelp(ada, { part: 'tour', shown: false })
  expect(await shownTo()).toEqual(['questions'])
  expect(await shownTo(bob)).toEqual(['tour', 'questions'])
  expect(await db.preference.count()).toBe(1)
  await keepHelp(ada, { part: 'tour', shown: true })
  expect(await shownTo()).toEqual(['tour', 'questions'])
  expect(await db.auditEntry.count()).toBe(0)
})

it('is for each role, and for no one without', async () => {
  for (const role of ['SUPPORT', 'OPERATOR', 'ADMIN'] as const) {
    const someone = actorOf(role, `some-${role}`)
    await keepHelp(someone, { part: 'questions', shown: false })
    expect(await shownTo(someone)).toEqual(['tour'])
  }
  const nobody = provenActor({ id: 'x', email: 'x@test.local', role: 'NONE' as Role })
  await expect(keepHelp(nobody, { part: 'tour', shown: false })).rejects.toMatchObject({ code: 'FORBIDDEN' })
})

it('takes no other name and no other value', () => {
  for (const wrong of [{ part: 'sidebar', shown: true }, { part: 'tour', shown: 'no' }, { part: 'tour' }, null, []])
    expect(keepHelpInput.safeParse(wrong).success).toBe(false)
  expect(keepHelpInput.safeParse({ part: 'tour', shown: false }).success).toBe(true)
})
