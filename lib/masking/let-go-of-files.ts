import 'server-only'
import { Prisma } from '../db/generated/client'

/** Files that are kept, or being made, by the rules of before: they are let go, since they may show what a rule has just taken away. */
export async function letGoOfFiles(tx: Prisma.TransactionClient): Promise<void> {
  const now = new Date()
  const files = await tx.export.findMany({
    where: { OR: [{ keptUntil: null, endedAt: null }, { keptUntil: { gt: now } }], request: { not: Prisma.DbNull } },
    select: { id: true },
  })
  const ids = files.map(({ id }) => id)
  if (ids.length === 0) return
  await tx.export.updateMany({ where: { id: { in: ids } }, data: { endedAt: now, keptUntil: now } })
  await tx.exportPiece.deleteMany({ where: { exportId: { in: ids } } })
}
