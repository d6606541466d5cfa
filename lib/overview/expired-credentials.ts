import 'server-only'
import { EXPIRY_KEYS, readExpiry } from '../connections/credential-expiry'
import { database } from '../db/client'

/** Failing connections that are looked at, those that began to fail last. */
const LOOKED_AT = 100

export interface ExpiredCredential {
  connectionId: string
  integration: string
  customer: string
  failingSince: Date
  expiredAt: Date
}

/**
 * Failing connections whose credential has ended and holds nothing to renew it with. Of its value nothing leaves the database but what
 * stands under a name that means its end. By the index on state and the credential's own.
 */
export async function expiredCredentials(now: Date): Promise<ExpiredCredential[]> {
  const rows = await database().$queryRaw<(Omit<ExpiredCredential, 'expiredAt'> & { ends: (string | null)[] })[]>`
    select h.connection_id as "connectionId", h.integration, h.customer, h.since as "failingSince",
      array(select left(k.value ->> key, 40) from unnest(${[...EXPIRY_KEYS]}::text[]) with ordinality as names(key, place)
        order by place) as ends
    from (select * from mastra_admin.connection_health where state = 'failing' order by since desc limit ${LOOKED_AT}) h
    join mastra.credentials k on k.k_id = h.connection_id and jsonb_typeof(k.value) = 'object'
    where not exists (select from jsonb_each_text(k.value) as part(key, text) where key ~* 'refresh' and text <> '')`
  return rows.flatMap(({ ends, ...connection }) => {
    const [expiredAt] = ends.flatMap((text) => (text === null ? [] : (readExpiry(text) ?? [])))
    return expiredAt && expiredAt < now ? [{ ...connection, expiredAt }] : []
  })
}
