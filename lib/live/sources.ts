import 'server-only'
import type { Actor } from '../auth/actor'
import type { Permission } from '../auth/permissions'
import { connectionRegistry } from '../connections/fields-sql'
import { readConnectionSearch } from '../connections/search-params'
import { Prisma, type PrismaClient } from '../db/generated/client'
import { causeCondition } from '../issues/cause-condition'
import { rememberIssues } from '../issues/remember'
import { readCauseSearch } from '../issues/search-params'
import type { Clock } from '../query/dates'
import { fromFor } from '../records/fields-sql'
import { matching } from '../records/matching'
import { readRecordSearch } from '../records/search-params'
import { whereOf } from '../table/find-page'
import type { RawParams } from '../table/table-params'
import type { LiveTable } from './stream-schema'
import { recentConnections, recentRecords } from './window'

/** A condition over rows, with the tables it is written over; null when the list was not understood. */
type Listed = { from: Prisma.Sql; where: Prisma.Sql } | null

/** What the hub has to know of a table to look for what is new in it. */
export interface LiveSource {
  permission: Permission
  /** What the audit trail calls its rows. */
  subject: string
  from: Prisma.Sql
  /** The names of the row, its version and when it came, in milliseconds of the epoch. */
  id: Prisma.Sql
  version: Prisma.Sql
  cameAt: Prisma.Sql
  /** Whether a row can come again, by `cameAt` moving on. */
  returns: boolean
  /** What is done before a look, at most every ten seconds. */
  prepare?: () => Promise<unknown>
  recent: (db: PrismaClient, since: Date) => Promise<Prisma.Sql | null>
  /** What tells one list from another, of the address of a list; null when it has a problem. */
  keyOf: (list: RawParams) => string | null
  /** The condition of being in this person's list now. A filter that compares what is masked for them is noted in the trail first. */
  listed: (actor: Actor, list: RawParams, clock: Clock) => Promise<Listed>
}

const epoch = (column: Prisma.Sql) => Prisma.sql`(extract(epoch from ${column}) * 1000)::float8`

export const LIVE_SOURCES: Readonly<Record<LiveTable, LiveSource>> = {
  records: {
    permission: 'records:read',
    subject: 'record',
    from: Prisma.sql`from mastra.records r`,
    id: Prisma.sql`r.id`,
    version: Prisma.sql`r.xmin`,
    cameAt: epoch(Prisma.sql`r."createdAt"`),
    returns: false,
    recent: recentRecords,
    keyOf: (list) => {
      const { search, problems } = readRecordSearch(list)
      return problems.length > 0 ? null : JSON.stringify([search.q, search.state, search.text])
    },
    listed: async (actor, list, clock) => {
      const where = await matching(actor, readRecordSearch(list).search, clock)
      return where && { from: fromFor(where), where }
    },
  },
  connections: {
    permission: 'connections:read',
    subject: 'connection',
    from: Prisma.sql`from mastra.connections c`,
    id: Prisma.sql`c.id`,
    version: Prisma.sql`c.xmin`,
    cameAt: epoch(Prisma.sql`c."createdAt"`),
    returns: false,
    recent: recentConnections,
    keyOf: (list) => {
      const { search, problems } = readConnectionSearch(list)
      return problems.length > 0 ? null : search.q
    },
    listed: async (actor, list, clock) => {
      const { q } = readConnectionSearch(list).search
      const filter = whereOf(q, await connectionRegistry(actor, q), clock)
      return filter.ok ? { from: Prisma.sql`from mastra.connections c`, where: filter.where } : null
    },
  },
  issues: {
    permission: 'issues:read',
    subject: 'issue',
    from: Prisma.sql`from mastra_admin.issue_cause c`,
    id: Prisma.sql`c.id`,
    version: Prisma.sql`c.xmin`,
    cameAt: epoch(Prisma.sql`c.appeared_at`),
    returns: true,
    prepare: () => rememberIssues(),
    // By its own index on (appeared_at, id).
    recent: async (_, since) => Prisma.sql`c.appeared_at >= ${since.toISOString()}::timestamptz`,
    keyOf: (list) => {
      const { search, problems } = readCauseSearch(list)
      return problems.length > 0 ? null : JSON.stringify([search.q, search.state])
    },
    listed: async (actor, list, clock) => {
      const where = await causeCondition(actor, readCauseSearch(list).search, clock)
      return where && { from: Prisma.sql`from mastra_admin.issue_cause c`, where }
    },
  },
}
