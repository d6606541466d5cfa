import 'server-only'
import type { IssueCause, Prisma } from '../db/generated/client'
import { AppError } from '../errors'

/** The cause as it is now, locked until the transaction ends. Throws NOT_FOUND. */
export async function lockCause(tx: Prisma.TransactionClient, causeId: string): Promise<IssueCause> {
  await tx.$queryRaw`select 1 from mastra_admin.issue_cause where id = ${causeId} for update`
  const cause = await tx.issueCause.findUnique({ where: { id: causeId } })
  if (!cause) throw new AppError('NOT_FOUND', 'This cause is not known any more, so nothing was changed.')
  return cause
}
