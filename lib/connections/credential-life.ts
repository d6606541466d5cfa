import { z } from 'zod'
import { readExpiry } from './credential-expiry'

/** When a credential ends, and whether it can be renewed. Times are ISO 8601 in UTC. */
export interface CredentialLife {
  /** When what grants access ends; null where the value does not say. */
  expiresAt: string | null
  /** When what renews it ends; null where the value does not say. */
  renewableUntil: string | null
  /** Whether the value has something that renews it. */
  renewable: boolean
}

/** Keys whose values are moments or spans, as they are written in any case and with any signs between the words. */
const ENDS = new Set(
  `exp expires expiresat expireson expiresdate expiry expiryat expirydate expirytime expiration expirationdate expirationtime
  accesstokenexpiresat accesstokenexpiry accesstokenexpirationdate tokenexpiresat tokenexpiry validuntil`.split(/\s+/),
)
const RENEWAL_ENDS = new Set(
  'refreshtokenexpiresat refreshtokenexpiry refreshtokenexpirationdate refreshexpiresat'.split(' '),
)
const LASTS = new Set('expiresin accesstokenexpiresin'.split(' '))
const BEGAN = new Set('createdat created issuedat iat obtainedat receivedat grantedat updatedat'.split(' '))
/** What of a credential's value is read at all; `lib/connections/detail-queries.ts` asks the database for these and for nothing else. */
export const TIME_KEYS: readonly string[] = [...ENDS, ...RENEWAL_ENDS, ...LASTS, ...BEGAN]
export const RENEWAL_KEYS: readonly string[] = ['refreshtoken', 'refresh']

/** What was read of a value: its keys in lower case without signs, each a number or a short text. */
export const storedTimes = z.record(z.string(), z.union([z.number(), z.string()]))
export type StoredTimes = z.output<typeof storedTimes>

/** When the value ends by its own keys: a moment, or a span from a moment that it names too. What is neither says nothing. */
export function lifeOf(times: StoredTimes, renewable: boolean): CredentialLife {
  const first = (keys: ReadonlySet<string>) => {
    for (const key of keys) {
      const found = momentOf(times[key])
      if (found !== null) return found
    }
    return null
  }
  const began = first(BEGAN)
  const span = [...LASTS].map((key) => Number(times[key] ?? Number.NaN)).find((seconds) => seconds > 0)
  const lasts = began !== null && span !== undefined ? within(began + span * 1_000) : null
  const iso = (moment: number | null) => (moment === null ? null : new Date(moment).toISOString())
  return { expiresAt: iso(first(ENDS) ?? lasts), renewableUntil: iso(first(RENEWAL_ENDS)), renewable }
}

function momentOf(value: number | string | undefined): number | null {
  return value === undefined ? null : (readExpiry(String(value))?.getTime() ?? null)
}

function within(moment: number): number | null {
  return readExpiry(String(Math.round(moment)))?.getTime() ?? null
}
