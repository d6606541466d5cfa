import 'server-only'
import type { IssueCause, Prisma } from '../db/generated/client'
import { AppError } from '../errors'

/** The cause as it is now, locked until the transaction ends. Throws NOT_FOUND. */
export async function lockCause(tx: Prisma.TransactionClient, causeId: string): Promise<IssueCause> {
  const [cause] = await lockCauses(tx, [causeId])
  if (!cause) throw new AppError('NOT_FOUND', 'This cause no longer exists, so nothing was changed.')
  return cause
}

/** The same for many, as far as they are known, in the order of their ids. Throws NOT_FOUND when none is. */
export async function lockCauses(tx: Prisma.TransactionClient, causeIds: readonly string[]): Promise<IssueCause[]> {
  const ids = [...causeIds]
  await tx.$queryRaw`select 1 from mastra_admin.issue_cause where id = any(${ids}::text[]) order by id for update`
  const causes = await tx.issueCause.findMany({ where: { id: { in: ids } }, orderBy: { id: 'asc' } })
  if (causes.length > 0) return causes
  throw new AppError(
    'NOT_FOUND',
    ids.length === 1
      ? 'This cause no longer exists, so nothing was changed.'
      : 'These causes no longer exist, so nothing was changed.',
  )
}
