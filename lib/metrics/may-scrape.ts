import 'server-only'
import { createHash, timingSafeEqual } from 'node:crypto'
import { env } from '../env'
import { cameFromThisMachine } from '../server/request-state'

/**
 * Whether a request may read the metrics: with `METRICS_TOKEN` whoever shows it as a bearer token, from anywhere; without one only this
 * machine itself, on a connection that no proxy passed on.
 */
export function mayScrape(authorization: string | null, token = env().METRICS_TOKEN): boolean {
  if (token === undefined) return cameFromThisMachine()
  const shown = /^Bearer +(.+)$/i.exec(authorization ?? '')?.[1]
  return shown !== undefined && timingSafeEqual(digest(shown), digest(token))
}

/** Of one length, which the comparison asks for, so that not even the length of the token is told by the time it takes. */
const digest = (text: string) => createHash('sha256').update(text).digest()
