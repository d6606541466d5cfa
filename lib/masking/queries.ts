import 'server-only'
import type { Actor } from '../auth/actor'
import { authorize } from '../auth/permissions'
import { database } from '../db/client'
import type { RuleRow } from './dto'
import { ruleState } from './stored-rule'

/** The added rules, the newest first. Throws FORBIDDEN. */
export async function listRules(actor: Actor): Promise<RuleRow[]> {
  authorize(actor, 'masking:manage')
  const rows = await database().maskRule.findMany({ orderBy: [{ createdAt: 'desc' }, { id: 'desc' }] })
  return rows.map(({ id, createdAt, createdBy, ...state }) => ({
    id,
    createdAt: createdAt.toISOString(),
    createdBy,
    ...ruleState.parse(state),
  }))
}
