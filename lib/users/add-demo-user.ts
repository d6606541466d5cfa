import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Actor } from '../auth/actor'
import { hashPassword } from '../auth/passwords'
import { authorize } from '../auth/permissions'
import { transact } from '../db/transact'
import type { DEMO_USERS } from './demo-users'

/** Adds one of the demo's people, unless they are there: their passwords are public, and would not be taken from anyone who chose them. Throws FORBIDDEN. */
export async function addDemoUser(actor: Actor, { email, role, password }: (typeof DEMO_USERS)[number]): Promise<void> {
  authorize(actor, 'users:manage')
  const passwordHash = await hashPassword(password)
  const userId = randomUUID()
  await transact(actor, async ({ tx, audit }) => {
    const { count } = await tx.user.createMany({
      data: [{ id: userId, email, role, passwordHash }],
      skipDuplicates: true,
    })
    await audit(count === 0 ? [] : [{ action: 'user.add', subjectId: userId, after: { email, role } }])
  })
}
