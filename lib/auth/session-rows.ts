import 'server-only'
import { randomUUID } from 'node:crypto'
import { database } from '../db/client'
import { Prisma } from '../db/generated/client'
import { env } from '../env'
import { describeError, log } from '../log'
import { owesCodesSql } from './rules'

/** How someone has signed in: with their password here, or with the identity provider. */
export type SignInMethod = 'password' | 'provider'

/** Sessions that one person can have at the same time: the one that was used longest ago gives way. */
const MOST = 20
/** Characters that are kept of what a browser calls itself. */
const LONGEST_AGENT = 400

/** Where a sign-in comes from. */
export interface Origin {
  address: string
  userAgent: string
  /** The session that this browser had until now. It ends, whoever it was of: a sign-in never goes on with an older id. */
  replaces: string | null
}

/** A session and its person, as they are in this request. */
export interface SessionPerson {
  id: string
  email: string
  role: string
  sessionId: string
  method: SignInMethod
  provenAt: Date
  /** Whether they have to set up one-time codes before anything else. */
  owesCodes: boolean
  /** Whether the last use that is written down is older than a minute. */
  isStale: boolean
}

/**
 * That a session has not ended: not by its age, nor for want of use, nor with the person's epoch or account. `s` is the session,
 * `u` its person.
 */
export function aliveSql(): Prisma.Sql {
  const { SESSION_HOURS, SESSION_IDLE_MINUTES } = env()
  return Prisma.sql`s.epoch = u.session_epoch and u.disabled_at is null
    and s.created_at > now() - make_interval(hours => ${SESSION_HOURS}::int)
    and s.last_used_at > now() - make_interval(mins => ${SESSION_IDLE_MINUTES}::int)`
}

/** The person of a living session, or null. One statement: a row of each table by its primary key. */
export async function findSession(sessionId: string): Promise<SessionPerson | null> {
  const [row] = await database().$queryRaw<SessionPerson[]>`
    select u.id::text as id, u.email, u.role, s.id::text as "sessionId", s.method, s.proven_at as "provenAt",
      s.last_used_at < now() - interval '1 minute' as "isStale", ${owesCodesSql()} as "owesCodes"
    from mastra_admin.session s join mastra_admin."user" u on u.id = s.user_id
    where s.id = ${sessionId}::uuid and ${aliveSql()}`
  return row ?? null
}

/** Writes down that the session was used. Nobody waits for it, and of many requests at once one writes. */
export function noteUse(sessionId: string): void {
  database().$executeRaw`update mastra_admin.session set last_used_at = now()
      where id = ${sessionId}::uuid and last_used_at < now() - interval '1 minute'`.catch((error: unknown) =>
    log.warn({ error: describeError(error) }, 'the use of a session could not be written down'),
  )
}

interface BegunSession {
  userId: string
  epoch: number
  method: SignInMethod
  origin: Origin
  /** When they proved who they are, where that was not just now. */
  provenAt?: Date
}

/** Begins a session in the transaction of the sign-in and gives its id. `epoch` is what the person had when they were looked up. */
export async function beginSession(
  tx: Prisma.TransactionClient,
  { userId, epoch, method, origin, provenAt }: BegunSession,
): Promise<string> {
  if (origin.replaces !== null) await tx.session.deleteMany({ where: { id: origin.replaces } })
  const kept = await tx.session.findMany({
    where: { userId },
    orderBy: [{ lastUsedAt: 'desc' }, { id: 'desc' }],
    take: MOST - 1,
    select: { id: true },
  })
  await tx.session.deleteMany({ where: { userId, id: { notIn: kept.map(({ id }) => id) } } })
  const { address } = origin
  const userAgent = origin.userAgent.slice(0, LONGEST_AGENT).replaceAll('\0', '')
  const { id } = await tx.session.create({
    data: { id: randomUUID(), userId, epoch, method, userAgent, address, provenAt },
  })
  return id
}

/**
 * Ends every session of a person in the transaction that gives the reason. The epoch moves too, so that a sign-in that is under way
 * with the former password leads nowhere.
 */
export async function endSessions(tx: Prisma.TransactionClient, userId: string): Promise<void> {
  await tx.user.update({ where: { id: userId }, data: { sessionEpoch: { increment: 1 } } })
  await tx.session.deleteMany({ where: { userId } })
}

/** Lets go of sessions that have ended by themselves. Few rows: a person has at most twenty. */
export async function sweepSessions(): Promise<void> {
  await database().$executeRaw`delete from mastra_admin.session s using mastra_admin."user" u
    where u.id = s.user_id and not (${aliveSql()})`
}
