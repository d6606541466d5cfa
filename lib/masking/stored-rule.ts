import 'server-only'
import { z } from 'zod'
import type { Prisma } from '../db/generated/client'
import { ruleEffect, ruleTarget } from './schema'

/** What of a rule stands in the trail, and leads back to it. */
export const ruleState = z.object({ target: ruleTarget, effect: ruleEffect, note: z.string().nullable() })
export type RuleState = z.output<typeof ruleState>

/** Only one at a time changes rules: that there are no two of a kind, and not too many, is certain while it is held. */
export async function lockRules(tx: Prisma.TransactionClient): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('mastra_admin.mask_rule', 0))`
}

/** The rule as it is now; null when there is none of that id. */
export async function stateOf(tx: Prisma.TransactionClient, id: string): Promise<RuleState | null> {
  const row = await tx.maskRule.findUnique({ where: { id } })
  return row && ruleState.parse(row)
}

/** Makes a rule what it is to be; null takes it away. */
export async function writeRule(
  tx: Prisma.TransactionClient,
  id: string,
  next: RuleState | null,
  by: string,
): Promise<void> {
  if (next === null) await tx.maskRule.delete({ where: { id } })
  else {
    const { target, note } = next
    const effect = { ...next.effect }
    await tx.maskRule.upsert({
      where: { id },
      create: { id, target, effect, note, createdBy: by },
      update: { target, effect, note },
    })
  }
}

/** A state as the trail keeps it. */
export function forTrail({ target, effect, note }: RuleState): Prisma.InputJsonObject {
  return { target: { ...target }, effect: { ...effect }, note }
}

/** Whether two states, or no states, are the same. */
export function sameRule(one: RuleState | null, other: RuleState | null): boolean {
  return JSON.stringify(one && forTrail(one)) === JSON.stringify(other && forTrail(other))
}
