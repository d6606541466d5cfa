import 'server-only'
import type { Actor } from '../auth/actor'
import { authorize } from '../auth/permissions'
import type { Prisma } from '../db/generated/client'
import { type Scope, transact } from '../db/transact'
import { AppError } from '../errors'
import { commonMaskPolicy, maskPolicy } from '../mask/mask-policy'
import type { MaskPolicy } from '../mask/policy'
import { keysOfPointer, type RevealInput } from './reveal-schema'

/** Characters of JSON text beyond which a value is no secret that someone reads out, but a document. */
const LONGEST = 65_536
/** Values that one person may have revealed within so many milliseconds: nobody reads a table of secrets one by one for a good reason. */
const MOST = 20
const WINDOW = 10 * 60_000

export interface Revealed {
  /** A text as it is, anything else as JSON. */
  value: string
  /** Whether it is not what stood there when the person saw it masked, as far as a masked value tells. */
  changed: boolean
}

/**
 * Reads one masked value for an administrator, who says why; that it was read is committed with the reading or not at all, and is all that is
 * kept. Throws FORBIDDEN, NOT_FOUND for a value that is gone, INVALID for one that is not masked, and LIMIT.
 */
export async function revealValue(actor: Actor, input: RevealInput): Promise<Revealed> {
  authorize(actor, 'values:reveal')
  const [policy, common] = await Promise.all([maskPolicy(actor), commonMaskPolicy()])
  return transact(actor, async (scope) => {
    await refuseTooMany(scope)
    const keys = keysOfPointer(input.pointer)
    const found = await read(scope.tx, input, keys, policy)
    if (!found || found.value === null || found.value === 'null')
      throw new AppError('NOT_FOUND', 'This value is no longer there, so nothing was revealed.')
    if (found.value.length > LONGEST)
      throw new AppError('LIMIT', 'This value is too large to be revealed. Reveal one inside it, or ask the database.')
    const masked = found.mask.valueAt(keys, found.value)
    if (masked === found.value)
      throw new AppError('INVALID', 'This value is no longer masked, so nothing was revealed. Reload to see it.')
    // People paste what they were sent.
    const after = { path: input.pointer, reason: common.message(input.reason) }
    await scope.audit([{ action: `${input.subject}.reveal`, subjectId: input.id, after }])
    const json: unknown = found.value.startsWith('"') ? JSON.parse(found.value) : found.value
    return { value: String(json), changed: masked !== input.seen }
  })
}

/** The value and what would mask it, by the primary key; null when there is no such row. */
async function read(
  tx: Prisma.TransactionClient,
  { subject, id }: RevealInput,
  keys: string[],
  policy: MaskPolicy,
): Promise<{ value: string | null; mask: MaskPolicy['ofDocument'] } | null> {
  if (subject === 'connection') {
    const [row] = await tx.$queryRaw<{ value: string | null }[]>`
      select ("syncConfig" #> ${keys}::text[])::text as value from mastra.connections where id = ${id}`
    return row ? { value: row.value, mask: policy.ofDocument } : null
  }
  const [row] = await tx.$queryRaw<{ value: string | null; entityType: string }[]>`
    select (data #> ${keys}::text[])::text as value, "entityType" from mastra.records where id = ${id}`
  return row ? { value: row.value, mask: policy.ofRecord(row.entityType) } : null
}

/** Counted under a lock of the person's own, so that many at once are no way around it. */
async function refuseTooMany({ tx, actor }: Scope): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`mastra_admin.reveal ${actor.id}`}, 0))`
  const lately = await tx.auditEntry.count({
    where: {
      actorId: actor.id,
      action: { in: ['record.reveal', 'connection.reveal'] },
      at: { gt: new Date(Date.now() - WINDOW) },
    },
  })
  if (lately >= MOST)
    throw new AppError('LIMIT', `You have revealed ${MOST} values within ten minutes. Wait before you reveal another.`)
}
