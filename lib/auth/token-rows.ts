import 'server-only'
import { database } from '../db/client'
import { transact } from '../db/transact'
import { describeError, log } from '../log'
import { strangerActor } from './actor'
import { isToken, tokenHash } from './token-text'

/** A token and its owner, as they are in this request. */
export interface TokenOwner {
  tokenId: string
  tokenName: string
  scopes: string[]
  userId: string
  email: string
  role: string
}

interface FoundToken extends TokenOwner {
  why: string | null
  isStale: boolean
}

/**
 * Whose token this is, and notes its use, once a minute; null for one that is none of ours or opens nothing any more, which is noted in
 * the trail when it was ours. One statement: a row of each table by a unique index.
 */
export async function ownerOfToken(token: string, address: string): Promise<TokenOwner | null> {
  if (!isToken(token)) return null
  const [found] = await database().$queryRaw<FoundToken[]>`
    select t.id::text as "tokenId", t.name as "tokenName", t.scopes, u.id::text as "userId", u.email, u.role,
      case when t.revoked_at is not null then 'revoked' when t.expires_at <= now() then 'expired'
        when u.disabled_at is not null or u.invited_at is not null then 'owner may not sign in' end as why,
      t.last_used_at is null or t.last_used_at < now() - interval '1 minute' as "isStale"
    from mastra_admin.api_token t join mastra_admin."user" u on u.id = t.user_id
    where t.token_hash = ${tokenHash(token)}`
  if (!found) return null
  const { why, isStale, ...owner } = found
  if (why !== null) {
    await noteRefusedToken(found.tokenId, why, address)
    return null
  }
  if (isStale) noteUse(found.tokenId, address)
  return owner
}

/** Nobody waits for it, and of many uses at once one writes. */
function noteUse(tokenId: string, address: string): void {
  database().$executeRaw`update mastra_admin.api_token set last_used_at = now(), last_used_from = ${address}
      where id = ${tokenId}::uuid and (last_used_at is null or last_used_at < now() - interval '1 minute')`.catch(
    (error: unknown) => log.warn({ error: describeError(error) }, 'the use of a token could not be written down'),
  )
}

/** Never throws: the refusal stands without its entry. */
async function noteRefusedToken(tokenId: string, why: string, address: string): Promise<void> {
  try {
    await transact(strangerActor(), async ({ tx, audit }) => {
      const refused = await tx.$executeRaw`update mastra_admin.api_token set refused_at = now()
        where id = ${tokenId}::uuid and (refused_at is null or refused_at < now() - interval '1 minute')`
      await audit(refused ? [{ action: 'token.refuse', subjectId: tokenId, after: { why, address } }] : [])
    })
  } catch (error) {
    log.warn({ error: describeError(error) }, 'a refused token could not be noted')
  }
}

/** Lets go of tokens that ended three months ago; the trail keeps what was done by them. */
export async function sweepTokens(): Promise<void> {
  await database()
    .$executeRaw`delete from mastra_admin.api_token where least(revoked_at, expires_at) < now() - interval '90 days'`
}
