/** Carries, from one request of a session to the next, where in Postgres' log its last write stands. */
export const WRITTEN_COOKIE = 'mastra-admin-written'
/** Seconds after which a replica that has not come so far is broken rather than late. */
export const WRITTEN_SECONDS = 60 * 60

/** Beyond every position: who has it reads the primary. */
export const UNREACHED = 'FFFFFFFF/FFFFFFFF'

/** By either of the names that lib/server/site.ts gives it. */
const NAMED = new RegExp(`^(__Host-)?${WRITTEN_COOKIE}=`)
const POSITION = /^[0-9A-F]{1,8}\/[0-9A-F]{1,8}$/

/** The position in a request's cookies; null when there is none, or what there is is no position. */
export function readWritten(cookies: string | undefined): string | null {
  const pair = cookies?.split('; ').find((candidate) => NAMED.test(candidate))
  const value = (pair?.replace(NAMED, '') ?? '').replace(/%2F/i, '/')
  return POSITION.test(value) ? value : null
}

/** Whether a reader that has come to `reached` sees what was written at `position`. Both as `pg_lsn` prints them. */
export function hasReached(reached: string, position: string): boolean {
  return numberOf(reached) >= numberOf(position)
}

function numberOf(position: string): bigint {
  const [high = '0', low = '0'] = position.split('/')
  return (BigInt(`0x${high}`) << 32n) + BigInt(`0x${low}`)
}
