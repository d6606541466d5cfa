import 'server-only'
import { createHmac } from 'node:crypto'
import { database } from '../db/client'
import { LimitReached } from '../limits/limit-reached'
import { sessionSecret } from './secret'

/** Failures that cost no waiting: an account's own person mistypes, an address may stand for a whole office. */
const FREE = { address: 20, account: 4, person: 4, askedFrom: 10, askedFor: 2 }
type Kind = keyof typeof FREE
const KINDS: readonly Kind[] = ['address', 'account', 'person', 'askedFrom', 'askedFor']
/** Seconds: the delay doubles from one up to this. */
const LONGEST = 900

/**
 * Whose failures are counted: an e-mail in lower case, an address, and the id of a person who is signed in or has given their password.
 * Links for a new password that are asked for count by the address they are asked from and the e-mail they are asked for, apart: nobody is locked out by them.
 */
export type Attempt = Partial<Record<Kind, string>>

/**
 * Counts a sign-in as failed before its password is looked at, so that fifty at once do not each get a free try. Throws LIMIT
 * with the seconds to wait while the account or the address is blocked. The counts are shared by all instances.
 */
export async function admit(attempt: Attempt): Promise<void> {
  for (const kind of KINDS) {
    const value = attempt[kind]
    if (value !== undefined) await count(kind, await keyOf(kind, value))
  }
}

/** Takes back what `admit` counted: account, person and what was asked for start afresh, the address gets its one try back. Sweeps out what has lapsed. */
export async function forgive({ address: from, ...whole }: Attempt): Promise<void> {
  const afresh = await Promise.all(
    KINDS.flatMap((kind) => {
      const value = kind === 'address' ? undefined : whole[kind]
      return value === undefined ? [] : [keyOf(kind, value)]
    }),
  )
  await database().$executeRaw`delete from mastra_admin.sign_in_throttle where key = any(${afresh})
    or last_failed_at < clock_timestamp() - interval '1 day'`
  if (from === undefined) return
  const address = await keyOf('address', from)
  await database().$executeRaw`update mastra_admin.sign_in_throttle
    set failures = greatest(failures - 1, 0), blocked_until = null where key = ${address}`
}

/** The table never holds an e-mail or an address, only what this installation's secret makes of it. */
async function keyOf(kind: Kind, value: string): Promise<string> {
  return createHmac('sha256', await sessionSecret())
    .update(`${kind}:${value}`)
    .digest('base64url')
}

/** One statement, so that whoever comes second waits for the row and then sees the block that the first one set. A day of quiet forgives all. */
async function count(kind: Kind, key: string): Promise<void> {
  const free = FREE[kind]
  const admitted = await database().$queryRaw<unknown[]>`
    insert into mastra_admin.sign_in_throttle as t (key, failures, last_failed_at) values (${key}, 1, clock_timestamp())
    on conflict (key) do update set
      failures = case when t.last_failed_at < clock_timestamp() - interval '1 day' then 1 else t.failures + 1 end,
      last_failed_at = clock_timestamp(),
      blocked_until = case
        when t.last_failed_at < clock_timestamp() - interval '1 day' or t.failures < ${free} then null
        else clock_timestamp() + make_interval(secs => least(${LONGEST}, power(2, least(t.failures - ${free}, 20)))::int)
      end
    where t.blocked_until is null or t.blocked_until <= clock_timestamp()
    returning 1`
  if (admitted.length > 0) return
  const [block] = await database().$queryRaw<{ seconds: number }[]>`
    select greatest(1, ceil(extract(epoch from blocked_until - clock_timestamp())))::int as seconds
    from mastra_admin.sign_in_throttle where key = ${key}`
  const complaint = kind.startsWith('asked') ? 'Too many links were asked for.' : 'Too many failed sign-ins.'
  throw new LimitReached(complaint, block?.seconds ?? 1)
}
