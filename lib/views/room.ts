import 'server-only'
import type { Prisma } from '../db/generated/client'
import { AppError } from '../errors'
import { MOST_VIEWS } from './schema'

/** Lets one transaction at a time name views of this owner, so that what the others here find still holds when it commits. */
export async function lockNames(tx: Prisma.TransactionClient, ownerId: string): Promise<void> {
  await tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended('mastra_admin.saved_view ' || ${ownerId}, 0))::text`
}

/** The same for whoever chooses the default of a table, so that two who choose for one role come after each other. */
export async function lockDefaults(tx: Prisma.TransactionClient, table: string): Promise<void> {
  await tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended('mastra_admin.default_view ' || ${table}, 0))::text`
}

/** Throws LIMIT when the owner has as many views as one may have. */
export async function refuseTooMany(tx: Prisma.TransactionClient, ownerId: string): Promise<void> {
  if ((await tx.savedView.count({ where: { ownerId } })) >= MOST_VIEWS)
    throw new AppError('LIMIT', `You have ${MOST_VIEWS} views, and no more are kept. Delete one first.`)
}

/** Throws CONFLICT when the owner has a view of this name for the table. */
export async function refuseTaken(
  tx: Prisma.TransactionClient,
  { ownerId, table, name }: { ownerId: string; table: string; name: string },
): Promise<void> {
  if (await tx.savedView.findUnique({ where: { ownerId_table_name: { ownerId, table, name } } }))
    throw new AppError('CONFLICT', `There is a view named “${name}” already. Choose another name.`)
}
