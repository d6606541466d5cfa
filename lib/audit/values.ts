import 'server-only'
import type { Actor } from '../auth/actor'
import { authorize } from '../auth/permissions'
import type { Wanted } from '../completion/answer'
import { columnValues, type ValueSource } from '../completion/column-values'
import type { Occurring } from '../completion/occurring-schema'
import { Prisma } from '../db/generated/client'
import { maskPolicy } from '../mask/mask-policy'

const ENTRIES = {
  schema: 'mastra_admin',
  table: 'audit_entry',
  from: Prisma.sql`mastra_admin.audit_entry a`,
  newest: Prisma.sql`a.id desc`,
} as const

const SOURCES: Readonly<Record<string, ValueSource>> = {
  'actor.email': { ...ENTRIES, column: 'actor_email', value: Prisma.sql`a.actor_email` },
  'subject.id': { ...ENTRIES, column: 'subject_id', value: Prisma.sql`a.subject_id` },
  correlation: { ...ENTRIES, column: 'correlation_id', value: Prisma.sql`a.correlation_id::text` },
}

/** What the field of an audit entry holds. */
export async function auditValues(actor: Actor, { field, typed }: Wanted): Promise<Occurring> {
  authorize(actor, 'audit:read')
  const source = SOURCES[field.name]
  return { values: source ? await columnValues(await maskPolicy(actor), source, typed) : [], paths: [] }
}
