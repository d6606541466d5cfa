import { beforeEach, describe, expect, it } from 'vitest'
import { failedSignIns } from '../account/queries'
import { actorOf } from '../db/test-actors'
import { type TestDatabase, withTestDatabase } from '../db/test-database'
import { AppError } from '../errors'
import { addUser } from '../users/add-user'
import { disableUser } from '../users/disable-user'
import { provenActor } from './actor'
import { noteFailedSignIn, sweepFailedSignIns } from './failed-sign-ins'
import { signIn } from './sign-in'

const PASSWORD = 'correct horse battery'
const email = 'ada@example.test'

describe('a failed sign-in', () => {
  let test: TestDatabase
  let userId: string
  beforeEach(async () => {
    test = await withTestDatabase()
    userId = (await addUser(actorOf('ADMIN'), { email, role: 'SUPPORT', password: PASSWORD })).userId
    return test.drop
  })

  /** Tries as the sign-in page does, and waits for what goes on after the answer. */
  const attempt = async (as: string, password: string, address = '192.0.2.1') => {
    const work: Promise<void>[] = []
    const origin = { address, userAgent: '', replaces: null }
    const claims = await signIn(
      { email: as, password },
      origin,
      (failure) => void work.push(noteFailedSignIn(failure)),
    ).catch((error: unknown) => {
      if (error instanceof AppError) return null
      throw error
    })
    await Promise.all(work)
    return claims
  }
  const trail = async () =>
    (await test.client.auditEntry.findMany({ where: { action: 'session.fail' }, orderBy: { id: 'asc' } })).map(
      ({ subjectId, after }) => ({ subjectId, after }),
    )
  const later = () =>
    test.client.$executeRaw`update mastra_admin.failed_sign_in set since = since - interval '16 minutes'`

  it('is in the trail with account, address and reason, and without the password; one that goes well is not', async () => {
    expect(await attempt(email, PASSWORD)).not.toBeNull()
    expect(await trail()).toEqual([])
    await attempt(email, 'not the one I have')
    expect(await trail()).toEqual([
      { subjectId: userId, after: { address: '192.0.2.1', reason: 'wrong password', times: 1 } },
    ])
    expect(JSON.stringify(await test.client.auditEntry.findMany())).not.toContain('not the one')
  })

  it('says whether the account is none or disabled, which the answer does not', async () => {
    await attempt('nobody@example.test', PASSWORD)
    await attempt('my pass word', 'x')
    await disableUser(actorOf('ADMIN'), { userId })
    await attempt(email, PASSWORD)
    expect(await trail()).toEqual([
      {
        subjectId: 'nobody@example.test',
        after: { account: 'unknown', address: '192.0.2.1', reason: 'wrong password', times: 1 },
      },
      { subjectId: userId, after: { address: '192.0.2.1', reason: 'account is disabled', times: 1 } },
    ])
    expect(JSON.stringify(await test.client.failedSignIn.findMany())).not.toContain('pass word')
  })

  it('again and again is two entries: the first, and how many more there were', async () => {
    for (let round = 0; round < 9; round += 1)
      await noteFailedSignIn({ email, address: '192.0.2.1', reason: 'wrong password' })
    expect(await trail()).toHaveLength(1)
    await later()
    await sweepFailedSignIns()
    await sweepFailedSignIns()
    expect((await trail()).map(({ after }) => after)).toMatchObject([{ times: 1 }, { times: 8 }])
    const shown = await failedSignIns(provenActor({ id: userId, email, role: 'SUPPORT' }))
    expect(shown).toMatchObject([
      { address: '192.0.2.1', reason: 'wrong password', times: 8 },
      { address: '192.0.2.1', reason: 'wrong password', times: 1 },
    ])
    expect(await failedSignIns(actorOf('SUPPORT'))).toEqual([])
    // Ids carry their time: an older one is out of sight before it is read.
    await test.client
      .$executeRaw`insert into mastra_admin.audit_entry (id, at, actor_id, actor_email, actor_role, action, subject_type, subject_id, correlation_id, after)
      select '00000000-0000-7000-8000-000000000000', '2020-01-01', actor_id, actor_email, actor_role, action, subject_type, subject_id, correlation_id, after
      from mastra_admin.audit_entry where action = 'session.fail' limit 1`
    expect(await failedSignIns(provenActor({ id: userId, email, role: 'SUPPORT' }))).toEqual(shown)
  })

  it('says that someone has to wait', async () => {
    await attempt(email, 'wrong')
    await test.client.signInThrottle.updateMany({ data: { failures: 2_000_000_000 } })
    await attempt(email, 'wrong')
    await attempt(email, PASSWORD)
    expect((await trail()).map(({ after }) => after)).toMatchObject([
      { reason: 'wrong password' },
      { reason: 'too many tries' },
    ])
  })

  it('cannot fill the trail, from however many addresses', async () => {
    await test.client.failedSignIn.createMany({
      data: Array.from({ length: 200 }, (_, row) => ({ key: `${row}`, subject: 'x', detail: {}, times: 1 })),
    })
    for (let round = 0; round < 5; round += 1)
      await noteFailedSignIn({ email, address: `198.51.100.${round}`, reason: 'wrong password' })
    expect(await trail()).toEqual([
      { subjectId: 'several accounts', after: { address: 'several', reason: 'several', times: 1 } },
    ])
  })

  it('is not lost with a trail that cannot be written: the sign-in is answered all the same', async () => {
    await test.client.$executeRaw`alter table mastra_admin.failed_sign_in rename to gone`
    expect(await attempt(email, 'wrong')).toBeNull()
    expect(await trail()).toEqual([])
    expect(await attempt(email, PASSWORD)).not.toBeNull()
  })
})
