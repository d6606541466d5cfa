import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Actor } from '../auth/actor'
import { unknownPassword } from '../auth/passwords'
import { authorize } from '../auth/permissions'
import { providerSettings } from '../auth/provider'
import { transact } from '../db/transact'
import { AppError } from '../errors'
import type { InviteUserInput } from './schema'

/**
 * Adds someone who signs in with the identity provider, under the e-mail that it has of them. Throws FORBIDDEN, INVALID where there is no
 * provider, and CONFLICT when the e-mail is taken.
 */
export async function admitUser(actor: Actor, { email, role }: InviteUserInput): Promise<{ userId: string }> {
  authorize(actor, 'users:manage')
  const provider = providerSettings()
  if (!provider) throw new AppError('INVALID', 'Nobody signs in with an identity provider here.')
  const user = { id: randomUUID(), email, role, passwordHash: await unknownPassword() }
  return transact(actor, async ({ tx, audit }) => {
    const { count } = await tx.user.createMany({ data: [user], skipDuplicates: true })
    if (count === 0) throw new AppError('CONFLICT', `${email} is already a user.`)
    await audit([{ action: 'user.add', subjectId: user.id, after: { email, role, by: provider.name } }])
    return { userId: user.id }
  })
}
