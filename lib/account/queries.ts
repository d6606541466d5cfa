import 'server-only'
import { z } from 'zod'
import type { Actor } from '../auth/actor'
import { deviceOf } from '../auth/device'
import { authorize } from '../auth/permissions'
import { readRules } from '../auth/rules'
import { aliveSql } from '../auth/session-rows'
import { database } from '../db/client'
import type { CodesState, FailedSignInRow, SessionRow } from './dto'

type StoredSession = Omit<SessionRow, 'device' | 'isCurrent' | 'createdAt' | 'lastUsedAt'> & {
  userAgent: string
  createdAt: Date
  lastUsedAt: Date
}

/**
 * The sessions of a person that have not ended: the one that asks first, then by last use. At most twenty, found by the index on
 * `user_id`. Throws FORBIDDEN: those of others are for who manages users.
 */
export async function listSessions(actor: Actor, userId: string = actor.id): Promise<SessionRow[]> {
  authorize(actor, userId === actor.id ? 'account:manage' : 'users:manage')
  const rows = await database().$queryRaw<StoredSession[]>`
    select s.id::text as id, s.method, s.user_agent as "userAgent", s.address, s.created_at as "createdAt",
      s.last_used_at as "lastUsedAt"
    from mastra_admin.session s join mastra_admin."user" u on u.id = s.user_id
    where s.user_id = ${userId}::uuid and ${aliveSql()}
    order by s.id::text = ${actor.session?.id ?? ''} desc, s.last_used_at desc, s.id`
  return rows.map(({ userAgent, createdAt, lastUsedAt, ...row }) => ({
    ...row,
    device: deviceOf(userAgent),
    createdAt: createdAt.toISOString(),
    lastUsedAt: lastUsedAt.toISOString(),
    isCurrent: row.id === actor.session?.id,
  }))
}

/** What is known of a person's one-time codes. Throws FORBIDDEN as above. */
export async function getCodes(actor: Actor, user: { id: string; role: string } = actor): Promise<CodesState> {
  authorize(actor, user.id === actor.id ? 'account:manage' : 'users:manage')
  const [found, recoveryLeft, { codesFor }] = await Promise.all([
    database().authenticator.findUnique({ where: { userId: user.id }, select: { confirmedAt: true } }),
    database().recoveryCode.count({ where: { userId: user.id, usedAt: null } }),
    readRules(database()),
  ])
  return {
    since: found?.confirmedAt?.toISOString() ?? null,
    recoveryLeft,
    isRequired: codesFor.some((role) => role === user.role),
  }
}

/** Failed sign-ins of the last thirty days that are shown. */
const SHOWN = 5
const DAYS = 30
/** Entries about one person that are looked through for them, so that the answer does not take longer the more there are. */
const LOOKED_AT = 1_000

const failure = z.object({ address: z.string(), reason: z.string(), times: z.number() })

/**
 * Who tried in vain to sign in as the actor lately, the latest first; at most five. The newest entries about the person are read by the index on subject and
 * id, or along the primary key where many are about them, and sifted afterwards: to look for the action itself led Postgres through all of a long trail
 * (430 ms of 1,000,000 entries, now 1). Throws FORBIDDEN.
 */
export async function failedSignIns(actor: Actor): Promise<FailedSignInRow[]> {
  authorize(actor, 'account:manage')
  const since = new Date(Date.now() - DAYS * 24 * 60 * 60_000)
  const rows = await database().$queryRaw<{ at: Date; after: unknown }[]>`
    with about as materialized (
      select id, at, action, after from mastra_admin.audit_entry
      where subject_type = 'user' and subject_id = ${actor.id} and id > ${firstIdOf(since)}::uuid
      order by id desc limit ${LOOKED_AT}
    )
    select at, after from about where action = 'session.fail' and at > ${since} order by id desc limit ${SHOWN}`
  return rows.map(({ at, after }) => ({ at: at.toISOString(), ...failure.parse(after) }))
}

/** Below every id of the trail that was made at this moment or later: a UUID of version 7 begins with 48 bits of milliseconds (RFC 9562). */
function firstIdOf(moment: Date): string {
  const time = moment.getTime().toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-000000000000`
}
