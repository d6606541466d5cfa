import 'server-only'
import { ROLES } from '../auth/permissions'
import { endSessions } from '../auth/session-rows'
import type { Scope } from '../db/transact'
import type { ChangeRoleInput } from './schema'

/** Writes the role of a locked user, and the entry. One that may more ends their sessions: nobody comes to it but by signing in. */
export async function giveRole(
  { tx, audit }: Scope,
  { userId, from, to }: ChangeRoleInput,
  undoesId?: string,
): Promise<void> {
  await tx.user.update({ where: { id: userId }, data: { role: to } })
  if (ROLES.indexOf(to) > ROLES.indexOf(from)) await endSessions(tx, userId)
  await audit([
    { action: 'user.change-role', subjectId: userId, before: { role: from }, after: { role: to }, undoesId },
  ])
}
