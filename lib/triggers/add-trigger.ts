import 'server-only'
import type { Actor } from '../auth/actor'
import { authorize } from '../auth/permissions'
import { requireOwner } from '../db/owns-tables'
import { transact } from '../db/transact'
import { AppError } from '../errors'
import { wake } from '../server/wake'
import { findTrigger } from './catalogue'
import { changeTriggers } from './change-triggers'
import type { TriggerInput } from './schema'

/**
 * Puts a trigger of the catalogue on Mastra's table; one that is there is made whole. It comes with its entry in the trail or not at
 * all. Throws FORBIDDEN, NOT_FOUND, CONFLICT while Mastra holds the table, and INVALID where the role of the app may not.
 */
export async function addTrigger(actor: Actor, { name }: TriggerInput): Promise<void> {
  authorize(actor, 'triggers:manage')
  const entry = findTrigger(name)
  if (!entry) throw new AppError('NOT_FOUND', 'There is no such trigger.')
  await requireOwner(`db trigger add ${name}`)
  await transact(actor, async ({ tx, audit }) => {
    await changeTriggers(tx, entry.create)
    await audit([{ action: 'trigger.add', subjectId: name, after: { table: entry.table, parts: [...entry.parts] } }])
  })
  wake('issues')
}
