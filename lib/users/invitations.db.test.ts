import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { askReset } from '../auth/ask-reset'
import { choosePassword, lookAtLink } from '../auth/choose-password'
import { signIn } from '../auth/sign-in'
import { unnoted } from '../auth/test-failures'
import { actorOf } from '../db/test-actors'
import { type TestDatabase, withTestDatabase } from '../db/test-database'
import { type MailServer, startMailServer } from '../db/test-mail-server'
import { env } from '../env'
import { addUser } from './add-user'
import { changeRole } from './change-role'
import { disableUser } from './disable-user'
import { inviteUser } from './invite-user'
import { makePasswordLink } from './make-link'
import { listUsers } from './queries'
import { setUserPassword } from './set-password'
import { withdrawInvitation } from './withdraw-invitation'

const admin = actorOf('ADMIN')
const PASSWORD = 'correct horse battery'
const NEW = 'another long password'

describe('links that administrators make', () => {
  let test: TestDatabase
  let mail: MailServer
  let added = 0
  beforeAll(async () => {
    mail = await startMailServer()
    test = await withTestDatabase()
  })
  beforeEach(() => {
    Object.assign(env(), { SMTP_URL: mail.url, SMTP_FROM: 'Mastra Admin <admin@acme.example>' })
    mail.refuse(false)
  })
  afterAll(async () => {
    Object.assign(env(), { SMTP_URL: undefined, SMTP_FROM: undefined })
    await test.drop()
    await mail.stop()
  })

  const byHand = () => Object.assign(env(), { SMTP_URL: undefined })
  const fresh = () => {
    added += 1
    return `user${added}@example.test`
  }
  const someone = async (role: 'SUPPORT' | 'ADMIN' = 'SUPPORT') => {
    const email = fresh()
    return { email, ...(await addUser(admin, { email, role, password: PASSWORD })) }
  }
  const tokenIn = (path: string | null) => path?.split('#')[1] ?? ''
  const enter = (email: string, password: string) =>
    signIn({ email, password }, { address: `192.0.2.${added}`, userAgent: '', replaces: null }, unnoted)
  const trail = async (subjectId: string) =>
    test.client.auditEntry.findMany({
      where: { subjectId, NOT: { action: 'session.sign-in' } },
      orderBy: { id: 'asc' },
      select: { action: true, after: true, actorEmail: true },
    })
  const actions = async (id: string) => (await trail(id)).map(({ action }) => action)
  /** Asks as the page does, and waits for what goes on after the answer. */
  const ask = async (email: string, address = `198.51.100.${added}`) => {
    const work: (() => Promise<void>)[] = []
    await askReset({ email }, { address, later: (piece) => void work.push(piece) })
    for (const piece of work) await piece()
  }

  it('invite someone by e-mail, who chooses a password once and is in', async () => {
    const email = fresh()
    const made = await inviteUser(admin, { email, role: 'OPERATOR' })
    expect(made).toMatchObject({ path: null, notSent: null, purpose: 'invite' })
    const token = mail.tokenFor(email) ?? ''
    expect(token).toMatch(/^[\w-]{43}$/)
    expect((await listUsers(admin)).find((user) => user.email === email)?.invitation?.until).toBe(made.until)
    expect(await enter(email, PASSWORD)).toBeNull()
    expect(await lookAtLink({ token })).toEqual({ purpose: 'invite', email, role: 'OPERATOR' })
    expect(await lookAtLink({ token })).not.toBeNull()
    await choosePassword({ token, password: NEW })
    expect(await enter(email, NEW)).not.toBeNull()
    expect((await listUsers(admin)).find((user) => user.email === email)?.invitation).toBeNull()
    expect(await lookAtLink({ token })).toBeNull()
    await expect(choosePassword({ token, password: PASSWORD })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(await enter(email, NEW)).not.toBeNull()
    expect(await trail(made.userId)).toMatchObject([
      { action: 'user.invite', after: { email, role: 'OPERATOR' } },
      { action: 'user.send-link', after: { purpose: 'invite', accepted: true } },
      { action: 'user.use-link', actorEmail: email },
      // Twice within a minute is once.
      { action: 'user.refuse-link', actorEmail: 'not signed in', after: { purpose: 'invite', why: 'used' } },
    ])
  })

  it('are given to the administrator where no e-mail can be sent, or the mail server refuses', async () => {
    mail.refuse(true)
    const refused = await inviteUser(admin, { email: fresh(), role: 'SUPPORT' })
    expect(refused).toMatchObject({ notSent: 'The mail server refused the sender or a recipient.' })
    expect(await lookAtLink({ token: tokenIn(refused.path) })).toMatchObject({ purpose: 'invite' })
    byHand()
    const email = fresh()
    const made = await inviteUser(admin, { email, role: 'SUPPORT' })
    expect(made.notSent).toBeNull()
    await choosePassword({ token: tokenIn(made.path), password: NEW })
    expect(await enter(email, NEW)).not.toBeNull()
    await expect(inviteUser(admin, { email, role: 'ADMIN' })).rejects.toMatchObject({ code: 'CONFLICT' })
    await expect(ask(email)).rejects.toMatchObject({ code: 'INVALID' })
  })

  it('are kept as hashes, and stand in no entry of the trail', async () => {
    byHand()
    const { path } = await inviteUser(admin, { email: fresh(), role: 'SUPPORT' })
    const kept = JSON.stringify([
      await test.client.oneTimeLink.findMany(),
      await test.client.auditEntry.findMany().then((entries) => entries.map(({ after, before }) => [after, before])),
    ])
    expect(kept).not.toContain(tokenIn(path))
  })

  it('of an administrator end those before, and end with a password that is set or a person who is disabled', async () => {
    byHand()
    const { userId } = await someone()
    const next = async () => tokenIn((await makePasswordLink(admin, { userId })).path)
    const [one, two] = [await next(), await next()]
    expect(await lookAtLink({ token: one })).toBeNull()
    expect(await lookAtLink({ token: two })).toMatchObject({ purpose: 'reset' })
    await setUserPassword(admin, { userId, password: NEW })
    expect(await lookAtLink({ token: two })).toBeNull()
    const three = await next()
    await disableUser(admin, { userId })
    await expect(choosePassword({ token: three, password: NEW })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(makePasswordLink(admin, { userId })).rejects.toMatchObject({ code: 'CONFLICT' })
  })

  it('are made by administrators alone', async () => {
    const { userId } = await someone()
    for (const role of ['SUPPORT', 'OPERATOR'] as const) {
      const other = actorOf(role)
      for (const tried of [
        inviteUser(other, { email: 'x@example.test', role: 'ADMIN' }),
        makePasswordLink(other, { userId }),
        withdrawInvitation(other, { userId }),
      ])
        await expect(tried).rejects.toMatchObject({ code: 'FORBIDDEN' })
    }
    expect(await actions(userId)).toEqual(['user.add'])
  })

  it('of an invitation are withdrawn with it; who has come cannot be', async () => {
    byHand()
    const { email, userId, path } = await inviteUser(admin, { email: fresh(), role: 'SUPPORT' })
    await withdrawInvitation(admin, { userId })
    expect(await lookAtLink({ token: tokenIn(path) })).toBeNull()
    expect(await actions(userId)).toEqual(['user.invite', 'user.withdraw', 'user.refuse-link'])
    const again = await inviteUser(admin, { email, role: 'SUPPORT' })
    await choosePassword({ token: tokenIn(again.path), password: NEW })
    await expect(withdrawInvitation(admin, again)).rejects.toMatchObject({ code: 'CONFLICT' })
  })

  it('that wait for an administrator make none: the last one who is here stays', async () => {
    await test.client.user.updateMany({ where: { role: 'ADMIN' }, data: { role: 'SUPPORT' } })
    const { userId } = await someone('ADMIN')
    await inviteUser(admin, { email: fresh(), role: 'ADMIN' })
    const demotion = changeRole(admin, { userId, from: 'ADMIN', to: 'SUPPORT' })
    await expect(demotion).rejects.toMatchObject({ code: 'CONFLICT' })
  })
})
