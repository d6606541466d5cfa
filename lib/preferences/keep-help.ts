import 'server-only'
import type { Actor } from '../auth/actor'
import { authorize } from '../auth/permissions'
import { transact } from '../db/transact'
import type { KeepHelpInput } from './schema'

/**
 * Keeps whether a person wants to see a part of the help on the overview, for themselves alone and wherever they sign in: no entry of the
 * trail, since nothing that others see was changed. Idempotent. Throws FORBIDDEN.
 */
export async function keepHelp(actor: Actor, { part, shown }: KeepHelpInput): Promise<void> {
  authorize(actor, 'preferences:keep')
  const value = shown ? 'shown' : 'hidden'
  await transact(actor, async ({ tx, audit }) => {
    await tx.preference.upsert({
      where: { userId_name: { userId: actor.id, name: part } },
      create: { userId: actor.id, name: part, value },
      update: { value },
    })
    await audit([])
  })
}
