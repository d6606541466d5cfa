/** Keys under which providers' credentials keep the moment of their end, the more usual first. */
export const EXPIRY_KEYS = ['expires_at', 'expiresAt', 'expiry', 'expiry_date', 'expiration', 'exp', 'expires'] as const

/** Milliseconds below which a number means seconds: as milliseconds it would be a day of 1973. */
const SECONDS = 100_000_000_000
const EARLIEST = Date.UTC(2005, 0)
const LATEST = Date.UTC(2200, 0)

/** When a credential ends by a value under one of `EXPIRY_KEYS`: seconds or milliseconds since the epoch, or a date. Null for what is neither. */
export function readExpiry(value: string): Date | null {
  const number = /^\d{9,14}(\.\d+)?$/.test(value.trim()) ? Number(value) : null
  const time = number === null ? dateOf(value) : number < SECONDS ? number * 1000 : number
  return time >= EARLIEST && time <= LATEST ? new Date(time) : null
}

/** A date without a zone means UTC. */
function dateOf(value: string): number {
  const found = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?))?\s*(Z|[+-]\d{2}:?\d{2})?$/i.exec(
    value.trim(),
  )
  return found ? Date.parse(`${found[1]}T${found[2] ?? '00:00'}${found[3] ?? 'Z'}`) : Number.NaN
}
