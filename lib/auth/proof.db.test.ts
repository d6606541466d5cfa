import { beforeAll, describe, expect, it } from 'vitest'
import { prove } from '../account/prove'
import { undo } from '../audit/undo'
import { startBatch } from '../batches/control'
import { actorOf } from '../db/test-actors'
import { type TestDatabase, withTestDatabase } from '../db/test-database'
import { addRule } from '../masking/add-rule'
import { addUser } from '../users/add-user'
import { changeRules } from '../users/change-rules'
import { type Actor, actorOfSession, provenActor } from './actor'
import { requireProof } from './proof'
import { signIn } from './sign-in'
import { unnoted } from './test-failures'

const PASSWORD = 'correct horse battery'
const UNPROVEN = { code: 'UNPROVEN' }

let test: TestDatabase
beforeAll(async () => {
  test = await withTestDatabase()
  return test.drop
})

/** Someone new who signed in so many minutes ago, and a way to look them up again. */
async function signedIn(minutesAgo: number): Promise<{ actor: Actor; now: () => Promise<Actor> }> {
  const email = `${crypto.randomUUID()}@example.test`
  await addUser(actorOf('ADMIN'), { email, role: 'ADMIN', password: PASSWORD })
  const claims = await signIn({ email, password: PASSWORD }, { address: '', userAgent: '', replaces: null }, unnoted)
  if (!claims) throw new Error('The sign-in was refused.')
  await test.client
    .$executeRaw`update mastra_admin.session set proven_at = now() - make_interval(mins => ${minutesAgo}::int)
    where id = ${claims.sid}::uuid`
  const now = async () => {
    const actor = await actorOfSession(claims)
    if (!actor) throw new Error('The session has ended.')
    return actor
  }
  return { actor: await now(), now }
}

/** A batch of so many records that this person has prepared. */
async function prepared({ id: actorId, email: actorEmail }: Actor, total: number): Promise<{ batchId: string }> {
  const batch = await test.client.batch.create({
    data: { verb: 'soft-delete', scope: {}, state: 'ready', actorId, actorEmail, total },
  })
  return { batchId: batch.id }
}

describe('the proof that it is still the same person', () => {
  it('counts for ten minutes from the sign-in on, and again from each password given', async () => {
    expect(() => requireProof(provenActor({ id: 'x', email: 'command line', role: 'ADMIN' }))).not.toThrow()
    const { actor: fresh } = await signedIn(9)
    expect(() => requireProof(fresh)).not.toThrow()
    const { actor, now } = await signedIn(11)
    expect(() => requireProof(actor)).toThrow(expect.objectContaining(UNPROVEN))
    await expect(prove(actor, { password: 'wrong', code: '' })).rejects.toMatchObject({ code: 'INVALID' })
    expect(() => requireProof(actor)).toThrow(expect.objectContaining(UNPROVEN))
    await prove(actor, { password: PASSWORD, code: '' })
    expect(await now().then(requireProof)).toBeUndefined()
    const trail = await test.client.auditEntry.findMany({ where: { subjectId: actor.id, action: 'session.prove' } })
    expect(trail).toHaveLength(1)
  })

  it('cannot be guessed', async () => {
    const { actor } = await signedIn(11)
    for (let index = 0; index < 5; index += 1)
      await expect(prove(actor, { password: 'wrong', code: '' })).rejects.toMatchObject({ code: 'INVALID' })
    await test.client.$executeRaw`update mastra_admin.sign_in_throttle set blocked_until = now() + interval '1 minute'
      where blocked_until is not null`
    await expect(prove(actor, { password: PASSWORD, code: '' })).rejects.toMatchObject({ code: 'LIMIT' })
  })

  it('is asked for before a batch from the size on that is set, and not below', async () => {
    const { actor } = await signedIn(11)
    await startBatch(actor, await prepared(actor, 999))
    const large = await prepared(actor, 1_000)
    await expect(startBatch(actor, large)).rejects.toMatchObject(UNPROVEN)
    expect(await test.client.batch.findUniqueOrThrow({ where: { id: large.batchId } })).toMatchObject({
      state: 'ready',
    })
    const seen = { codesFor: [], proofFrom: 1_000 }
    await changeRules(actorOf('ADMIN'), { seen, rules: { ...seen, proofFrom: 1_001 } })
    await startBatch(actor, large)
    expect(await test.client.auditEntry.count({ where: { subjectId: large.batchId } })).toBe(1)
  })

  it('is asked for before a masking rule is taken back from the trail', async () => {
    const { actor } = await signedIn(11)
    const { correlationId } = await addRule(actor, {
      target: { kind: 'key', key: 'privateNote' },
      effect: { shown: 'masked' },
      note: '',
    })
    await expect(undo(actor, { correlationId })).rejects.toMatchObject(UNPROVEN)
    expect(await test.client.maskRule.count()).toBe(1)
    const { actor: fresh } = await signedIn(1)
    await undo(fresh, { correlationId })
    expect(await test.client.maskRule.count()).toBe(0)
  })
})
