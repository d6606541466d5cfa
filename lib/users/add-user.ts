import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Actor } from '../auth/actor'
import { hashChosenPassword } from '../auth/passwords'
import { authorize } from '../auth/permissions'
import { transact } from '../db/transact'
import { AppError } from '../errors'
import type { AddUserInput } from './schema'
import { requirePasswords } from './sign-in-ways'

/** Adds someone who may sign in at once. Throws FORBIDDEN, INVALID for a password that is tried first and where none is taken, and CONFLICT when the e-mail is taken. */
export async function addUser(actor: Actor, { email, role, password }: AddUserInput): Promise<{ userId: string }> {
  authorize(actor, 'users:manage')
  requirePasswords()
  const passwordHash = await hashChosenPassword(password, email)
  const userId = randomUUID()
  return transact(actor, async ({ tx, audit }) => {
    const { count } = await tx.user.createMany({
      data: [{ id: userId, email, role, passwordHash }],
      skipDuplicates: true,
    })
    if (count === 0) throw new AppError('CONFLICT', `${email} is already a user.`)
    await audit([{ action: 'user.add', subjectId: userId, after: { email, role } }])
    return { userId }
  })
}
