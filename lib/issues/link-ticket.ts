import 'server-only'
import type { Actor } from '../auth/actor'
import { authorize } from '../auth/permissions'
import { transact } from '../db/transact'
import { lockCause } from './lock-cause'
import type { LinkTicketInput } from './schema'

/** Says which ticket a cause is treated in, or with null that it is in none. Gives the former one. Throws FORBIDDEN, NOT_FOUND. */
export async function linkTicket(
  actor: Actor,
  { causeId, ticket }: LinkTicketInput,
): Promise<{ before: string | null }> {
  authorize(actor, 'issues:manage')
  return transact(actor, async ({ tx, audit }) => {
    const { ticket: before } = await lockCause(tx, causeId)
    await tx.issueCause.update({ where: { id: causeId }, data: { ticket } })
    await audit(
      before === ticket
        ? []
        : [{ action: 'issue.link-ticket', subjectId: causeId, before: { ticket: before }, after: { ticket } }],
    )
    return { before }
  })
}
