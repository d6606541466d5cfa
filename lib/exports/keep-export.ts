import 'server-only'
import type { z } from 'zod'
import type { Actor } from '../auth/actor'
import { authorize, can } from '../auth/permissions'
import { database } from '../db/client'
import { Prisma } from '../db/generated/client'
import { transact } from '../db/transact'
import { AppError } from '../errors'
import { wake } from '../server/wake'
import type { cancelExportInput, KeepExportInput } from './keep-schema'
import { beginExport } from './run-export'
import { exportSourceOf } from './source-of'

/** Exports of one person that may wait or be made in the background. */
const WAITING = 4

/**
 * Has a list made into a file in the background, to be fetched later: of the moment at which its writing begins, and kept for three days.
 * Throws FORBIDDEN, INVALID for a list that is not understood, and LIMIT with four under way.
 */
export async function keepExport(
  actor: Actor,
  { table, format, params, timeZone }: KeepExportInput,
): Promise<{ id: string }> {
  const clock = { now: new Date(), timeZone }
  const source = await exportSourceOf(actor, table, params, clock)
  if (!source) throw new AppError('INVALID', 'The list that is to be exported was not understood.')
  authorize(actor, source.permission)
  const waiting = await database().export.count({
    where: { actorId: actor.id, request: { not: Prisma.DbNull }, endedAt: null, keptUntil: null },
  })
  if (waiting >= WAITING)
    throw new AppError('LIMIT', `${WAITING} exports of yours are being made. Wait for one, or cancel it.`)
  const id = await beginExport(actor, source, format, {
    params,
    now: clock.now.toISOString(),
    timeZone,
  })
  wake('exports')
  return { id }
}

/** Gives up an export that is being made, or lets a kept file go before its time. Throws FORBIDDEN and NOT_FOUND. */
export async function cancelExport(actor: Actor, { id }: z.output<typeof cancelExportInput>): Promise<void> {
  authorize(actor, 'records:export')
  await transact(actor, async ({ tx, audit }) => {
    const now = new Date()
    const { count } = await tx.export.updateMany({
      where: {
        id,
        ...(can(actor, 'users:manage') ? {} : { actorId: actor.id }),
        // Null also for the moment in which the file is whole and its last piece is not stored yet.
        OR: [{ keptUntil: null }, { keptUntil: { gt: now } }],
        request: { not: Prisma.DbNull },
      },
      data: { endedAt: now, keptUntil: now },
    })
    if (count === 0) throw new AppError('NOT_FOUND', 'This export has ended, or is not yours.')
    await tx.exportPiece.deleteMany({ where: { exportId: id } })
    await audit([{ action: 'export.cancel', subjectId: id }])
  })
}
