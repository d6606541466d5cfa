import 'server-only'
import type { Actor } from '../auth/actor'
import { authorize } from '../auth/permissions'
import { requireOwner } from '../db/owns-tables'
import { transact } from '../db/transact'
import { AppError } from '../errors'
import { findTrigger } from './catalogue'
import { changeTriggers } from './change-triggers'
import type { TriggerInput } from './schema'

/** Leaves Mastra's table as it was. It can be added again at any time. Throws as `addTrigger` does. */
export async function dropTrigger(actor: Actor, { name }: TriggerInput): Promise<void> {
  authorize(actor, 'triggers:manage')
  const entry = findTrigger(name)
  if (!entry) throw new AppError('NOT_FOUND', 'There is no such trigger.')
  await requireOwner(`db trigger drop ${name}`)
  await transact(actor, async ({ tx, audit }) => {
    await changeTriggers(tx, entry.drop)
    await audit([{ action: 'trigger.drop', subjectId: name, before: { table: entry.table, parts: [...entry.parts] } }])
  })
}
