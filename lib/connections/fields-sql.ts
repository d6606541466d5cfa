import 'server-only'
import type { Actor } from '../auth/actor'
import { Prisma } from '../db/generated/client'
import { HEALTH_STATE, LAST_SEEN, QUIET_SINCE } from '../health/state-sql'
import { formsInText } from '../mask/form-pattern'
import { guardedFields, noteMaskedFilter } from '../mask/guard-filter'
import { maskPolicy } from '../mask/mask-policy'
import type { MaskPolicy } from '../mask/policy'
import { restBehindSecrets, secretsInText } from '../mask/text-pattern'
import type { FieldDefinition } from '../query/fields'
import type { FieldSql, Registry } from '../query/registry'
import type { SortColumn } from '../table/keyset'
import { CONNECTION_FIELDS } from './fields'

/** `issues` is nullable in Mastra's table; null and the empty list both mean that there are none. */
export const ISSUE_COUNT = Prisma.sql`coalesce(cardinality(c.issues), 0)`

const ofCredential = (predicate: Prisma.Sql) =>
  Prisma.sql`exists (select from mastra.credentials k where k.k_id = c.id and ${predicate})`
const ofEntity = (predicate: Prisma.Sql) =>
  Prisma.sql`exists (select from mastra.entity e where e.k_id = c.id and ${predicate})`

/** An issue without what looks like a secret in it: what is masked on the page must not be found letter by letter. */
const withoutSecrets = (policy: MaskPolicy, issue: Prisma.Sql) => Prisma.sql`
  regexp_replace(regexp_replace(${issue}, ${secretsInText(policy, false, 'plain')}, '', 'gi'), ${restBehindSecrets(policy)}, '', 'i')`

/** Everything below expects `mastra.connections` under the name `c`. */
const sql: Record<string, FieldSql> = {
  id: { column: Prisma.sql`c.id` },
  name: { column: Prisma.sql`c.name` },
  connectionId: { column: Prisma.sql`c."connectionId"` },
  issueCount: { column: ISSUE_COUNT },
  health: { column: HEALTH_STATE },
  quietSince: { column: QUIET_SINCE, zoned: true },
  lastSeenAt: { column: LAST_SEEN, zoned: true },
  subscriptionId: { column: Prisma.sql`c."subscriptionId"` },
  createdAt: { column: Prisma.sql`c."createdAt"` },
  updatedAt: { column: Prisma.sql`c."updatedAt"` },
  lastSyncAt: { column: Prisma.sql`c."lastSyncAt"` },
  'credential.type': { column: Prisma.sql`k.type`, wrap: ofCredential },
  'credential.scope': { column: Prisma.sql`k.scope`, wrap: ofCredential },
  'entity.type': { column: Prisma.sql`e.type`, wrap: ofEntity },
  'entity.id': { column: Prisma.sql`e.id`, wrap: ofEntity },
}

/**
 * The connection table as the filter `q` of this person needs to know it now: what is masked for them can only be compared as a whole, which
 * is noted in the trail before it can be done. A word without a field is looked for in what names a connection and in its issues.
 */
export async function connectionRegistry(actor: Actor, q: string): Promise<Registry> {
  const policy = await maskPolicy(actor)
  const issues = Prisma.sql`array(select ${withoutSecrets(policy, Prisma.sql`issue`)} from unnest(c.issues) as issue)`
  return {
    fields: await noteMaskedFilter(actor, 'connections', q, await connectionFields(actor)),
    sql: {
      ...sql,
      issues: { column: issues, stored: Prisma.sql`c.issues` },
      syncConfig: { column: Prisma.sql`c."syncConfig"`, hidden: formsInText(policy, 'plain') },
    },
    bareWord: (text, like) => Prisma.sql`
      c.id = ${text} or c."connectionId" ilike ${like} or c.name ilike ${like} or c."subscriptionId" ilike ${like}
      or exists (select from unnest(c.issues) as issue (text)
        where issue.text ilike ${like} and ${withoutSecrets(policy, Prisma.sql`issue.text`)} ilike ${like})`,
  }
}

/** The fields of connections as this person may ask of them. */
export async function connectionFields(actor: Actor): Promise<readonly FieldDefinition[]> {
  const { ofDocument } = await maskPolicy(actor)
  return guardedFields(CONNECTION_FIELDS, 'syncConfig', ofDocument.shownAt)
}

export const connectionSortColumns = {
  id: { sql: Prisma.sql`c.id`, nullable: false, type: 'text' },
  name: { sql: Prisma.sql`c.name`, nullable: false, type: 'text' },
  connectionId: { sql: Prisma.sql`c."connectionId"`, nullable: false, type: 'text' },
  issueCount: { sql: ISSUE_COUNT, nullable: false, type: 'integer' },
  quietSince: { sql: QUIET_SINCE, nullable: true, type: 'timestamptz' },
  lastSeenAt: { sql: LAST_SEEN, nullable: true, type: 'timestamptz' },
  createdAt: { sql: Prisma.sql`c."createdAt"`, nullable: false, type: 'timestamp' },
  updatedAt: { sql: Prisma.sql`c."updatedAt"`, nullable: true, type: 'timestamp' },
  lastSyncAt: { sql: Prisma.sql`c."lastSyncAt"`, nullable: true, type: 'timestamp' },
} satisfies Record<string, SortColumn>
