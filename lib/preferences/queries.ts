import 'server-only'
import type { Actor } from '../auth/actor'
import { authorize } from '../auth/permissions'
import { database } from '../db/client'
import { env } from '../env'
import { HELP_PARTS, type HelpPart } from './schema'

/**
 * The parts of the help that stand on the overview by themselves: in the demo, all that the person has not taken away, by the primary key;
 * elsewhere none, and nothing is asked. Throws FORBIDDEN.
 */
export async function helpShown(actor: Actor, isDemo = env().MASTRA_ADMIN_DEMO === '1'): Promise<Set<HelpPart>> {
  authorize(actor, 'records:read')
  if (!isDemo) return new Set()
  const hidden = await database().preference.findMany({ where: { userId: actor.id, value: 'hidden' } })
  return new Set(HELP_PARTS.filter((part) => !hidden.some(({ name }) => name === part)))
}
