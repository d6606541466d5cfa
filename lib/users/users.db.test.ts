import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { undo } from '../audit/undo'
import type { Actor } from '../auth/actor'
import { provenActor } from '../auth/actor'
import { verifyPassword } from '../auth/passwords'
import { actorOf } from '../db/test-actors'
import { type TestDatabase, withTestDatabase } from '../db/test-database'
import { addUser } from './add-user'
import { changeRole } from './change-role'
import { disableUser } from './disable-user'
import { enableUser } from './enable-user'
import { listUsers } from './queries'
import { addUserInput } from './schema'
import { setUserPassword } from './set-password'

const admin = actorOf('ADMIN')
const PASSWORD = 'correct horse battery'

describe('managing people', () => {
  let test: TestDatabase
  let added = 0
  beforeAll(async () => {
    test = await withTestDatabase()
  })
  afterAll(() => test.drop())

  const someone = async (role: 'SUPPORT' | 'OPERATOR' | 'ADMIN') => {
    added += 1
    const email = `${role.toLowerCase()}${added}@example.test`
    const { userId } = await addUser(admin, { email, role, password: PASSWORD })
    return { userId, email }
  }
  const stored = (id: string) => test.client.user.findUniqueOrThrow({ where: { id } })
  const trail = async (subjectId: string) =>
    (await test.client.auditEntry.findMany({ where: { subjectId }, orderBy: { id: 'asc' } })).map(
      ({ action }) => action,
    )

  const refusedTo = (actor: Actor, userId: string) => [
    addUser(actor, { email: 'x@example.test', role: 'ADMIN', password: PASSWORD }),
    changeRole(actor, { userId, from: 'SUPPORT', to: 'ADMIN' }),
    disableUser(actor, { userId }),
    enableUser(actor, { userId }),
    setUserPassword(actor, { userId, password: PASSWORD }),
    listUsers(actor),
  ]

  it('is for administrators, and leaves nothing behind when it is refused', async () => {
    const { userId } = await someone('SUPPORT')
    for (const role of ['SUPPORT', 'OPERATOR'] as const) {
      for (const attempt of refusedTo(actorOf(role), userId)) {
        await expect(attempt).rejects.toMatchObject({ code: 'FORBIDDEN' })
      }
    }
    expect(await trail(userId)).toEqual(['user.add'])
    expect(await stored(userId)).toMatchObject({ role: 'SUPPORT', disabledAt: null, sessionEpoch: 0 })
  })

  it('adds someone once, with a hash that fits the password and nothing of it in the trail', async () => {
    const { userId, email } = await someone('OPERATOR')
    const user = await stored(userId)
    expect(await verifyPassword(user.passwordHash, PASSWORD)).toBe(true)
    expect(await verifyPassword(user.passwordHash, `${PASSWORD}!`)).toBe(false)
    expect(user.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    const again = addUser(admin, { email, role: 'ADMIN', password: PASSWORD })
    await expect(again).rejects.toMatchObject({ code: 'CONFLICT', message: `${email} is already a user.` })
    expect(JSON.stringify(await test.client.auditEntry.findMany())).not.toContain('argon2')
    expect(JSON.stringify(await listUsers(admin))).not.toContain('argon2')
  })

  it('lowers the e-mail and refuses what is no e-mail, no role or too short a password', () => {
    expect(addUserInput.parse({ email: ' Ada@Example.Test ', role: 'ADMIN', password: PASSWORD }).email).toBe(
      'ada@example.test',
    )
    for (const wrong of [{ email: 'ada' }, { role: 'ROOT' }, { password: 'short' }])
      expect(addUserInput.safeParse({ email: 'a@b.test', role: 'ADMIN', password: PASSWORD, ...wrong }).success).toBe(
        false,
      )
  })

  it('changes a role only from what was seen', async () => {
    const { userId } = await someone('SUPPORT')
    expect(await changeRole(admin, { userId, from: 'SUPPORT', to: 'OPERATOR' })).toEqual({ changed: true })
    expect(await changeRole(admin, { userId, from: 'SUPPORT', to: 'OPERATOR' })).toEqual({ changed: false })
    await expect(changeRole(admin, { userId, from: 'SUPPORT', to: 'ADMIN' })).rejects.toMatchObject({
      code: 'CONFLICT',
    })
    expect(await trail(userId)).toEqual(['user.add', 'user.change-role'])
  })

  it('takes a role back from the trail while it is still the one that was given, as an administrator alone may', async () => {
    const { userId } = await someone('SUPPORT')
    await changeRole(admin, { userId, from: 'SUPPORT', to: 'OPERATOR' })
    const given = await test.client.auditEntry.findFirstOrThrow({
      where: { subjectId: userId, action: 'user.change-role' },
    })
    await expect(undo(actorOf('OPERATOR'), { entryId: given.id })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    const unproven = provenActor(admin, { id: 'long ago', method: 'password', provenAt: new Date(0) })
    await expect(undo(unproven, { entryId: given.id })).rejects.toMatchObject({ code: 'UNPROVEN' })
    expect((await stored(userId)).role).toBe('OPERATOR')
    expect(await undo(admin, { entryId: given.id })).toMatchObject({ undone: [userId], conflicts: [] })
    expect((await stored(userId)).role).toBe('SUPPORT')
    await expect(undo(admin, { entryId: given.id })).rejects.toMatchObject({ code: 'CONFLICT' })
    const back = await test.client.auditEntry.findFirstOrThrow({ where: { undoesId: given.id } })
    expect(back).toMatchObject({ before: { role: 'OPERATOR' }, after: { role: 'SUPPORT' } })
    await changeRole(admin, { userId, from: 'SUPPORT', to: 'OPERATOR' })
    await expect(undo(admin, { entryId: back.id })).rejects.toMatchObject({ code: 'CONFLICT' })
    expect((await stored(userId)).role).toBe('OPERATOR')
  })

  it('ends sessions with a new password and with being disabled, and enabling does not bring them back', async () => {
    const { userId } = await someone('SUPPORT')
    await setUserPassword(admin, { userId, password: 'another long password' })
    expect((await stored(userId)).sessionEpoch).toBe(1)
    await disableUser(admin, { userId })
    const first = await stored(userId)
    expect(await disableUser(admin, { userId })).toEqual({ changed: false })
    expect(await stored(userId)).toEqual(first)
    await enableUser(admin, { userId })
    expect(await stored(userId)).toMatchObject({ disabledAt: null, sessionEpoch: 2 })
    expect(await trail(userId)).toEqual(['user.add', 'user.set-password', 'user.disable', 'user.enable'])
  })

  it('says that someone who is not there is not there', async () => {
    const missing = { userId: '00000000-0000-4000-8000-000000000000' }
    await expect(disableUser(admin, missing)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(setUserPassword(admin, { ...missing, password: PASSWORD })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
  })
})

describe('the last active administrator', () => {
  let test: TestDatabase
  beforeAll(async () => {
    test = await withTestDatabase()
  })
  afterAll(() => test.drop())

  it('cannot be demoted or disabled; two who demote each other at once leave one', async () => {
    const add = (email: string) => addUser(admin, { email, role: 'ADMIN' as const, password: PASSWORD })
    const [one, two] = [await add('one@example.test'), await add('two@example.test')]
    for (let round = 0; round < 20; round += 1) {
      const outcomes = await Promise.allSettled([
        changeRole(provenActor({ id: one.userId, email: 'one@example.test', role: 'ADMIN' }), {
          userId: two.userId,
          from: 'ADMIN',
          to: 'SUPPORT',
        }),
        disableUser(provenActor({ id: two.userId, email: 'two@example.test', role: 'ADMIN' }), { userId: one.userId }),
      ])
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
      const active = await test.client.user.findMany({ where: { role: 'ADMIN', disabledAt: null } })
      expect(active).toHaveLength(1)
      const last = { userId: active[0]?.id ?? '' }
      await expect(disableUser(admin, last)).rejects.toMatchObject({ code: 'CONFLICT' })
      await expect(changeRole(admin, { ...last, from: 'ADMIN', to: 'SUPPORT' })).rejects.toMatchObject({
        code: 'CONFLICT',
      })
      await test.client.user.updateMany({ data: { role: 'ADMIN', disabledAt: null } })
    }
    const change = (userId: string, from: 'ADMIN' | 'SUPPORT', to: 'ADMIN' | 'SUPPORT') =>
      changeRole(admin, { userId, from, to })
    await change(two.userId, 'ADMIN', 'SUPPORT')
    await change(two.userId, 'SUPPORT', 'ADMIN')
    await change(one.userId, 'ADMIN', 'SUPPORT')
    const promotion = await test.client.auditEntry.findFirstOrThrow({
      where: { subjectId: two.userId, after: { equals: { role: 'ADMIN' } } },
      orderBy: { id: 'desc' },
    })
    await expect(undo(admin, { entryId: promotion.id })).rejects.toThrow('the last active administrator')
  })
})
