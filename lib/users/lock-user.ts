import 'server-only'
import type { Prisma, User } from '../db/generated/client'
import { AppError } from '../errors'

/** The person as they are now, locked until the transaction ends. Throws NOT_FOUND. */
export async function lockUser(tx: Prisma.TransactionClient, userId: string): Promise<User> {
  await tx.$queryRaw`select 1 from mastra_admin."user" where id = ${userId}::uuid for update`
  const user = await tx.user.findUnique({ where: { id: userId } })
  if (!user) throw new AppError('NOT_FOUND', 'This user does not exist, so nothing was changed.')
  return user
}
