import { beforeAll, describe, expect, it } from 'vitest'
import { changePassword } from '../account/change-password'
import { actorOf } from '../db/test-actors'
import { type TestDatabase, withTestDatabase } from '../db/test-database'
import { addUser } from '../users/add-user'
import { setUserPassword } from '../users/set-password'
import { provenActor } from './actor'
import { choosePassword } from './choose-password'
import { makeLink } from './one-time-link'
import { verifyPassword } from './passwords'
import { setUp } from './set-up'

const admin = actorOf('ADMIN')
const WEAK = 'Password2026!'
const FIRST = 'correct horse battery'
const NEXT = 'another long password'

describe('a password that is tried first', () => {
  let test: TestDatabase
  beforeAll(async () => {
    test = await withTestDatabase()
    return test.drop
  })

  const refused = { code: 'INVALID', message: expect.stringContaining('attackers try') }
  const fits = async (email: string, password: string) =>
    verifyPassword((await test.client.user.findUniqueOrThrow({ where: { email } })).passwordHash, password)

  it('does not make the first administrator, whose link stays open for a better one', async () => {
    const { token } = await makeLink(test.client, { purpose: 'set-up' })
    const email = 'first@example.test'
    await expect(setUp({ token, email, password: WEAK })).rejects.toMatchObject(refused)
    expect(await test.client.user.count()).toBe(0)
    await setUp({ token, email, password: FIRST })
    expect(await fits(email, FIRST)).toBe(true)
  })

  it('adds nobody, and is given to nobody, in any way', async () => {
    const email = 'grace.hopper@navy.example'
    await expect(addUser(admin, { email, role: 'SUPPORT', password: WEAK })).rejects.toMatchObject(refused)
    await expect(addUser(admin, { email, role: 'SUPPORT', password: 'grace.hopper1906' })).rejects.toMatchObject({
      message: expect.stringContaining('the e-mail'),
    })
    const { userId } = await addUser(admin, { email, role: 'SUPPORT', password: FIRST })
    const { token } = await makeLink(test.client, { purpose: 'reset', userId })
    const actor = provenActor({ id: userId, email, role: 'SUPPORT' })
    // More often than a wrong current password is forgiven: none of these is a guess.
    for (let round = 0; round < 7; round += 1)
      await expect(changePassword(actor, { current: FIRST, password: WEAK })).rejects.toMatchObject(refused)
    await expect(setUserPassword(admin, { userId, password: WEAK })).rejects.toMatchObject(refused)
    await expect(choosePassword({ token, password: WEAK })).rejects.toMatchObject(refused)
    expect(await fits(email, FIRST)).toBe(true)
    await choosePassword({ token, password: NEXT })
    await changePassword(actor, { current: NEXT, password: FIRST })
    await setUserPassword(admin, { userId, password: NEXT })
    expect(await fits(email, NEXT)).toBe(true)
  })
})
