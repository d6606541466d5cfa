import 'server-only'
import type { Prisma } from '../db/generated/client'
import { AppError } from '../errors'

/**
 * Throws CONFLICT when `userId` is the only active administrator; who was invited and never came is none. Locks all of them, so that two administrators who demote each
 * other at the same moment do not both succeed.
 */
export async function refuseLastAdmin(tx: Prisma.TransactionClient, userId: string): Promise<void> {
  const admins = await tx.$queryRaw<{ id: string }[]>`
    select id::text from mastra_admin."user" where role = 'ADMIN' and disabled_at is null and invited_at is null order by id for update`
  if (admins.length === 1 && admins[0]?.id === userId)
    throw new AppError(
      'CONFLICT',
      'This is the last active administrator, so nothing was changed. Make someone else one first.',
    )
}
