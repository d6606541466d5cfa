import 'server-only'
import { createHmac } from 'node:crypto'
import { database } from '../db/client'
import { AppError } from '../errors'
import { sessionSecret } from './secret'

/** Failures that cost no waiting: an account's own person mistypes, an address may stand for a whole office. */
const FREE = { address: 20, account: 4, person: 4 }
/** Seconds: the delay doubles from one up to this. */
const LONGEST = 900

/** Whose failures are counted: an e-mail in lower case, an address, and the id of a person who is signed in or has given their password. */
export type Attempt = Partial<Record<keyof typeof FREE, string>>

/**
 * Counts a sign-in as failed before its password is looked at, so that fifty at once do not each get a free try. Throws LIMIT
 * with the seconds to wait while the account or the address is blocked. The counts are shared by all instances.
 */
export async function admit(attempt: Attempt): Promise<void> {
  const { address, account, person } = attempt
  if (address !== undefined) await count(await keyOf('address', address), FREE.address)
  if (account !== undefined) await count(await keyOf('account', account), FREE.account)
  if (person !== undefined) await count(await keyOf('person', person), FREE.person)
}

/** Takes back what `admit` counted: account and person start afresh, the address gets its one try back. Sweeps out what has lapsed. */
export async function forgive({ address: from, account, person }: Attempt): Promise<void> {
  const afresh = [
    ...(account === undefined ? [] : [await keyOf('account', account)]),
    ...(person === undefined ? [] : [await keyOf('person', person)]),
  ]
  await database().$executeRaw`delete from mastra_admin.sign_in_throttle where key = any(${afresh})
    or last_failed_at < clock_timestamp() - interval '1 day'`
  if (from === undefined) return
  const address = await keyOf('address', from)
  await database().$executeRaw`update mastra_admin.sign_in_throttle
    set failures = greatest(failures - 1, 0), blocked_until = null where key = ${address}`
}

/** The table never holds an e-mail or an address, only what this installation's secret makes of it. */
async function keyOf(kind: keyof typeof FREE, value: string): Promise<string> {
  return createHmac('sha256', await sessionSecret())
    .update(`${kind}:${value}`)
    .digest('base64url')
}

/** One statement, so that whoever comes second waits for the row and then sees the block that the first one set. A day of quiet forgives all. */
async function count(key: string, free: number): Promise<void> {
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
  throw new AppError('LIMIT', `Too many failed sign-ins. Try again in ${inWords(block?.seconds ?? 1)}.`)
}

function inWords(seconds: number): string {
  if (seconds >= 120) return `${Math.ceil(seconds / 60)} minutes`
  return seconds === 1 ? 'a second' : `${seconds} seconds`
}
