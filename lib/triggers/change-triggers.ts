import 'server-only'
import { Prisma } from '../db/generated/client'
import { AppError } from '../errors'

/** Milliseconds that a statement waits for Mastra to let go of its table: whoever comes behind it waits as well. */
const PATIENCE = 2_000

/** Runs statements of the catalogue on Mastra's tables. Throws CONFLICT while Mastra holds the table, INVALID where the role may not. */
export async function changeTriggers(tx: Prisma.TransactionClient, statements: readonly string[]): Promise<void> {
  await tx.$executeRaw`select set_config('lock_timeout', ${String(PATIENCE)}, true)`
  try {
    for (const statement of statements) await tx.$executeRawUnsafe(statement)
  } catch (error) {
    throw meaningOf(error) ?? error
  }
}

/** 55P03 is lock_not_available, 42501 insufficient_privilege; Prisma wraps both in its code for a failed raw query. */
function meaningOf(error: unknown): AppError | undefined {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError) || error.code !== 'P2010') return undefined
  const said = JSON.stringify(error.meta)
  if (said.includes('55P03'))
    return new AppError('CONFLICT', 'Mastra is writing to the table at the moment. Nothing was changed; try again.')
  if (said.includes('42501'))
    return new AppError(
      'INVALID',
      'The role of this app may not do this. Let the owner of the table run what “npm run admin -- db trigger plan” prints.',
    )
  return undefined
}
