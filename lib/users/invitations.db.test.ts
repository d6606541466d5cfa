import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { choosePassword, lookAtLink } from '../auth/choose-password'
import { LinkWorld, PASSWORD } from '../auth/test/link-world'
import { actorOf } from '../db/test-actors'
import { changeRole } from './change-role'
import { disableUser } from './disable-user'
import { inviteUser } from './invite-user'
import { makePasswordLink } from './make-link'
import { listUsers } from './queries'
import { setUserPassword } from './set-password'
import { withdrawInvitation } from './withdraw-invitation'

const NEW = 'another long password'

describe('links that administrators make', () => {
  let world: LinkWorld
  beforeAll(async () => {
    world = await LinkWorld.make()
    return world.end
  })
  beforeEach(() => world.byMail())

  it('invite someone by e-mail, who chooses a password once and is in', async () => {
    const email = world.fresh()
    const made = await inviteUser(world.admin, { email, role: 'OPERATOR' })
    expect(made).toMatchObject({ path: null, notSent: null, purpose: 'invite' })
    const token = world.mail.tokenFor(email) ?? ''
    expect(token).toMatch(/^[\w-]{43}$/)
    expect((await listUsers(world.admin)).find((user) => user.email === email)?.invitation?.until).toBe(made.until)
    expect(await world.enter(email, PASSWORD)).toBeNull()
    expect(await lookAtLink({ token })).toEqual({ purpose: 'invite', email, role: 'OPERATOR' })
    expect(await lookAtLink({ token })).not.toBeNull()
    await choosePassword({ token, password: NEW })
    expect(await world.enter(email, NEW)).not.toBeNull()
    expect((await listUsers(world.admin)).find((user) => user.email === email)?.invitation).toBeNull()
    expect(await lookAtLink({ token })).toBeNull()
    await expect(choosePassword({ token, password: PASSWORD })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(await world.enter(email, NEW)).not.toBeNull()
    expect(await world.trail(made.userId)).toMatchObject([
      { action: 'user.invite', after: { email, role: 'OPERATOR' } },
      { action: 'user.send-link', after: { purpose: 'invite', accepted: true } },
      { action: 'user.use-link', actorEmail: email },
      // Twice within a minute is once.
      { action: 'user.refuse-link', actorEmail: 'not signed in', after: { purpose: 'invite', why: 'used' } },
    ])
  })

  it('are given to the administrator where no e-mail can be sent, or the mail server refuses', async () => {
    world.mail.refuse(true)
    const refused = await inviteUser(world.admin, { email: world.fresh(), role: 'SUPPORT' })
    expect(refused).toMatchObject({ notSent: 'The mail server refused the sender or a recipient.' })
    expect(await lookAtLink({ token: world.tokenIn(refused.path) })).toMatchObject({ purpose: 'invite' })
    world.byHand()
    const email = world.fresh()
    const made = await inviteUser(world.admin, { email, role: 'SUPPORT' })
    expect(made.notSent).toBeNull()
    await choosePassword({ token: world.tokenIn(made.path), password: NEW })
    expect(await world.enter(email, NEW)).not.toBeNull()
    await expect(inviteUser(world.admin, { email, role: 'ADMIN' })).rejects.toMatchObject({ code: 'CONFLICT' })
    await expect(world.ask(email)).rejects.toMatchObject({ code: 'INVALID' })
  })

  it('are kept as hashes, and stand in no entry of the trail', async () => {
    world.byHand()
    const { path } = await inviteUser(world.admin, { email: world.fresh(), role: 'SUPPORT' })
    const kept = JSON.stringify([
      await world.test.client.oneTimeLink.findMany(),
      await world.test.client.auditEntry
        .findMany()
        .then((entries) => entries.map(({ after, before }) => [after, before])),
    ])
    expect(kept).not.toContain(world.tokenIn(path))
  })

  it('of an administrator end those before, and end with a password that is set or a person who is disabled', async () => {
    world.byHand()
    const { userId } = await world.someone()
    const next = async () => world.tokenIn((await makePasswordLink(world.admin, { userId })).path)
    const [one, two] = [await next(), await next()]
    expect(await lookAtLink({ token: one })).toBeNull()
    expect(await lookAtLink({ token: two })).toMatchObject({ purpose: 'reset' })
    await setUserPassword(world.admin, { userId, password: NEW })
    expect(await lookAtLink({ token: two })).toBeNull()
    const three = await next()
    await disableUser(world.admin, { userId })
    await expect(choosePassword({ token: three, password: NEW })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(makePasswordLink(world.admin, { userId })).rejects.toMatchObject({ code: 'CONFLICT' })
  })

  it('are made by administrators alone', async () => {
    const { userId } = await world.someone()
    for (const role of ['SUPPORT', 'OPERATOR'] as const) {
      const other = actorOf(role)
      for (const tried of [
        inviteUser(other, { email: 'x@example.test', role: 'ADMIN' }),
        makePasswordLink(other, { userId }),
        withdrawInvitation(other, { userId }),
      ])
        await expect(tried).rejects.toMatchObject({ code: 'FORBIDDEN' })
    }
    expect(await world.actions(userId)).toEqual(['user.add'])
  })

  it('of an invitation are withdrawn with it; who has come cannot be', async () => {
    world.byHand()
    const { email, userId, path } = await inviteUser(world.admin, { email: world.fresh(), role: 'SUPPORT' })
    await withdrawInvitation(world.admin, { userId })
    expect(await lookAtLink({ token: world.tokenIn(path) })).toBeNull()
    expect(await world.actions(userId)).toEqual(['user.invite', 'user.withdraw', 'user.refuse-link'])
    const again = await inviteUser(world.admin, { email, role: 'SUPPORT' })
    await choosePassword({ token: world.tokenIn(again.path), password: NEW })
    await expect(withdrawInvitation(world.admin, again)).rejects.toMatchObject({ code: 'CONFLICT' })
  })

  it('that wait for an administrator make none: the last one who is here stays', async () => {
    await world.test.client.user.updateMany({ where: { role: 'ADMIN' }, data: { role: 'SUPPORT' } })
    const { userId } = await world.someone('ADMIN')
    await inviteUser(world.admin, { email: world.fresh(), role: 'ADMIN' })
    const demotion = changeRole(world.admin, { userId, from: 'ADMIN', to: 'SUPPORT' })
    await expect(demotion).rejects.toMatchObject({ code: 'CONFLICT' })
  })
})
