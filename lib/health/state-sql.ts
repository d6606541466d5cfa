import 'server-only'
import { Prisma } from '../db/generated/client'

/** Up to when everything that was seen has been judged. Nothing is quiet for what was not looked at. */
const SEEN_UNTIL = Prisma.sql`(select w.seen_until from mastra_admin.health_watch w)`

/**
 * The state of `mastra.connections c` with `mastra_admin.connection_health h`, of which there may be none: from the issues that it has
 * now and the moment at which its silence goes beyond its habit, so that nobody has to write it down for it to be true.
 */
export const STATE = Prisma.sql`
  case when cardinality(c.issues) > 0 then case when h.quiet_at > ${SEEN_UNTIL} then 'degraded' else 'failing' end
    when h.quiet_at is null then 'unknown' when h.quiet_at <= ${SEEN_UNTIL} then 'quiet' else 'healthy' end`

/** The moment since when it is quiet, whether it has issues or not. */
export const QUIET_AT_IN_TIME = Prisma.sql`case when h.quiet_at <= ${SEEN_UNTIL} then h.quiet_at end`

const ofHealth = (column: Prisma.Sql) => Prisma.sql`
  (select ${column} from (select) as single left join mastra_admin.connection_health h on h.connection_id = c.id)`

/** Of `mastra.connections c` alone, by the primary key of what is kept: the state, since when it is quiet, when it was last seen. */
export const HEALTH_STATE = ofHealth(STATE)
export const QUIET_SINCE = ofHealth(QUIET_AT_IN_TIME)
export const LAST_SEEN = ofHealth(Prisma.sql`h.last_seen_at`)
