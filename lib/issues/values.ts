import 'server-only'
import type { Actor } from '../auth/actor'
import { authorize } from '../auth/permissions'
import type { Wanted } from '../completion/answer'
import { columnValues, type ValueSource } from '../completion/column-values'
import type { Occurring } from '../completion/occurring-schema'
import { Prisma } from '../db/generated/client'
import { maskPolicy } from '../mask/mask-policy'

const CAUSES = {
  schema: 'mastra_admin',
  table: 'issue_cause',
  from: Prisma.sql`mastra_admin.issue_cause c`,
  newest: Prisma.sql`c.appeared_at desc, c.id desc`,
} as const

const SOURCES: Readonly<Record<string, ValueSource>> = {
  kind: { ...CAUSES, column: 'kind', value: Prisma.sql`c.kind` },
  integration: { ...CAUSES, column: 'integrations', value: Prisma.sql`unnest(c.integrations)`, isList: true },
  assignee: { ...CAUSES, column: 'assignee_email', value: Prisma.sql`c.assignee_email` },
  customer: {
    ...CAUSES,
    table: 'issue_sighting',
    column: 'customer',
    from: Prisma.sql`mastra_admin.issue_sighting c`,
    newest: Prisma.sql`c.id desc`,
    value: Prisma.sql`c.customer`,
  },
}

/** What the field of a cause holds. */
export async function causeValues(actor: Actor, { field, typed }: Wanted): Promise<Occurring> {
  authorize(actor, 'issues:read')
  const source = SOURCES[field.name]
  return { values: source ? await columnValues(await maskPolicy(actor), source, typed) : [], paths: [] }
}
