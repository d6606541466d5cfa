/** How much of something there may be: so many at once, and so many a minute in the long run. */
export interface Rate {
  perMinute: number
  atOnce: number
}

/**
 * A bucket that drains by itself. `drainedAt` is when it will be empty, in milliseconds of the process's clock, and says all there is to say of it (the
 * generic cell rate algorithm, ITU-T I.371): each request lets that moment lie later by what one of them costs.
 */
export interface Bucket {
  drainedAt: number
  /** Requests since what it holds was last told to the other instances, and when that was. */
  untold: number
  toldAt: number
}

export function emptyBucket(now: number): Bucket {
  return { drainedAt: now, untold: 0, toldAt: now }
}

/** Milliseconds that one request takes to drain. */
export function costOf({ perMinute }: Rate): number {
  return 60_000 / perMinute
}

/** Takes one request in, or gives the milliseconds to wait until there is room for it. */
export function take(bucket: Bucket, rate: Rate, now: number): number {
  const cost = costOf(rate)
  const after = Math.max(bucket.drainedAt, now) + cost
  const wait = after - now - rate.atOnce * cost
  if (wait > 0) return Math.ceil(wait)
  bucket.drainedAt = after
  bucket.untold += 1
  return 0
}

/** Whether it is time to tell the others: after a tenth of what there may be at once, or five seconds, whichever comes first. */
export function isToBeTold(bucket: Bucket, rate: Rate, now: number): boolean {
  return bucket.untold > 0 && (bucket.untold >= rate.atOnce / 10 || now - bucket.toldAt >= 5_000)
}
